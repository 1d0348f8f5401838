import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The two rules in principle of 第八条: an organization builds one type, an industry has one industry center. */
export const EXCLUSION_RULES = ['organization', 'industry'] as const;
export type ExclusionRule = (typeof EXCLUSION_RULES)[number];

/** A written exception from 第八条, by a province officer: shown with the application, never taken back. */
@Entity('application_override')
export class ApplicationOverride {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'application_id' })
  applicationId: string;

  @Column('text')
  rule: ExclusionRule;

  /** The centers beside which this one may exist; a further one needs another exception. */
  @Column('uuid', { name: 'center_ids', array: true })
  centerIds: string[];

  @Column('text')
  reason: string;

  @Column('uuid', { name: 'decided_by' })
  decidedBy: string;

  @Column({ type: 'timestamptz', name: 'decided_at', insert: false, update: false })
  decidedAt: Date;
}
