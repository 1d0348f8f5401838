import { Injectable } from '@nestjs/common';
import { DeadlinesService, LegalCalendarService } from '@shucu/deadlines';
import { EvidenceService } from '@shucu/evidence';
import { AppError } from '@shucu/kernel';
import { NotificationsService } from '@shucu/notifications';
import type { Actor } from '@shucu/permissions';
import { RuleSetsService } from '@shucu/rule-sets';
import { statutoryNow, TenantContext } from '@shucu/tenancy';
import { WorkflowService } from '@shucu/workflow';
import { REVOCATION_MACHINE } from './revocation.machine.js';
import { GROUND_TEXTS, type RevocationCase, type StatementKind } from './revocation-case.entity.js';
import { REVOCATION_SUBJECT, RevocationCasesService } from './revocation-cases.service.js';
import { CASE_HEARD, STATEMENT_INVITED } from './revocation-messages.js';
import { StatementInvitationService } from './statement-invitation.service.js';
import { STATEMENT_WORDS } from './statement-words.js';

/** The deadline of a center's statement. */
export const STATEMENT_DEADLINE = 'revocation.statement';

/** What the center answers: its case with evidence, or that it gives its right up and why. */
export type StatementInput =
  | { readonly waived: false; readonly statement: string; readonly evidence: readonly string[] }
  | { readonly waived: true; readonly reason: string };

/** The center is heard before anything is decided (第十七条): invited, within a period that never ends early. */
@Injectable()
export class StatementsService {
  constructor(
    private readonly cases: RevocationCasesService,
    private readonly rules: RuleSetsService,
    private readonly calendars: LegalCalendarService,
    private readonly deadlines: DeadlinesService,
    private readonly workflow: WorkflowService,
    private readonly evidence: EvidenceService,
    private readonly notifications: NotificationsService,
    private readonly invitations: StatementInvitationService,
  ) {}

  /** Sets the period of the rule set going, tells the center and issues the invitation; `version` is left out by the platform alone. */
  async invite(found: RevocationCase, actor: Actor | null, version?: number): Promise<void> {
    const { manager } = TenantContext;
    const { parameters } = await this.rules.get(found.ruleSetId);
    const { workingDays } = parameters.statement;
    const reckoned = await this.calendars.workingDaysFromToday(workingDays, STATEMENT_WORDS);
    const { dueOn, arithmetic } = reckoned;
    const change = {
      ...{ invited_at: await statutoryNow(manager), statement_due_on: dueOn, statement_arithmetic: arithmetic },
    };
    const { id, ground } = found;
    const order = { id, transition: 'invite', actor, details: { dueOn }, change } as const;
    await this.workflow.take(REVOCATION_MACHINE, version === undefined ? order : { ...order, version });
    const center = await this.cases.centerOf(found);
    const lead = { role: 'centerOperator' as const, organizationId: center.leadOrganizationId };
    await this.deadlines.set({
      ...{ kind: STATEMENT_DEADLINE, subjectKind: REVOCATION_SUBJECT, subjectId: id, centerId: center.id },
      ...{ title: `${center.name}陈述申辩`, dueOn, arithmetic, article: '第十七条' },
      ...{ holders: [lead], remindDaysBefore: [1] },
    });
    const params = { ground: GROUND_TEXTS[ground].text, center: center.name, dueOn, arithmetic };
    const subject = { kind: REVOCATION_SUBJECT, id };
    await this.notifications.send(STATEMENT_INVITED, { roles: [lead] }, { subject, key: id, params });
    await this.invitations.issue(found, reckoned);
  }

  /** The center states its case, or waives; once, and until the last day of the period is over. */
  async state(actor: Actor, id: string, version: number, input: StatementInput): Promise<RevocationCase> {
    const found = await this.cases.reachable(actor, id, 'state');
    // First of all, so that the deadline is locked before the case, as the reconciler does; its clock is the database's.
    const met = await this.deadlines.meet(STATEMENT_DEADLINE, id);
    if (met?.late) throw new AppError('revocation.statementLate', { dueOn: found.statementDueOn ?? '' });
    const kind = input.waived ? 'waived' : 'stated';
    const text = input.waived ? input.reason : input.statement;
    await this.workflow.take(REVOCATION_MACHINE, {
      ...{ id, actor, version, transition: input.waived ? 'waive' : 'state', reason: text },
      change: {
        ...{ statement_kind: kind, statement: text },
        ...{ stated_by: actor.accountId, stated_at: await statutoryNow(TenantContext.manager) },
      },
    });
    if (!input.waived) {
      const place = { subjectKind: REVOCATION_SUBJECT, subjectId: id, place: 'statement', centerId: found.centerId };
      await this.evidence.cite(actor, place, input.evidence);
    }
    await this.tellHeard(found, kind);
    return this.cases.get(actor, id);
  }

  /** The period is over and the center has said nothing; changes nothing where it has. */
  async lapse(found: RevocationCase): Promise<void> {
    if (found.state !== 'statement') return;
    const change = { statement_kind: 'lapsed', stated_at: await statutoryNow(TenantContext.manager) };
    await this.workflow.take(REVOCATION_MACHINE, { id: found.id, actor: null, transition: 'lapse', change });
    await this.tellHeard(found, 'lapsed');
  }

  private async tellHeard(found: RevocationCase, kind: StatementKind): Promise<void> {
    const { name } = await this.cases.centerOf(found);
    await this.notifications.send(
      CASE_HEARD[kind],
      { roles: [{ role: 'provinceOfficer' }] },
      {
        ...{ subject: { kind: REVOCATION_SUBJECT, id: found.id }, key: found.id },
        params: { center: name },
      },
    );
  }
}
