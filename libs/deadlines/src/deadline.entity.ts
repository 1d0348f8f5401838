import type { RoleHolders } from '@shucu/notifications';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export const DEADLINE_STATES = ['open', 'met', 'passed', 'cancelled'] as const;
export type DeadlineState = (typeof DEADLINE_STATES)[number];

/** By when something must have happened (or until when it must not): a row, watched against the database's clock. */
@Entity('deadline')
export class Deadline {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  /** E.g. `notice.period`; a subject has one open deadline of a kind. */
  @Column('text')
  kind: string;

  @Column('text', { name: 'subject_kind' })
  subjectKind: string;

  @Column('uuid', { name: 'subject_id' })
  subjectId: string;

  @Column('uuid', { name: 'center_id', nullable: true })
  centerId: string | null;

  /** What is due, as people read it. */
  @Column('text')
  title: string;

  /** The last day; it ends at 24:00 in Asia/Shanghai. */
  @Column('date', { name: 'due_on' })
  dueOn: string;

  /** How the day was reckoned, in a sentence. */
  @Column('text')
  arithmetic: string;

  /** Of the rule document. */
  @Column('text', { nullable: true })
  article: string | null;

  /** Whose business it is. */
  @Column('jsonb')
  holders: RoleHolders[];

  @Column('text')
  state: DeadlineState;

  /** Met after its last day. */
  @Column('boolean')
  late: boolean;

  @Column({ type: 'timestamptz', name: 'set_at', insert: false, update: false })
  setAt: Date;

  @Column({ type: 'timestamptz', name: 'settled_at', nullable: true })
  settledAt: Date | null;

  /** Why what its passing brings about could not be done yet; it is tried again. */
  @Column('text', { nullable: true })
  fault: string | null;
}
