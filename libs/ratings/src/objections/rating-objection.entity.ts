import { Column, Entity, PrimaryColumn } from 'typeorm';

export const OBJECTION_STATES = ['filed', 'upheld', 'rejected', 'withdrawn'] as const;

/** What a center has against its rating; by run and center, as a computation makes the rating anew. */
@Entity('rating_objection')
export class RatingObjection {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'run_id' })
  runId: string;

  @Column('uuid', { name: 'center_id' })
  centerId: string;

  @Column('text')
  state: (typeof OBJECTION_STATES)[number];

  @Column('int')
  version: number;

  @Column('text')
  objection: string;

  @Column('uuid', { name: 'filed_by' })
  filedBy: string;

  /** By the statutory clock, as is the answer. */
  @Column({ type: 'timestamptz', name: 'filed_at', insert: false, update: false })
  filedAt: Date;

  @Column('text', { nullable: true })
  answer: string | null;

  @Column('uuid', { name: 'answered_by', nullable: true })
  answeredBy: string | null;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt: Date | null;

  /** The computation of the run upon which it was answered: one that was upheld asks for a later one. */
  @Column('int', { name: 'answered_computation', nullable: true })
  answeredComputation: number | null;
}
