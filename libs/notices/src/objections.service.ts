import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { APPLICATION_MACHINE, ApplicationsService } from '@shucu/applications';
import { refuseOwnCenters } from '@shucu/centers';
import { DeadlinesService, LegalCalendarService } from '@shucu/deadlines';
import { takeNumbers } from '@shucu/documents';
import { EvidenceService } from '@shucu/evidence';
import { AppError, newId, sha256 } from '@shucu/kernel';
import { NotificationsService } from '@shucu/notifications';
import { type Actor, conditionsOf, scopeRows } from '@shucu/permissions';
import { RuleSetsService } from '@shucu/rule-sets';
import { statutoryNow, statutoryToday, TenantContext } from '@shucu/tenancy';
import { WorkflowService } from '@shucu/workflow';
import type { SelectQueryBuilder } from 'typeorm';
import { NoticeDocumentsService } from './notice-documents.service.js';
import { OBJECTION_ANSWERED, OBJECTION_RECEIVED, OBJECTION_UPHELD } from './notice-messages.js';
import { type Consequence, Objection, type ObjectionState } from './objection.entity.js';
import { OBJECTION_MACHINE } from './objection.machine.js';
import type { PublicNotice } from './public-notice.entity.js';
import { PublicNoticesService } from './public-notices.service.js';

/** An objection as it is filed; whoever files it says who they are. */
export interface NewObjection
  extends Pick<
    Objection,
    'applicationId' | 'objectorKind' | 'objectorName' | 'identityNumber' | 'phone' | 'email' | 'content'
  > {
  /** Files of the person who files it. */
  readonly fileIds: readonly string[];
}

/** What the objector keeps: the number, and without an account the code to ask with what became of it. */
export interface ObjectionReceipt {
  readonly id: string;
  readonly receipt: string;
  readonly ticket: string | null;
  readonly answerBy: string;
}

export interface ObjectionDecision {
  readonly version: number;
  readonly decision: Exclude<ObjectionState, 'received'>;
  /** What was found, a paragraph a line. */
  readonly findings: string;
  readonly answer: string;
  readonly consequence: Consequence;
}

export interface ObjectionPage {
  readonly after?: string | undefined;
  readonly limit: number;
  readonly noticeId?: string | undefined;
  readonly state?: ObjectionState | undefined;
}

const OUTCOMES: Record<Exclude<ObjectionState, 'received'>, string> = {
  inadmissible: '不予受理',
  dismissed: '异议不成立',
  upheld: '异议成立',
};

const CONSEQUENCE_TEXTS: Record<Consequence, string> = {
  none: '该中心的公示结果不变。',
  renew: '更正后对该中心重新公示。',
  fail: '该中心不予通过。',
};

/** Objections to what is on notice (第十三条): taken until the last day is over, each answered, each holding back its center alone. */
@Injectable()
export class ObjectionsService {
  constructor(
    private readonly notices: PublicNoticesService,
    private readonly applications: ApplicationsService,
    private readonly rules: RuleSetsService,
    private readonly calendars: LegalCalendarService,
    private readonly deadlines: DeadlinesService,
    private readonly workflow: WorkflowService,
    private readonly notifications: NotificationsService,
    private readonly evidence: EvidenceService,
    private readonly documents: NoticeDocumentsService,
  ) {}

  /** Takes an objection while its notice runs, from a person of the tenant or, without an actor, from anybody. */
  async file(
    actor: Actor | null,
    noticeId: string,
    { fileIds, ...objection }: NewObjection,
  ): Promise<ObjectionReceipt> {
    if (actor) conditionsOf(actor, 'create', 'Objection');
    const notice = await this.notices.find(noticeId);
    const entry = await this.refuseClosed(notice, objection.applicationId);
    const { manager, tenantId } = TenantContext;
    const id = newId();
    const ticket = actor ? null : randomBytes(18).toString('base64url');
    const { number } = await takeNumbers('objection', notice.year, 1);
    const receipt = `YY${notice.year}-${String(number).padStart(4, '0')}`;
    await manager.insert(Objection, {
      ...{ ...objection, tenantId, id, noticeId, receipt, ticketHash: ticket && sha256(ticket) },
      ...{ filedBy: actor?.accountId ?? null, state: 'received', version: 1 },
    });
    await this.workflow.begin(OBJECTION_MACHINE, { id, actor, state: 'received' });
    if (actor)
      await this.evidence.cite(actor, { subjectKind: 'objection', subjectId: id, place: 'objection' }, fileIds);
    const answerBy = await this.setDeadline(id, receipt, entry.name, notice);
    return { id, receipt, ticket, answerBy };
  }

  /** Newest first; `after` is the last id of the page before. */
  list(actor: Actor, { after, limit, noticeId, state }: ObjectionPage): Promise<Objection[]> {
    const query = this.visible(actor, 'read').orderBy('objection.id', 'DESC').limit(limit);
    if (after) query.andWhere('objection.id < :after', { after });
    if (noticeId) query.andWhere('objection.notice_id = :noticeId', { noticeId });
    if (state) query.andWhere('objection.state = :state', { state });
    return query.getMany();
  }

  async get(actor: Actor, id: string): Promise<Objection> {
    return this.reachable(actor, id, 'read');
  }

  /** What became of an objection, for whoever holds its receipt and code. Throws `objection.ticket`. */
  async byTicket(receipt: string, ticket: string): Promise<Objection> {
    const { manager, tenantId } = TenantContext;
    const found = await manager.findOneBy(Objection, { tenantId, receipt, ticketHash: sha256(ticket) });
    if (!found) throw new AppError('objection.ticket');
    return found;
  }

