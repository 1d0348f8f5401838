import { Injectable } from '@nestjs/common';
import { CENTER_COLUMNS, CENTER_STATUS_TITLES, Center, standBehind } from '@shucu/centers';
import { AppError, type FieldFault } from '@shucu/kernel';
import { type Actor, organizationsOf, scopeRows } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import { In } from 'typeorm';
import { ServiceRecord } from './service-record.entity.js';
import type { Verification } from './subject-columns.js';

/** Many records to verify at once, each on the version that was seen. */
export interface VerificationOrder {
  readonly verification: Verification;
  readonly items: readonly { readonly id: string; readonly version: number }[];
  /** Whether those that can be verified are, where others cannot. */
  readonly isPartial: boolean;
}

/** What became of one of them, in the order in which they were given. */
export interface VerificationOutcome {
  readonly id: string;
  readonly isDone: boolean;
  /** Of the row now; null where there is none within reach. */
  readonly version: number | null;
  /** Why not, in a code and a sentence. */
  readonly refusal: { readonly code: string; readonly message: string } | null;
}

/** What is known of the rows that were asked for. */
interface Found {
  readonly records: ReadonlyMap<string, ServiceRecord>;
  readonly centers: ReadonlyMap<string, Center>;
  readonly ownCenters: ReadonlySet<string>;
}

/** The bureau's word on many records (第四条 日常监管): all of them or none, unless asked for what is possible. */
@Injectable()
export class BulkVerificationService {
  /**
   * Gives every row its outcome. Throws `record.bulkRefused` with a fault a row and changes nothing where one cannot be verified and
   * the order does not say that the others should be.
   */
  async verify(actor: Actor, { verification, items, isPartial }: VerificationOrder): Promise<VerificationOutcome[]> {
    const found = await this.find(
      actor,
      items.map(({ id }) => id),
    );
    const refusals = items.map((item) => refusalOf(item, found, actor));
    const faults = refusals.flatMap((refusal, index) => (refusal ? [faultOf(refusal, index)] : []));
    if (faults.length > 0 && !isPartial) throw new AppError('record.bulkRefused', { count: faults.length }, faults);
    const ids = items.filter((_, index) => !refusals[index]).map(({ id }) => id);
    const versions = await this.write(ids, verification);
    return items.map(({ id }, index) => {
      const refusal = refusals[index];
      const version = versions.get(id) ?? found.records.get(id)?.version ?? null;
      const told = refusal ? { code: refusal.code, message: refusal.sentence('zh') } : null;
      return { id, isDone: !refusal, version, refusal: told };
    });
  }

  /** The rows within reach, under a lock, in an order that two orders at once share. */
  private async find(actor: Actor, ids: readonly string[]): Promise<Found> {
    const { manager, tenantId } = TenantContext;
    const query = manager
      .createQueryBuilder(ServiceRecord, 'row')
      .setLock('pessimistic_write', undefined, ['row'])
      .innerJoin(Center, 'center', 'center.tenant_id = row.tenant_id AND center.id = row.center_id')
      .where('row.tenant_id = :tenantId AND row.id = ANY (:ids)', { tenantId, ids })
      .orderBy('row.id');
    const rows = await scopeRows(query, CENTER_COLUMNS, actor, 'verify', 'ServiceRecord').getMany();
    const centerIds = [...new Set(rows.map(({ centerId }) => centerId))];
    const centers = await manager.findBy(Center, { tenantId, id: In(centerIds) });
    const own: string[] = [];
    for (const id of centerIds) if (await standBehind(organizationsOf(actor), [id])) own.push(id);
    return {
      records: new Map(rows.map((row) => [row.id, row])),
      centers: new Map(centers.map((center) => [center.id, center])),
      ownCenters: new Set(own),
    };
  }

  private async write(ids: readonly string[], verification: Verification): Promise<ReadonlyMap<string, number>> {
    const { manager, tenantId } = TenantContext;
    const [rows] = await manager.query<[{ id: string; version: number }[], number]>(
      `UPDATE service_record SET verification = $3, version = version + 1, updated_at = now()
       WHERE tenant_id = $1 AND id = ANY ($2::uuid[]) RETURNING id, version`,
      [tenantId, ids, verification],
    );
    return new Map(rows.map(({ id, version }) => [id, version]));
  }
}

/** Why a row cannot be verified by this person, if so: the same reasons as for one alone. */
function refusalOf(
  { id, version }: VerificationOrder['items'][number],
  { records, centers, ownCenters }: Found,
  { accountId }: Actor,
): AppError | null {
  const record = records.get(id);
  const center = record && centers.get(record.centerId);
  if (!record || !center) return new AppError('resource.notFound');
  if (record.createdBy === accountId) return new AppError('record.ownRecord');
  if (ownCenters.has(center.id)) return new AppError('decision.ownOrganization');
  if (center.exitedOn) return new AppError('record.centerClosed', { status: CENTER_STATUS_TITLES[center.status] });
  if (record.status === 'void') return new AppError('record.void');
  if (record.version !== version) return new AppError('conflict.stale', { current: record.version, given: version });
  return null;
}

function faultOf(refusal: AppError, index: number): FieldFault {
  const message = refusal.sentence('zh');
  return { field: `items.${index}`, rule: refusal.code, message, en: refusal.sentence('en') };
}
