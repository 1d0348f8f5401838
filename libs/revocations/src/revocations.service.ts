import { Injectable } from '@nestjs/common';
import { CentersService } from '@shucu/centers';
import { EvidenceService } from '@shucu/evidence';
import { AppError, newId } from '@shucu/kernel';
import { NotificationsService } from '@shucu/notifications';
import type { Actor } from '@shucu/permissions';
import { RuleSetsService } from '@shucu/rule-sets';
import { statutoryToday, TenantContext } from '@shucu/tenancy';
import { WorkflowService } from '@shucu/workflow';
import { REVOCATION_MACHINE } from './revocation.machine.js';
import { type Ground, RevocationCase, type RevocationFact } from './revocation-case.entity.js';
import { closedCenter, REVOCATION_SUBJECT, RevocationCasesService } from './revocation-cases.service.js';
import { CASE_BASIS_CHANGED, CASE_OPENED } from './revocation-messages.js';
import { StatementsService } from './statements.service.js';

/** A fact with the files that prove it. */
export interface FactInput {
  readonly statement: string;
  readonly evidence: readonly string[];
}

export interface NewRevocationCase {
  readonly centerId: string;
  readonly ground: Ground;
  readonly facts: readonly FactInput[];
}

/** Opens cases of revocation on one of four grounds (第十七条) and establishes their facts. */
@Injectable()
export class RevocationsService {
  constructor(
    private readonly cases: RevocationCasesService,
    private readonly centers: CentersService,
    private readonly rules: RuleSetsService,
    private readonly statements: StatementsService,
    private readonly workflow: WorkflowService,
    private readonly evidence: EvidenceService,
    private readonly notifications: NotificationsService,
  ) {}

  /** An officer opens a case; fails in a row open one by themselves. The center hears of it by the invitation to state its case. */
  async open(actor: Actor, { centerId, ground, facts }: NewRevocationCase): Promise<RevocationCase> {
    if (ground === 'consecutiveFails') throw new AppError('revocation.ground');
    const center = await this.centers.writable(actor, centerId, 'create', 'RevocationCase');
    if ((await this.centers.lock(center.id)).exitedOn) throw closedCenter(center);
    const rules = await this.rules.lastInForceOn(await statutoryToday(TenantContext.manager));
    const statements = facts.map(({ statement }) => ({ statement }));
    const opened = await this.insert(
      { centerId: center.id, ground, facts: statements, ruleSetId: rules.id, openedBy: actor.accountId },
      actor,
    );
    if (!opened) throw new AppError('revocation.openCase');
    await this.cite(actor, opened, facts);
    return this.cases.get(actor, opened.id);
  }

  /** Puts these facts, each with its evidence, in place of the present ones; possible until the center is told of them. */
  async establish(actor: Actor, id: string, version: number, facts: readonly FactInput[]): Promise<RevocationCase> {
    const found = await this.cases.reachable(actor, id, 'create');
    if (found.ground === 'consecutiveFails') throw new AppError('revocation.ground');
    if (found.state !== 'opened') throw new AppError('revocation.factsClosed');
    const order = { id, actor, version, event: 'establishFacts', article: '第十七条' };
    const statements = JSON.stringify(facts.map(({ statement }) => ({ statement })));
    const { to } = await this.workflow.record(REVOCATION_MACHINE, {
      ...order,
      details: { before: found.facts },
      change: { facts: statements },
    });
    // Somebody may have invited the center since it was read.
    if (to !== 'opened') throw new AppError('revocation.factsClosed');
    await this.cite(actor, found, facts);
    for (let index = facts.length; index < found.facts.length; index += 1) {
      await this.evidence.cite(actor, factPlace(found, index), []);
    }
    return this.cases.get(actor, id);
  }

  /** Has the center state its case: from then on the period runs. Every fact needs its evidence. */
  async invite(actor: Actor, id: string, version: number): Promise<RevocationCase> {
    const found = await this.cases.reachable(actor, id, 'create');
    const center = await this.centers.lock(found.centerId);
    if (center.exitedOn) throw closedCenter(center);
    await this.refuseUnproven(found);
    await this.statements.invite(found, actor, version);
    return this.cases.get(actor, id);
  }