  /**
   * Answers an objection, by somebody who did not file it and is of none of the center's organizations. An upheld one sends the
   * application back to be corrected and put on notice again, or fails it.
   */
  async decide(actor: Actor, id: string, { version, decision, ...said }: ObjectionDecision): Promise<Objection> {
    const objection = await this.reachable(actor, id, 'decide');
    if (objection.filedBy === actor.accountId) throw new AppError('objection.own');
    if ((decision === 'upheld') !== (said.consequence !== 'none')) throw new AppError('objection.consequence');
    const application = await this.applications.get(actor, objection.applicationId);
    await refuseOwnCenters(actor, [application.centerId]);
    const { manager, tenantId } = TenantContext;
    await this.workflow.take(OBJECTION_MACHINE, {
      ...{ id, transition: 'decide', to: decision, actor, version, reason: said.answer },
      change: { ...said, decided_by: actor.accountId, decided_at: await statutoryNow(manager) },
    });
    await this.deadlines.meet('objection.answer', id);
    if (decision === 'upheld') await this.apply(actor, objection, said.consequence, said.answer);
    const decided = await manager.findOneByOrFail(Objection, { tenantId, id });
    const notice = await this.notices.find(objection.noticeId);
    const rules = await this.rules.get(notice.ruleSetId);
    await this.documents.issueAnswer(decided, notice, rules, CONSEQUENCE_TEXTS[said.consequence]);
    await this.tell(decided, decision, application.name);
    return decided;
  }

  /** Open objections of applications, by application. */
  async openReceipts(applicationIds: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
    const { manager, tenantId } = TenantContext;
    const rows = await manager.query<{ applicationId: string; receipts: string[] }[]>(
      `SELECT application_id AS "applicationId", array_agg(receipt ORDER BY receipt) AS receipts FROM objection
       WHERE tenant_id = $1 AND application_id = ANY ($2::uuid[]) AND state = 'received' GROUP BY application_id`,
      [tenantId, applicationIds],
    );
    return new Map(rows.map(({ applicationId, receipts }) => [applicationId, receipts]));
  }

  /** Says of which candidate it is; refuses one that is not on the notice, and anything once the last day is over. */
  private async refuseClosed({ id, state, through, snapshot }: PublicNotice, applicationId: string) {
    const entry = snapshot.entries.find((candidate) => candidate.applicationId === applicationId);
    const open = await this.notices.holdOpen(id, applicationId);
    if (!entry || !open) throw new AppError('notice.notOn');
    const isOver = state === 'ended' || (await statutoryToday(TenantContext.manager)) > through;
    if (isOver) throw new AppError('objection.tooLate', { through });
    return entry;
  }

  private async setDeadline(id: string, receipt: string, name: string, notice: PublicNotice): Promise<string> {
    const { parameters } = await this.rules.get(notice.ruleSetId);
    const days = parameters.internalLimits.objectionWorkingDays;
    const words = { verb: '答复期限', act: '收到异议' };
    const { dueOn, arithmetic } = await this.calendars.workingDaysFromToday(days, words);
    const holders = [{ role: 'provinceOfficer' as const }];
    await this.deadlines.set({
      ...{ kind: 'objection.answer', subjectKind: 'objection', subjectId: id },
      ...{ title: `答复异议 ${receipt}`, dueOn, arithmetic, article: '第十三条', holders },
      remindDaysBefore: [3, 1],
    });
    const message = { subject: { kind: 'objection', id }, key: id, params: { receipt, name, dueOn } };
    await this.notifications.send(OBJECTION_RECEIVED, { roles: holders }, message);
    return dueOn;
  }

  private async apply(
    actor: Actor,
    { applicationId: id }: Objection,
    consequence: Consequence,
    reason: string,
  ): Promise<void> {
    const { state } = await this.applications.lock(id);
    // Another objection may have sent it back already, or its lead have withdrawn it.
    if (state === 'onNotice' || (state === 'proposed' && consequence === 'fail')) {
      const transition = consequence === 'renew' ? 'renew' : 'fail';
      await this.workflow.take(APPLICATION_MACHINE, { id, transition, actor, reason });
    }
    await this.notices.settle(id, consequence === 'renew' ? 'renewed' : 'failed');
  }

  private async tell(objection: Objection, decision: keyof typeof OUTCOMES, name: string): Promise<void> {
    const { id, receipt, filedBy, applicationId } = objection;
    const answer = objection.answer ?? '';
    const about = { subject: { kind: 'objection', id }, key: id };
    const toObjector = { accountIds: filedBy ? [filedBy] : [] };
    const params = { receipt, outcome: OUTCOMES[decision], answer };
    await this.notifications.send(OBJECTION_ANSWERED, toObjector, { ...about, params });
    if (decision !== 'upheld') return;
    const application = await this.applications.lock(applicationId);
    const roles = this.applications.leadHolders(application);
    await this.notifications.send(OBJECTION_UPHELD, { roles }, { ...about, params: { name, answer } });
  }

  /** The objection, where the actor may read it. */
  find(actor: Actor, id: string, action: 'read' | 'decide' = 'read'): Promise<Objection | null> {
    return this.visible(actor, action).andWhere('objection.id = :id', { id }).getOne();
  }

  private async reachable(actor: Actor, id: string, action: 'read' | 'decide'): Promise<Objection> {
    const found = await this.find(actor, id, action);
    if (!found) throw new AppError('resource.notFound');
    return found;
  }

  private visible(actor: Actor, action: 'read' | 'decide'): SelectQueryBuilder<Objection> {
    const { manager, tenantId } = TenantContext;
    const query = manager
      .createQueryBuilder(Objection, 'objection')
      .where('objection.tenant_id = :tenantId', { tenantId });
    return scopeRows(query, { accountId: 'objection.filed_by' }, actor, action, 'Objection');
  }
}
