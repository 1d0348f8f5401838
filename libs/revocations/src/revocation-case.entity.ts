import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The four grounds of 第十七条, in its order. */
export const GROUNDS = ['consecutiveFails', 'falseMaterial', 'nonCooperation', 'unableToOperate'] as const;
export type Ground = (typeof GROUNDS)[number];

/** How a ground reads in a document, with its item of the article. */
export const GROUND_TEXTS: Record<Ground, { readonly article: string; readonly text: string }> = {
  consecutiveFails: { article: '第十七条第（一）项', text: '连续两次在年度评估中不合格' },
  falseMaterial: { article: '第十七条第（二）项', text: '提供虚假材料和数据，违反有关法律法规' },
  nonCooperation: { article: '第十七条第（三）项', text: '不配合评估相关工作' },
  unableToOperate: {
    article: '第十七条第（四）项',
    text: '因不可抗力等原因，无法继续履行促进中心运营管理工作或提供服务',
  },
};

/** One established fact; for fails in a row, one of the ratings that failed. */
export interface RevocationFact {
  readonly statement: string;
  readonly year?: number;
  readonly total?: string;
  readonly grade?: string;
  readonly ratingId?: string;
}

export const REVOCATION_STATES = ['opened', 'statement', 'heard', 'revoked', 'dismissed', 'reversed'] as const;
export type RevocationState = (typeof REVOCATION_STATES)[number];

/** What the center made of its right to be heard: it stated its case, gave the right up, or let the period pass. */
export const STATEMENT_KINDS = ['stated', 'waived', 'lapsed'] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

/** Where a decision may come from that reverses a revocation. */
export const SUPERIOR_KINDS = ['reconsideration', 'court', 'supervision'] as const;

/** The superior decision by which a revocation was reversed. */
export interface Reversal {
  readonly kind: (typeof SUPERIOR_KINDS)[number];
  readonly authority: string;
  readonly title: string;
  readonly number: string;
  /** ISO date of the superior decision. */
  readonly decidedOn: string;
  readonly reason: string;
}

/** A case for the revocation of a center's qualification (第十七条). */
@Entity('revocation_case')
export class RevocationCase {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'center_id' })
  centerId: string;

  @Column('text')
  ground: Ground;

  @Column('jsonb')
  facts: RevocationFact[];

  @Column('text')
  state: RevocationState;

  @Column('int')
  version: number;

  /** The rules under which it was opened; it is decided by them whatever comes into force meanwhile. */
  @Column('uuid', { name: 'rule_set_id' })
  ruleSetId: string;

  /** Nobody where the platform opened it upon fails in a row. */
  @Column('uuid', { name: 'opened_by', nullable: true })
  openedBy: string | null;

  /** By the statutory clock, as are all moments of a case. */
  @Column({ type: 'timestamptz', name: 'opened_at', insert: false, update: false })
  openedAt: Date;

  /** When the center was told, and from when on it sees the case. */
  @Column('timestamptz', { name: 'invited_at', nullable: true })
  invitedAt: Date | null;

  /** Last day on which the center may state its case. */
  @Column('date', { name: 'statement_due_on', nullable: true })
  statementDueOn: string | null;

  @Column('text', { name: 'statement_arithmetic', nullable: true })
  statementArithmetic: string | null;

  @Column('text', { name: 'statement_kind', nullable: true })
  statementKind: StatementKind | null;

  /** What the center stated, or why it waived. */
  @Column('text', { nullable: true })
  statement: string | null;

  @Column('uuid', { name: 'stated_by', nullable: true })
  statedBy: string | null;

  @Column('timestamptz', { name: 'stated_at', nullable: true })
  statedAt: Date | null;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  @Column('text', { name: 'decision_reason', nullable: true })
  decisionReason: string | null;

  @Column('date', { name: 'exit_on', nullable: true })
  exitOn: string | null;

  /** Last day without the right to apply again, as decided; a reversal lifts the ban and leaves the day readable. */
  @Column('date', { name: 'ban_through', nullable: true })
  banThrough: string | null;

  /** How that day was reckoned, in a sentence. */
  @Column('text', { name: 'ban_arithmetic', nullable: true })
  banArithmetic: string | null;

  /** Who was the lead then. */
  @Column('uuid', { name: 'banned_organization_id', nullable: true })
  bannedOrganizationId: string | null;

  @Column('jsonb', { nullable: true })
  reversal: Reversal | null;

  @Column('uuid', { name: 'reversed_by', nullable: true })
  reversedBy: string | null;

  @Column('timestamptz', { name: 'reversed_at', nullable: true })
  reversedAt: Date | null;

  /** From when the center is active again and its lead is free to apply. */
  @Column('date', { name: 'reversed_on', nullable: true })
  reversedOn: string | null;

  /** Why an officer should look at it again: an evaluation that it rests on was corrected. */
  @Column('text', { name: 'basis_flag', nullable: true })
  basisFlag: string | null;
}
