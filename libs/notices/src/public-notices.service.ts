import { Injectable } from '@nestjs/common';
import { APPLICATION_MACHINE, type Application, ApplicationsService } from '@shucu/applications';
import { arithmeticOf, type WorkingDayPeriod, workingDayPeriod } from '@shucu/calendar';
import { refuseOwnCenters } from '@shucu/centers';
import { DeadlinesService, LegalCalendarService } from '@shucu/deadlines';
import { sentence } from '@shucu/documents';
import { AppError, canonicalJson, newId, sha256 } from '@shucu/kernel';
import { NotificationsService } from '@shucu/notifications';
import { type Actor, conditionsOf } from '@shucu/permissions';
import { type RuleSet, RuleSetsService } from '@shucu/rule-sets';
import { currentTenant, statutoryToday, TenantContext } from '@shucu/tenancy';
import { WorkflowService } from '@shucu/workflow';
import { CandidatesService } from './candidates.service.js';
import { NoticeDocumentsService } from './notice-documents.service.js';
import { NOTICE_PUBLISHED } from './notice-messages.js';
import { type NoticeContact, NoticeEntry, PublicNotice } from './public-notice.entity.js';
import { PUBLIC_NOTICE_MACHINE } from './public-notice.machine.js';
import { publishedEntries } from './published-list.js';

/** A candidate to publish, in the version that the officer saw. */
export interface NoticeCandidate {
  readonly applicationId: string;
  readonly version: number;
}

export interface NewNotice {
  readonly candidates: readonly NoticeCandidate[];
  readonly contact: NoticeContact;
  /** The notice that this one renews, and why, for centers whose objection was upheld. */
  readonly renews: { readonly noticeId: string; readonly reason: string } | null;
}

export interface NoticePage {
  readonly after?: string | undefined;
  readonly limit: number;
  readonly state?: PublicNotice['state'] | undefined;
}

/** How a period reads on paper. */
const WORDS = { verb: '公示', act: '发布' } as const;

/** Publishes lists of proposed centers (第十三条). */
@Injectable()
export class PublicNoticesService {
  constructor(
    private readonly applications: ApplicationsService,
    private readonly candidates: CandidatesService,
    private readonly rules: RuleSetsService,
    private readonly calendars: LegalCalendarService,
    private readonly deadlines: DeadlinesService,
    private readonly workflow: WorkflowService,
    private readonly notifications: NotificationsService,
    private readonly documents: NoticeDocumentsService,
  ) {}

  /**
   * Publishes proposed applications of one round: snapshot with its hash, period in working days by the rule set that they began
   * under, numbered document, all of it or nothing. The period never counts less days than the rule set says.
   */
  async publish(actor: Actor, { candidates, contact, renews }: NewNotice): Promise<PublicNotice> {
    conditionsOf(actor, 'publish', 'PublicNotice');
    const applications = await this.proposed(actor, candidates);
    const [first] = applications as [Application, ...Application[]];
    const renewed = renews && (await this.find(renews.noticeId));
    await this.refuseOtherRenewal(applications, renewed);
    const rules = await this.rules.get(first.ruleSetId);
    const period = await this.period(rules);
    const notice = await this.insert(actor, { applications, contact, rules, period, renews });
    await this.putOnNotice(actor, notice, candidates, applications);
    await this.deadlines.set({
      kind: 'notice.period',
      subjectKind: 'publicNotice',
      subjectId: notice.id,
      title: `公示期：${notice.subject}`,
      dueOn: notice.through,
      arithmetic: notice.arithmetic,
      article: '第十三条',
      holders: [{ role: 'provinceOfficer' }],
    });
    await this.documents.issueNotice(notice, period, rules, renewed);
    await this.tell(notice, applications);
    return notice;
  }

  /** Newest first; `after` is the last id of the page before. */
  list(actor: Actor, page: NoticePage): Promise<PublicNotice[]> {
    conditionsOf(actor, 'read', 'PublicNotice');
    return this.published(page);
  }

  /** As {@link list}, for anybody: a notice is public. */
  published({ after, limit, state }: NoticePage): Promise<PublicNotice[]> {
    const { manager, tenantId } = TenantContext;
    const query = manager
      .createQueryBuilder(PublicNotice, 'notice')
      .where('notice.tenant_id = :tenantId', { tenantId })
      .orderBy('notice.id', 'DESC')
      .limit(limit);
    if (after) query.andWhere('notice.id < :after', { after });
    if (state) query.andWhere('notice.state = :state', { state });
    return query.getMany();
  }

  /** Throws `resource.notFound`. */
  async find(id: string): Promise<PublicNotice> {
    const { manager, tenantId } = TenantContext;
    const notice = await manager.findOneBy(PublicNotice, { tenantId, id });
    if (!notice) throw new AppError('resource.notFound');
    return notice;
  }

  /** What became of the candidates of a notice. */
  entries(noticeId: string): Promise<NoticeEntry[]> {
    const { manager, tenantId } = TenantContext;
    return manager.find(NoticeEntry, { where: { tenantId, noticeId }, order: { applicationId: 'ASC' } });
  }

