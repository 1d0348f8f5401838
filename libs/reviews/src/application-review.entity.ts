import { Column, Entity, PrimaryColumn } from 'typeorm';

export const REVIEW_KINDS = ['preliminary', 'recommendation', 'formal'] as const;
export type ReviewKind = (typeof REVIEW_KINDS)[number];

/** What a stated value was found to be. */
export interface VerifiedItem {
  readonly measure: string;
  /** Decimal string. */
  readonly verified: string;
  readonly remark: string | null;
}

export const CONCLUSIONS = ['pass', 'fail', 'notApplicable'] as const;

/** What became of one item of the formal review's checklist. */
export interface CheckedItem {
  readonly item: string;
  readonly conclusion: (typeof CONCLUSIONS)[number];
  readonly remark: string | null;
}

/**
 * What an office found of an application: the preliminary review, the recommendation (第十一条), the formal review (第十二条). One of
 * a kind holds; what a correction touches is void and stays.
 */
@Entity('application_review')
export class ApplicationReview {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'application_id' })
  applicationId: string;

  @Column('text')
  kind: ReviewKind;

  /** Number of the submission that it was last written for. */
  @Column('int')
  submission: number;

  /** Verified values of a preliminary review, checked items of a formal one, none of a recommendation. */
  @Column('jsonb')
  items: readonly (VerifiedItem | CheckedItem)[];

  @Column('text', { nullable: true })
  opinion: string | null;

  @Column('uuid', { name: 'written_by' })
  writtenBy: string;

  @Column({ type: 'timestamptz', name: 'written_at', insert: false })
  writtenAt: Date;

  /** When its office went on by it; nothing as long as it is being written. */
  @Column({ type: 'timestamptz', name: 'concluded_at', nullable: true })
  concludedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'voided_at', nullable: true })
  voidedAt: Date | null;

  /** Number of the submission that touched it. */
  @Column('int', { name: 'voided_by_submission', nullable: true })
  voidedBySubmission: number | null;

  @Column('text', { name: 'void_reason', nullable: true })
  voidReason: string | null;
}
