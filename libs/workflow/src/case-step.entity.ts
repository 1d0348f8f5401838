import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One step of a case: from which state to which, by whom, when, why. Never changed. */
@Entity('case_step')
export class CaseStep {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  /** Id of the state machine. */
  @Column('text')
  machine: string;

  @Column('uuid', { name: 'subject_id' })
  subjectId: string;

  /** The version of the row after the step. */
  @Column('int', { name: 'subject_version' })
  subjectVersion: number;

  @Column('text')
  transition: string;

  @Column('text', { name: 'from_state', nullable: true })
  fromState: string | null;

  @Column('text', { name: 'to_state' })
  toState: string;

  /** Of the rule document. */
  @Column('text', { nullable: true })
  article: string | null;

  /** Nobody where the platform took the step by itself. */
  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId: string | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('jsonb')
  details: Readonly<Record<string, unknown>>;

  /** By the statutory clock. */
  @Column({ type: 'timestamptz', name: 'taken_at', insert: false, update: false })
  takenAt: Date;
}