  /**
   * Opens a case upon fails in a row and has the center state its case at once; none for a center that is gone, or where such a case
   * is open. Throws `calendar.uncovered` where the period for the statement reaches into a year that nobody has entered.
   */
  async openForConsecutiveFails(
    centerId: string,
    ruleSetId: string,
    facts: readonly RevocationFact[],
  ): Promise<RevocationCase | null> {
    const center = await this.centers.lock(centerId);
    if (center.exitedOn) return null;
    const opened = await this.insert({ centerId, ground: 'consecutiveFails', facts, ruleSetId, openedBy: null }, null);
    if (!opened) return null;
    await this.statements.invite(opened, null);
    const subject = { kind: REVOCATION_SUBJECT, id: opened.id };
    const officers = { roles: [{ role: 'provinceOfficer' as const }] };
    await this.notifications.send(CASE_OPENED, officers, { subject, key: opened.id, params: { center: center.name } });
    const { manager, tenantId } = TenantContext;
    return manager.findOneByOrFail(RevocationCase, { tenantId, id: opened.id });
  }

  /** Says on every case that rests on the rating, decided or not, that it was corrected, and tells the province; gives their ids. */
  async flagBasis(ratingId: string, flag: string): Promise<string[]> {
    const { manager, tenantId } = TenantContext;
    const resting = await manager.query<{ id: string; center: string }[]>(
      `SELECT revocation.id, center.name AS center FROM revocation_case revocation
       JOIN center ON center.tenant_id = revocation.tenant_id AND center.id = revocation.center_id
       WHERE revocation.tenant_id = $1 AND revocation.state IN ('opened', 'statement', 'heard', 'revoked')
         AND revocation.facts @> $2::jsonb ORDER BY revocation.id`,
      [tenantId, JSON.stringify([{ ratingId }])],
    );
    const officers = { roles: [{ role: 'provinceOfficer' as const }] };
    for (const { id, center } of resting) {
      const change = { basis_flag: flag };
      const { version } = await this.workflow.record(REVOCATION_MACHINE, {
        ...{ id, actor: null, event: 'flagBasis', article: '第十七条第（一）项' },
        ...{ details: { ratingId }, reason: flag, change },
      });
      const message = { subject: { kind: REVOCATION_SUBJECT, id }, key: `${id} ${version}`, params: { center, flag } };
      await this.notifications.send(CASE_BASIS_CHANGED, officers, message);
    }
    return resting.map(({ id }) => id);
  }

  private async insert(
    input: Pick<RevocationCase, 'centerId' | 'ground' | 'ruleSetId' | 'openedBy'> & {
      readonly facts: readonly RevocationFact[];
    },
    actor: Actor | null,
  ): Promise<RevocationCase | null> {
    const { manager, tenantId } = TenantContext;
    const id = newId();
    await manager
      .createQueryBuilder()
      .insert()
      .into(RevocationCase)
      .values({ ...input, facts: [...input.facts], tenantId, id, state: 'opened', version: 1 })
      .orIgnore()
      .updateEntity(false)
      .execute();
    const opened = await manager.findOneBy(RevocationCase, { tenantId, id });
    if (opened) await this.workflow.begin(REVOCATION_MACHINE, { id, actor, state: 'opened' });
    return opened;
  }

  private async cite(actor: Actor, found: RevocationCase, facts: readonly FactInput[]): Promise<void> {
    for (const [index, { evidence }] of facts.entries()) {
      await this.evidence.cite(actor, factPlace(found, index), evidence);
    }
  }

  private async refuseUnproven({ id, facts }: RevocationCase): Promise<void> {
    const cited = new Set((await this.evidence.of(REVOCATION_SUBJECT, [id])).map(({ place }) => place));
    const unproven = facts.flatMap((_fact, index) => (cited.has(`facts.${index}`) ? [] : [index + 1]));
    if (unproven.length > 0) throw new AppError('revocation.unproven', { facts: unproven.join('、') });
  }
}

function factPlace({ id, centerId }: RevocationCase, index: number) {
  return { subjectKind: REVOCATION_SUBJECT, subjectId: id, place: `facts.${index}`, centerId };
}
