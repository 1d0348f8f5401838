import { Injectable } from '@nestjs/common';
import { endOfYears } from '@shucu/calendar';
import { CENTER_COLUMNS, CENTER_STATUS_TITLES, Center, CentersService, refuseOwnCenters } from '@shucu/centers';
import { AppError, newId } from '@shucu/kernel';
import { OrganizationsService } from '@shucu/organizations';
import { type Actor, scopeRows } from '@shucu/permissions';
import { RuleSetsService } from '@shucu/rule-sets';
import { statutoryToday, TenantContext } from '@shucu/tenancy';
import { type Ground, REVOCATION_STATE_TITLES, RevocationCase, type RevocationFact } from './revocation-case.entity.js';
import { RevocationNoticeService } from './revocation-notice.service.js';

export interface NewRevocationCase {
  readonly centerId: string;
  readonly ground: Ground;
  readonly facts: readonly RevocationFact[];
}

export interface RevocationDecision {
  readonly decision: 'revoke' | 'dismiss';
  readonly reason: string;
}

/** Revocation cases (第十七条): opened on one of four grounds, decided by somebody else. */
@Injectable()
export class RevocationsService {
  constructor(
    private readonly centers: CentersService,
    private readonly organizations: OrganizationsService,
    private readonly rules: RuleSetsService,
    private readonly notices: RevocationNoticeService,
  ) {}

  /** An officer opens a case with evidence; fails in a row open one by themselves. */
  async open(actor: Actor, { centerId, ground, facts }: NewRevocationCase): Promise<RevocationCase> {
    if (ground === 'consecutiveFails') throw new AppError('revocation.ground');
    const center = await this.centers.writable(actor, centerId, 'create', 'RevocationCase');
    if ((await this.centers.lock(center.id)).exitedOn) throw closed(center);
    const rules = await this.rules.inForceOn(await statutoryToday(TenantContext.manager));
    const opened = await this.insert({
      centerId: center.id,
      ground,
      facts,
      ruleSetId: rules.id,
      openedBy: actor.accountId,
    });
    if (!opened) throw new AppError('revocation.openCase');
    return opened;
  }

  /** Opens a case upon fails in a row; none for a center that is gone, or where such a case is open. */
  async openForConsecutiveFails(
    centerId: string,
    ruleSetId: string,
    facts: readonly RevocationFact[],
  ): Promise<RevocationCase | null> {
    if ((await this.centers.lock(centerId)).exitedOn) return null;
    return this.insert({ centerId, ground: 'consecutiveFails', facts, ruleSetId, openedBy: null });
  }

  /** Revokes the center as of today, with numbered notice and ban, or dismisses the case; once, and never by who opened it. */
  async decide(actor: Actor, id: string, { decision, reason }: RevocationDecision): Promise<RevocationCase> {
    const { manager, tenantId } = TenantContext;
    await this.get(actor, id);
    const found = await manager
      .createQueryBuilder(RevocationCase, 'revocation')
      .setLock('pessimistic_write')
      .where('revocation.tenant_id = :tenantId AND revocation.id = :id', { tenantId, id })
      .getOneOrFail();
    if (found.state !== 'open') throw new AppError('revocation.state', { state: REVOCATION_STATE_TITLES[found.state] });
    if (found.openedBy === actor.accountId) throw new AppError('revocation.ownCase');
    await refuseOwnCenters(actor, [found.centerId]);
    const decided = { decidedBy: actor.accountId, decidedAt: () => 'now()', decisionReason: reason };
    if (decision === 'dismiss') {
      await manager.update(RevocationCase, { tenantId, id }, { ...decided, state: 'dismissed' });
    } else {
      const center = await this.centers.lock(found.centerId);
      if (center.exitedOn) throw closed(center);
      const exitOn = await statutoryToday(manager);
      const { parameters } = await this.rules.get(found.ruleSetId);
      const banThrough = endOfYears(exitOn, parameters.banYears);
      await manager.update(RevocationCase, { tenantId, id }, { ...decided, state: 'revoked', exitOn, banThrough });
      await this.centers.exit(center, exitOn);
      await this.organizations.ban(center.leadOrganizationId, banThrough);
      await this.notices.issue(await this.get(actor, id));
    }
    return this.get(actor, id);
  }

  async get(actor: Actor, id: string): Promise<RevocationCase> {
    const found = await this.visible(actor).andWhere('revocation.id = :id', { id }).getOne();
    if (!found) throw new AppError('resource.notFound');
    return found;
  }

  /** Newest first; `after` is the last id of the page before. */
  list(actor: Actor, { after, limit }: { after?: string | undefined; limit: number }): Promise<RevocationCase[]> {
    const query = this.visible(actor).orderBy('revocation.id', 'DESC').limit(limit);
    if (after) query.andWhere('revocation.id < :after', { after });
    return query.getMany();
  }

  private async insert(
    input: Pick<RevocationCase, 'centerId' | 'ground' | 'ruleSetId' | 'openedBy'> & {
      facts: readonly RevocationFact[];
    },
  ): Promise<RevocationCase | null> {
    const { manager, tenantId } = TenantContext;
    const id = newId();
    await manager
      .createQueryBuilder()
      .insert()
      .into(RevocationCase)
      .values({ ...input, facts: [...input.facts], tenantId, id, state: 'open' })
      .orIgnore()
      .updateEntity(false)
      .execute();
    return manager.findOneBy(RevocationCase, { tenantId, id });
  }

  private visible(actor: Actor) {
    const { manager, tenantId } = TenantContext;
    const query = manager
      .createQueryBuilder(RevocationCase, 'revocation')
      .innerJoin(Center, 'center', 'center.tenant_id = revocation.tenant_id AND center.id = revocation.center_id')
      .where('revocation.tenant_id = :tenantId', { tenantId });
    return scopeRows(query, CENTER_COLUMNS, actor, 'read', 'RevocationCase');
  }
}

function closed({ status }: Center): AppError {
  return new AppError('record.centerClosed', { status: CENTER_STATUS_TITLES[status] });
}
