import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Not evaluated in this run, e.g. for force majeure; or did not cooperate (第十七条第（三）项), which is told apart and decides nothing by itself. */
export const REMARK_KINDS = ['notEvaluated', 'nonCooperation'] as const;
export type RemarkKind = (typeof REMARK_KINDS)[number];

/** What an officer says of a center in a run; it stays when the run is computed again. */
@Entity('rating_remark')
export class RatingRemark {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'run_id' })
  runId: string;

  @Column('uuid', { name: 'center_id' })
  centerId: string;

  @Column('text')
  kind: RemarkKind;

  @Column('text')
  reason: string;

  @Column('uuid', { name: 'made_by' })
  madeBy: string;

  @Column({ type: 'timestamptz', name: 'made_at', insert: false, update: false })
  madeAt: Date;

  @Column('uuid', { name: 'withdrawn_by', nullable: true })
  withdrawnBy: string | null;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;

  @Column('text', { name: 'withdrawal_reason', nullable: true })
  withdrawalReason: string | null;
}
