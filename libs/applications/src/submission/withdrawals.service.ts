import { Injectable } from '@nestjs/common';
import { NotificationsService, type RoleHolders } from '@shucu/notifications';
import type { Actor } from '@shucu/permissions';
import { WorkflowService } from '@shucu/workflow';
import type { Application } from '../application.entity.js';
import { APPLICATION_MACHINE } from '../application.machine.js';
import { ApplicationHooks } from '../application-hooks.js';
import { APPLICATION_WITHDRAWN } from '../application-messages.js';
import { ApplicationsService } from '../applications.service.js';
import { APPLICATION_SUBJECT } from '../dossier/application-contents.service.js';
import { holdersOf, StageDeadlinesService } from './stage-deadlines.service.js';

/** Ends applications that their lead no longer wants. */
@Injectable()
export class WithdrawalsService {
  constructor(
    private readonly applications: ApplicationsService,
    private readonly workflow: WorkflowService,
    private readonly stages: StageDeadlinesService,
    private readonly notifications: NotificationsService,
    private readonly hooks: ApplicationHooks,
  ) {}

  /** Withdraws it with a reason, before it is announced: its deadlines end, and so does whatever else is under way for it. */
  async withdraw(
    actor: Actor,
    id: string,
    { version, reason }: { version: number; reason: string },
  ): Promise<Application> {
    const application = await this.applications.reachable(actor, id, 'withdraw');
    const { from } = await this.workflow.take(APPLICATION_MACHINE, {
      id,
      transition: 'withdraw',
      actor,
      version,
      reason,
    });
    await this.stages.cancelAll(application);
    await this.hooks.withdrawn(actor, { ...application, state: from }, reason);
    await this.tell(application, from, reason);
    return this.applications.get(actor, id);
  }

  private async tell(application: Application, from: Application['state'], reason: string): Promise<void> {
    const members = await this.applications.membersOf(application);
    const consortium = members.map(({ organizationId }): RoleHolders => ({ role: 'centerOperator', organizationId }));
    const offices =
      from === 'draft' ? [] : [...holdersOf(application, 'submitted'), ...holdersOf(application, 'formalReview')];
    const { id, name } = application;
    const lead = await this.applications.leadOf(application);
    await this.notifications.send(
      APPLICATION_WITHDRAWN,
      { roles: [...offices, ...consortium] },
      { subject: { kind: APPLICATION_SUBJECT, id }, key: id, params: { name, lead: lead.name, reason } },
    );
  }
}
