import { Injectable } from '@nestjs/common';
import { CENTER_COLUMNS, CENTER_STATUS_TITLES, Center } from '@shucu/centers';
import { type CitedFile, EvidenceService, EvidenceSubject } from '@shucu/evidence';
import { AppError } from '@shucu/kernel';
import { type Action, type Actor, scopeRows } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import { type CaseStep, WorkflowService } from '@shucu/workflow';
import type { SelectQueryBuilder } from 'typeorm';
import { RevocationCase } from './revocation-case.entity.js';

/** The kind of row as which a case cites files. */
export const REVOCATION_SUBJECT = 'revocationCase';

/** A case with everything that belongs to it: what its facts and the statement rest on, and each of its steps. */
export interface RevocationFile {
  readonly found: RevocationCase;
  readonly evidence: readonly CitedFile[];
  readonly steps: readonly CaseStep[];
}

/** Cases of revocation as people see them. */
@Injectable()
export class RevocationCasesService {
  constructor(
    private readonly evidence: EvidenceService,
    private readonly workflow: WorkflowService,
  ) {}

  async get(actor: Actor, id: string): Promise<RevocationCase> {
    return this.reachable(actor, id, 'read');
  }

  /** The case for which the actor may do the action; otherwise it is as if it did not exist. */
  async reachable(actor: Actor, id: string, action: Action): Promise<RevocationCase> {
    const found = await this.visible(actor, action).andWhere('revocation.id = :id', { id }).getOne();
    if (!found) throw new AppError('resource.notFound');
    return found;
  }

  async file(actor: Actor, id: string): Promise<RevocationFile> {
    const found = await this.get(actor, id);
    const evidence = await this.evidence.of(REVOCATION_SUBJECT, [id]);
    return { found, evidence, steps: await this.workflow.steps([id]) };
  }

  /** Newest first; `after` is the last id of the page before. */
  list(
    actor: Actor,
    { after, limit, centerId }: { after?: string | undefined; limit: number; centerId?: string | undefined },
  ): Promise<RevocationCase[]> {
    const query = this.visible(actor, 'read').orderBy('revocation.id', 'DESC').limit(limit);
    if (after) query.andWhere('revocation.id < :after', { after });
    if (centerId) query.andWhere('revocation.center_id = :centerId', { centerId });
    return query.getMany();
  }

  /** The center of a case, whoever asks. */
  centerOf({ centerId }: RevocationCase): Promise<Center> {
    const { manager, tenantId } = TenantContext;
    return manager.findOneByOrFail(Center, { tenantId, id: centerId });
  }

  /** Who may read the case may have what it cites. */
  @EvidenceSubject(REVOCATION_SUBJECT)
  async mayRead(actor: Actor, id: string): Promise<boolean> {
    await this.get(actor, id);
    return true;
  }

  private visible(actor: Actor, action: Action): SelectQueryBuilder<RevocationCase> {
    const { manager, tenantId } = TenantContext;
    const query = manager
      .createQueryBuilder(RevocationCase, 'revocation')
      .innerJoin(Center, 'center', 'center.tenant_id = revocation.tenant_id AND center.id = revocation.center_id')
      .where('revocation.tenant_id = :tenantId', { tenantId });
    const columns = { ...CENTER_COLUMNS, released: '(revocation.invited_at IS NOT NULL)' };
    return scopeRows(query, columns, actor, action as 'read', 'RevocationCase');
  }
}

/** A center that is gone can no longer be told, or revoked. */
export function closedCenter({ status }: Center): AppError {
  return new AppError('record.centerClosed', { status: CENTER_STATUS_TITLES[status] });
}
