import { Injectable } from '@nestjs/common';
import { APPLICATION_MACHINE, type Application, ApplicationSubmission, ApplicationsService } from '@shucu/applications';
import { EvidenceService, EvidenceSubject } from '@shucu/evidence';
import { AppError, type FieldFault, type IsoDate, newId, statutoryDateOf } from '@shucu/kernel';
import type { Actor } from '@shucu/permissions';
import { statutoryToday, TenantContext } from '@shucu/tenancy';
import { WorkflowService } from '@shucu/workflow';
import { firstStageOf, refuseOtherState, StageGuard } from '../stage-guard.service.js';
import { SiteVisit, VISIT_SIDES, type VisitPerson } from './site-visit.entity.js';

/** Kind of row as which a visit cites its photos. */
export const VISIT_SUBJECT = 'siteVisit';
const PHOTOS = 'photos';

export interface NewSiteVisit {
  readonly visitedOn: IsoDate;
  readonly place: string;
  /** Of the office and of the applicant, one of each at least. */
  readonly people: readonly VisitPerson[];
  readonly findings: string;
  /** Ids of files. */
  readonly photos: readonly string[];
}

/** Visits on site (现场查看, 第十一条): as many as are needed. */
@Injectable()
export class SiteVisitsService {
  constructor(
    private readonly guard: StageGuard,
    private readonly applications: ApplicationsService,
    private readonly evidence: EvidenceService,
    private readonly workflow: WorkflowService,
  ) {}

  /** Records a visit. Throws `resource.notFound` for a photo out of reach, `review.visitInFuture`, `review.visitBeforeSubmission` and `validation.failed`. */
  async record(actor: Actor, id: string, version: number, { photos, ...visit }: NewSiteVisit): Promise<void> {
    // First of all, so that a photo out of reach is like none whatever office asks.
    for (const fileId of photos) await this.evidence.get(actor, fileId);
    const application = await this.guard.enter(actor, id, 'review', version);
    refuseOtherState(application, firstStageOf(application), '记录现场查看');
    await refuseImpossibleDay(application, visit.visitedOn);
    const faults = missingSides(visit.people);
    if (faults.length > 0) throw new AppError('validation.failed', { count: faults.length }, faults);
    const { manager, tenantId } = TenantContext;
    const { submissions: submission, centerId, year } = application;
    const row = { tenantId, id: newId(), applicationId: id, submission, recordedBy: actor.accountId };
    await manager.insert(SiteVisit, { ...visit, ...row, people: [...visit.people] });
    const place = { subjectKind: VISIT_SUBJECT, subjectId: row.id, place: PHOTOS, centerId, year };
    await this.evidence.cite(actor, place, photos);
    const details = { visitId: row.id, visitedOn: visit.visitedOn };
    await this.workflow.record(APPLICATION_MACHINE, {
      ...{ id, actor, event: 'siteVisit', article: '第十一条', details },
    });
  }

  /** Whoever follows an application may see the photos of its visits. */
  @EvidenceSubject(VISIT_SUBJECT)
  async mayRead(actor: Actor, visitId: string): Promise<boolean> {
    const { manager, tenantId } = TenantContext;
    const visit = await manager.findOneBy(SiteVisit, { tenantId, id: visitId });
    if (!visit) return false;
    await this.applications.reachable(actor, visit.applicationId, 'follow');
    return true;
  }
}

async function refuseImpossibleDay({ id }: Application, visitedOn: IsoDate): Promise<void> {
  const { manager, tenantId } = TenantContext;
  const today = await statutoryToday(manager);
  if (visitedOn > today) throw new AppError('review.visitInFuture', { today });
  const first = await manager.findOneByOrFail(ApplicationSubmission, { tenantId, applicationId: id, number: 1 });
  const day = statutoryDateOf(first.submittedAt);
  if (visitedOn < day) throw new AppError('review.visitBeforeSubmission', { day });
}

const SIDE_NAMES = { office: ['工信部门', 'the office'], applicant: ['申报单位', 'the applicant'] } as const;

function missingSides(people: readonly VisitPerson[]): FieldFault[] {
  return VISIT_SIDES.filter((side) => people.every((person) => person.side !== side)).map((side) => ({
    field: 'people',
    rule: 'sides',
    message: `请写明${SIDE_NAMES[side][0]}参加现场查看的人员`,
    en: `Name who took part for ${SIDE_NAMES[side][1]}`,
  }));
}