  /** The applications, of one round and none of the actor's own; that they are proposed is asked when each is moved. */
  private async proposed(actor: Actor, candidates: readonly NoticeCandidate[]): Promise<Application[]> {
    const applications: Application[] = [];
    for (const { applicationId } of candidates) applications.push(await this.applications.get(actor, applicationId));
    if (new Set(applications.map(({ roundId }) => roundId)).size !== 1) throw new AppError('notice.oneRound');
    await refuseOwnCenters(
      actor,
      applications.map(({ centerId }) => centerId),
    );
    return applications;
  }

  /** What an upheld objection sent back comes on notice again as the renewal of that very notice, and nothing else does. */
  private async refuseOtherRenewal(applications: readonly Application[], renewed: PublicNotice | null): Promise<void> {
    const { manager, tenantId } = TenantContext;
    for (const { id, name } of applications) {
      const last = await manager.findOne(NoticeEntry, {
        where: { tenantId, applicationId: id },
        order: { noticeId: 'DESC' },
      });
      const owed = last?.outcome === 'renewed' ? last.noticeId : null;
      if (owed !== (renewed?.id ?? null)) throw new AppError('notice.renewal', { name });
    }
  }

  private async period({ parameters }: RuleSet): Promise<WorkingDayPeriod> {
    const { workingDays, countFirstDay } = parameters.publicNotice;
    const start = await statutoryToday(TenantContext.manager);
    return workingDayPeriod(await this.calendars.calendar(), { start, days: workingDays, countFirstDay });
  }

  private async insert(
    actor: Actor,
    {
      applications,
      contact,
      rules,
      period,
      renews,
    }: Pick<NewNotice, 'contact' | 'renews'> & {
      readonly applications: readonly Application[];
      readonly rules: RuleSet;
      readonly period: WorkingDayPeriod;
    },
  ): Promise<PublicNotice> {
    const { manager, tenantId } = TenantContext;
    const [{ roundId, year }] = applications as [Application];
    const { department } = await currentTenant();
    const subject = `${year}年度拟公告工业互联网数字化转型促进中心名单`;
    const snapshot = { department, subject, year, entries: publishedEntries(await this.candidates.of(applications)) };
    const id = newId();
    await manager.insert(PublicNotice, {
      ...{ tenantId, id, roundId, year, subject, ruleSetId: rules.id, contact },
      ...{ renewsId: renews?.noticeId ?? null, renewalReason: renews?.reason ?? null },
      ...{ snapshot: snapshot as never, snapshotHash: sha256(canonicalJson(snapshot)), state: 'running', version: 1 },
      ...{ publishedBy: actor.accountId, publishedOn: period.start, through: period.end },
      ...{ workingDays: period.length, countsFirstDay: period.countsFirstDay },
      arithmetic: sentence(arithmeticOf(period, WORDS, 'zh-CN')),
    });
    await this.workflow.begin(PUBLIC_NOTICE_MACHINE, { id, actor, state: 'running' });
    return manager.findOneByOrFail(PublicNotice, { tenantId, id });
  }

  /** In one order for everybody, so that of two who publish the same the second is told what the first did. */
  private async putOnNotice(
    actor: Actor,
    { id: noticeId, through }: PublicNotice,
    candidates: readonly NoticeCandidate[],
    applications: readonly Application[],
  ): Promise<void> {
    for (const { applicationId: id, version } of candidates.toSorted(byApplication)) {
      const step = { id, transition: 'publish' as const, actor, version, details: { noticeId, through } };
      await this.workflow.take(APPLICATION_MACHINE, step);
    }
    const { manager, tenantId } = TenantContext;
    await manager.insert(
      NoticeEntry,
      applications.map(({ id: applicationId, centerId }) => {
        return { tenantId, noticeId, applicationId, centerId, outcome: 'open' as const };
      }),
    );
  }

  private async tell({ id, arithmetic }: PublicNotice, applications: readonly Application[]): Promise<void> {
    for (const application of applications) {
      await this.notifications.send(
        NOTICE_PUBLISHED,
        { roles: this.applications.leadHolders(application) },
        {
          subject: { kind: 'application', id: application.id },
          key: `${id}:${application.id}`,
          params: { name: application.name, arithmetic },
        },
      );
    }
  }

  /** Whether a candidate is open on a notice; it stays so until the caller's transaction ends. */
  async holdOpen(noticeId: string, applicationId: string): Promise<boolean> {
    const { manager, tenantId } = TenantContext;
    const held = await manager.query<unknown[]>(
      `SELECT 1 FROM notice_entry WHERE tenant_id = $1 AND notice_id = $2 AND application_id = $3 AND outcome = 'open' FOR SHARE`,
      [tenantId, noticeId, applicationId],
    );
    return held.length > 0;
  }

  /** Notes what became of a candidate on the notice on which it still is open; nothing where it is on none. */
  async settle(applicationId: string, outcome: NoticeEntry['outcome']): Promise<void> {
    const { manager, tenantId } = TenantContext;
    await manager.update(NoticeEntry, { tenantId, applicationId, outcome: 'open' }, { outcome });
  }
}

/** The order in which applications are locked. */
export function byApplication(one: NoticeCandidate, other: NoticeCandidate): number {
  return one.applicationId < other.applicationId ? -1 : 1;
}
