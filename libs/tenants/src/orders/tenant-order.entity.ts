import { Column, Entity, PrimaryColumn } from 'typeorm';

export const ORDER_KINDS = ['export', 'erasure'] as const;
export type OrderKind = (typeof ORDER_KINDS)[number];

export const ORDER_STATES = ['ordered', 'confirmed', 'done', 'failed', 'withdrawn'] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export const ORDER_STATE_TITLES: Readonly<Record<OrderState, string>> = {
  ordered: '已申请',
  confirmed: '已确认',
  done: '已完成',
  failed: '失败',
  withdrawn: '已撤回',
};

/** The encrypted archive of an export. */
export interface ExportResult {
  readonly sha256: string;
  readonly bytes: number;
}

/** What an erasure took away: rows by table, and the last link of the audit chain that went with them. */
export interface ErasureResult {
  readonly rows: Readonly<Record<string, number>>;
  readonly lastEntry: { readonly seq: number; readonly algorithm: string; readonly hash: string } | null;
}

/** The order to export or to erase a tenant; a row of the platform. An erasure needs a second operator, which a CHECK holds. */
@Entity('tenant_order')
export class TenantOrder {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: OrderKind;

  /** The tenant that is exported or erased. */
  @Column('uuid', { name: 'target_id' })
  targetId: string;

  @Column('text')
  state: OrderState;

  /** Of an export: the age recipient that it is encrypted to. */
  @Column('text', { nullable: true })
  recipient: string | null;

  @Column('uuid', { name: 'requested_by' })
  requestedBy: string;

  @Column({ name: 'requested_at', type: 'timestamptz', insert: false })
  requestedAt: Date;

  @Column('uuid', { name: 'confirmed_by', nullable: true })
  confirmedBy: string | null;

  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt: Date | null;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;

  @Column('jsonb', { nullable: true })
  result: ExportResult | ErasureResult | null;

  @Column('text', { nullable: true })
  failure: string | null;
}
