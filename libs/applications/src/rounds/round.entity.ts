import { Column, Entity, PrimaryColumn } from 'typeorm';

export const ROUND_STATES = ['planned', 'open', 'closed'] as const;

/** Follows from the round's dates and the statutory day; nobody moves it. */
export type RoundState = (typeof ROUND_STATES)[number];

/** One yearly call for applications (第九条): a tenant has one a year. */
@Entity('round')
export class Round {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('int')
  year: number;

  @Column('text')
  title: string;

  /** What the province's notice of that year says (第九条). */
  @Column('text')
  notice: string;

  /** First day on which applications are taken. */
  @Column('date', { name: 'opens_on' })
  opensOn: string;

  /** Last day, until 24:00 in Asia/Shanghai. */
  @Column('date', { name: 'closes_on' })
  closesOn: string;

  /** The rule set in force on the first day; every application of the round stays under it. */
  @Column('uuid', { name: 'rule_set_id' })
  ruleSetId: string;

  @Column('int')
  version: number;

  /** The officer who called it. */
  @Column('uuid', { name: 'called_by' })
  calledBy: string;

  /** By the statutory clock. */
  @Column({ type: 'timestamptz', name: 'called_at', insert: false, update: false })
  calledAt: Date;
}
