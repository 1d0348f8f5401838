import { Column, Entity, PrimaryColumn } from 'typeorm';

export const OBJECTION_STATES = ['received', 'inadmissible', 'dismissed', 'upheld'] as const;
export type ObjectionState = (typeof OBJECTION_STATES)[number];

/** What an upheld objection means for the center: corrected and put on notice again, or not passed. */
export const CONSEQUENCES = ['none', 'renew', 'fail'] as const;
export type Consequence = (typeof CONSEQUENCES)[number];

/** An objection to one candidate on a notice (异议), by somebody who says who they are. */
@Entity('objection')
export class Objection {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'notice_id' })
  noticeId: string;

  @Column('uuid', { name: 'application_id' })
  applicationId: string;

  /** Number of its receipt, which the objector keeps. */
  @Column('text')
  receipt: string;

  /** Of the secret with which an objector without an account asks what became of it. */
  @Column('text', { name: 'ticket_hash', nullable: true })
  ticketHash: string | null;

  @Column('text', { name: 'objector_kind' })
  objectorKind: 'person' | 'organization';

  @Column('text', { name: 'objector_name' })
  objectorName: string;

  /** Identity card number of a person, credit code of an organization. */
  @Column('text', { name: 'identity_number' })
  identityNumber: string;

  @Column('text')
  phone: string;

  @Column('text', { nullable: true })
  email: string | null;

  @Column('text')
  content: string;

  /** Nobody where it came by the public page. */
  @Column('uuid', { name: 'filed_by', nullable: true })
  filedBy: string | null;

  /** By the statutory clock. */
  @Column({ type: 'timestamptz', name: 'filed_at', insert: false, update: false })
  filedAt: Date;

  @Column('text')
  state: ObjectionState;

  @Column('int')
  version: number;

  @Column('text', { nullable: true })
  findings: string | null;

  @Column('text', { nullable: true })
  answer: string | null;

  @Column('text', { nullable: true })
  consequence: Consequence | null;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column({ type: 'timestamptz', name: 'decided_at', nullable: true })
  decidedAt: Date | null;
}
