import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

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

export type RevocationState = 'open' | 'revoked' | 'dismissed';

/** How a state reads on screen. */
export const REVOCATION_STATE_TITLES: Record<RevocationState, string> = {
  open: '已立案',
  revoked: '已撤销',
  dismissed: '已结案（不予撤销）',
};

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

  @Column('uuid', { name: 'rule_set_id' })
  ruleSetId: string;

  /** Nobody where the platform opened it upon fails in a row. */
  @Column('uuid', { name: 'opened_by', nullable: true })
  openedBy: string | null;

  @CreateDateColumn({ name: 'opened_at', type: 'timestamptz' })
  openedAt: Date;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  @Column('text', { name: 'decision_reason', nullable: true })
  decisionReason: string | null;

  @Column('date', { name: 'exit_on', nullable: true })
  exitOn: string | null;

  /** Last day without the right to apply again. */
  @Column('date', { name: 'ban_through', nullable: true })
  banThrough: string | null;
}
