import { Injectable } from '@nestjs/common';
import { DeadlinesService } from '@shucu/deadlines';
import { AppError, newId } from '@shucu/kernel';
import { NotificationsService } from '@shucu/notifications';
import type { Actor } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import { refuseStale, WorkflowService } from '@shucu/workflow';
import type { QueryDeepPartialEntity } from 'typeorm';
import { Application } from '../application.entity.js';
import { APPLICATION_MACHINE } from '../application.machine.js';
import { ApplicationHooks } from '../application-hooks.js';
import { APPLICATION_SUBMITTED } from '../application-messages.js';
import { ApplicationsService } from '../applications.service.js';
import { ExclusionsService } from '../article-eight/exclusions.service.js';
import { BansService } from '../ban/bans.service.js';
import { ChecksService } from '../check/checks.service.js';
import { SubmissionDocumentsService } from '../documents/submission-documents.service.js';
import { hashOf } from '../dossier/application-content.js';
import { APPLICATION_SUBJECT, ApplicationContentsService } from '../dossier/application-contents.service.js';
import { SUBMISSION_DEADLINE } from '../rounds/round-closing.service.js';
import { RoundsService } from '../rounds/rounds.service.js';
import { ApplicationSubmission } from './application-submission.entity.js';
import { type ReturnTarget, returnTargetOf } from './return-target.js';
import { holdersOf, type ReviewStage, StageDeadlinesService } from './stage-deadlines.service.js';

/** Submits applications (第十条): what is submitted is frozen, numbered and goes to who reviews next. */
@Injectable()
export class SubmissionsService {
  constructor(
    private readonly applications: ApplicationsService,
    private readonly contents: ApplicationContentsService,
    private readonly checks: ChecksService,
    private readonly bans: BansService,
    private readonly exclusions: ExclusionsService,
    private readonly rounds: RoundsService,
    private readonly workflow: WorkflowService,
    private readonly deadlines: DeadlinesService,
    private readonly stages: StageDeadlinesService,
    private readonly documents: SubmissionDocumentsService,
    private readonly notifications: NotificationsService,
    private readonly hooks: ApplicationHooks,
  ) {}

  /**
   * Submits an application, or submits it again after it was returned. Throws `round.notOpen`, `application.leadBanned`,
   * `application.excluded`, and `application.incomplete` with every fault at its field.
   */
  async submit(actor: Actor, id: string, version: number): Promise<Application> {
    await this.applications.reachable(actor, id, 'submit');
    const application = await this.applications.lock(id);
    await refuseStale(APPLICATION_MACHINE, application, version);
    await this.refuseUnready(application);
    const to = await this.targetOf(application);
    const submission = await this.freeze(actor, application);
    const { tenantId, manager } = TenantContext;
    await manager.query(
      'UPDATE application SET submissions = $3, submitted_at = statutory_now() WHERE tenant_id = $1 AND id = $2',
      [tenantId, id, submission.number],
    );
    const transition = application.state === 'draft' ? 'submit' : 'resubmit';
    const details = { number: submission.number, contentHash: submission.contentHash };
    await this.workflow.take(APPLICATION_MACHINE, { id, transition, actor, to, details });
    const submitted = await manager.findOneByOrFail(Application, { tenantId, id });
    await this.deadlines.meet(SUBMISSION_DEADLINE, id);
    await this.documents.issue(actor, submitted, submission);
    if (to !== 'assessment') await this.handOver(submitted, to);
    const earlier = await numbered(id, submission.number - 1);
    await this.hooks.submitted({ actor, application: submitted, submission, earlier, to });
    return submitted;
  }

  /** All submissions, the first first. */
  async of(actor: Actor, id: string): Promise<ApplicationSubmission[]> {
    await this.applications.get(actor, id);
    const { manager, tenantId } = TenantContext;
    return manager.find(ApplicationSubmission, { where: { tenantId, applicationId: id }, order: { number: 'ASC' } });
  }

  /** One submission by its number. Throws `application.noSubmission`. */
  async numbered(actor: Actor, id: string, number: number): Promise<ApplicationSubmission> {
    const { submissions: count } = await this.applications.get(actor, id);
    const found = await numbered(id, number);
    if (!found) throw new AppError('application.noSubmission', { number, count });
    return found;
  }

  private async refuseUnready(application: Application): Promise<void> {
    const { state, roundId } = application;
    if (state === 'draft') await this.rounds.open(roundId, '提交');
    await this.bans.refuse(await this.applications.leadOf(application));
    await this.exclusions.refuse(application);
    const faults = await this.checks.faultsOf(application);
    if (faults.length > 0) throw new AppError('application.incomplete', { count: faults.length }, faults);
  }

  private async freeze(actor: Actor, application: Application): Promise<ApplicationSubmission> {
    const { manager, tenantId } = TenantContext;
    const content = await this.contents.of(application);
    const row = {
      ...{ tenantId, id: newId(), applicationId: application.id, number: application.submissions + 1 },
      ...{ content, contentHash: hashOf(content), submittedBy: actor.accountId },
    };
    await manager.insert(ApplicationSubmission, row as QueryDeepPartialEntity<ApplicationSubmission>);
    return manager.findOneByOrFail(ApplicationSubmission, { tenantId, id: row.id });
  }

  /** To the bureau, or to the province by the direct route; a returned one goes back to where it was, or further. */
  private async targetOf(application: Application): Promise<ReturnTarget> {
    if (application.state !== 'returned') return application.route === 'direct' ? 'formalReview' : 'submitted';
    return this.hooks.resubmissionTarget(application, await returnTargetOf(application));
  }

  /** Begins the next office's limit and tells its people. */
  private async handOver(application: Application, stage: ReviewStage): Promise<void> {
    const { id, name, submissions: number } = application;
    const dueOn = await this.stages.begin(application, stage);
    const lead = await this.applications.leadOf(application);
    await this.notifications.send(
      APPLICATION_SUBMITTED,
      { roles: holdersOf(application, stage) },
      {
        subject: { kind: APPLICATION_SUBJECT, id },
        key: `${id}:${number}`,
        params: { name, lead: lead.name, number, dueOn },
      },
    );
  }
}

function numbered(applicationId: string, number: number): Promise<ApplicationSubmission | null> {
  const { manager, tenantId } = TenantContext;
  return manager.findOneBy(ApplicationSubmission, { tenantId, applicationId, number });
}
