import { Injectable } from '@nestjs/common';
import { arithmeticOf, yearPeriod } from '@shucu/calendar';
import { CentersService, refuseOwnCenters } from '@shucu/centers';
import { AppError, type IsoDate } from '@shucu/kernel';
import { NotificationsService } from '@shucu/notifications';
import { OrganizationsService } from '@shucu/organizations';
import type { Actor } from '@shucu/permissions';
import { RuleSetsService } from '@shucu/rule-sets';
import { statutoryNow, statutoryToday, TenantContext } from '@shucu/tenancy';
import { WorkflowService } from '@shucu/workflow';
import { remainingBans } from './remaining-bans.js';
import { ReversalDecisionService } from './reversal-decision.service.js';
import { REVOCATION_MACHINE } from './revocation.machine.js';
import { type Reversal, RevocationCase } from './revocation-case.entity.js';
import { closedCenter, REVOCATION_SUBJECT, RevocationCasesService } from './revocation-cases.service.js';
import { CASE_DECIDED } from './revocation-messages.js';
import { RevocationNoticeService } from './revocation-notice.service.js';
import { BAN_WORDS } from './statement-words.js';

export interface RevocationDecision {
  readonly version: number;
  readonly decision: 'revoke' | 'dismiss';
  readonly reason: string;
}

/** Decides cases of revocation (第十七条), and carries out what a superior authority decides on them. */
@Injectable()
export class RevocationDecisionsService {
  constructor(
    private readonly cases: RevocationCasesService,
    private readonly centers: CentersService,
    private readonly organizations: OrganizationsService,
    private readonly rules: RuleSetsService,
    private readonly workflow: WorkflowService,
    private readonly notices: RevocationNoticeService,
    private readonly reversals: ReversalDecisionService,
    private readonly notifications: NotificationsService,
  ) {}

  /**
   * Revokes the center as of today, with numbered notice and ban, or dismisses the case; never by who opened it, and never before the
   * center has stated its case, waived, or let its period pass.
   */
  async decide(actor: Actor, id: string, { version, decision, reason }: RevocationDecision): Promise<RevocationCase> {
    const found = await this.cases.reachable(actor, id, 'decide');
    if (found.openedBy === actor.accountId) throw new AppError('revocation.ownCase');
    await refuseOwnCenters(actor, [found.centerId]);
    const change = {
      ...{ decided_by: actor.accountId, decided_at: await statutoryNow(TenantContext.manager) },
      decision_reason: reason,
    };
    const order = { id, actor, version, reason, change } as const;
    if (decision === 'dismiss') await this.workflow.take(REVOCATION_MACHINE, { ...order, transition: 'dismiss' });
    else await this.revoke(found, order);
    const decided = await this.cases.get(actor, id);
    if (decided.invitedAt) await this.tell(decided, decision, reason);
    return decided;
  }

  /** The center is active again and its lead free to apply, from today, by a superior decision; the revocation stays readable. */
  async reverse(
    actor: Actor,
    id: string,
    { version, ...reversal }: Reversal & { readonly version: number },
  ): Promise<RevocationCase> {
    const found = await this.cases.reachable(actor, id, 'reverse');
    await refuseOwnCenters(actor, [found.centerId]);
    const { manager } = TenantContext;
    const today = await statutoryToday(manager);
    refuseUnlikelyDay(reversal.decidedOn, found, today);
    const change = {
      ...{ reversal: JSON.stringify(reversal), reversed_by: actor.accountId },
      ...{ reversed_at: await statutoryNow(manager), reversed_on: today },
    };
    const { number, reason } = reversal;
    const order = { id, actor, version, reason, details: { number }, change } as const;
    await this.workflow.take(REVOCATION_MACHINE, { ...order, transition: 'reverse' });
    const reversed = await this.cases.get(actor, id);
    await this.centers.reinstate(await this.centers.lock(found.centerId));
    const isFree = await this.liftBan(reversed);
    await this.reversals.issue(reversed, isFree ? today : null);
    await this.tell(reversed, 'reverse', reason);
    return this.cases.get(actor, id);
  }

  private async revoke(
    { id, centerId, ruleSetId }: RevocationCase,
    order: { readonly actor: Actor; readonly version: number; readonly reason: string; readonly change: object },
  ): Promise<void> {
    const center = await this.centers.lock(centerId);
    const exitOn = await statutoryToday(TenantContext.manager);
    const { parameters } = await this.rules.get(ruleSetId);
    const ban = yearPeriod(exitOn, parameters.banYears, null);
    const change = {
      ...order.change,
      ...{ exit_on: exitOn, ban_through: ban.end, ban_arithmetic: arithmeticOf(ban, BAN_WORDS, 'zh-CN') },
      banned_organization_id: center.leadOrganizationId,
    };
    await this.workflow.take(REVOCATION_MACHINE, {
      ...{ ...order, id, transition: 'revoke', details: { exitOn, banThrough: ban.end }, change },
    });
    // After the step: whoever decides what was just decided is told that, rather than that the center is gone.
    if (center.exitedOn) throw closedCenter(center);
    await this.centers.exit(center, exitOn);
    await this.organizations.ban(center.leadOrganizationId, ban.end);
    const { manager, tenantId } = TenantContext;
    await this.notices.issue(await manager.findOneByOrFail(RevocationCase, { tenantId, id }));
  }

  /** Ends the ban of this case for its lead and whoever took its place, down to what other revocations leave; says whether the lead is free. */
  private async liftBan(reversed: RevocationCase): Promise<boolean> {
    const { bannedOrganizationId, banThrough } = reversed;
    if (!bannedOrganizationId || !banThrough) return false;
    const remaining = await remainingBans(bannedOrganizationId);
    for (const { id, through } of remaining) await this.organizations.limitBan(id, banThrough, through);
    return remaining.every(({ id, through }) => id !== bannedOrganizationId || through === null);
  }

  private async tell(found: RevocationCase, decision: keyof typeof CASE_DECIDED, reason: string): Promise<void> {
    const { name, leadOrganizationId } = await this.cases.centerOf(found);
    const lead = { role: 'centerOperator' as const, organizationId: leadOrganizationId };
    await this.notifications.send(
      CASE_DECIDED[decision],
      { roles: [lead] },
      {
        ...{ subject: { kind: REVOCATION_SUBJECT, id: found.id }, key: `${found.id} ${decision}` },
        params: { center: name, reason },
      },
    );
  }
}

function refuseUnlikelyDay(decidedOn: IsoDate, { exitOn }: RevocationCase, today: IsoDate): void {
  if (decidedOn <= today && (!exitOn || decidedOn >= exitOn)) return;
  const fault = { field: 'decidedOn', rule: 'range', message: '上级决定的日期应在退出之日以后、今天以前' };
  throw new AppError('validation.failed', { count: 1 }, [fault]);
}
