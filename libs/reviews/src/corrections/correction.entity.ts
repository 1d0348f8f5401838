import { Column, Entity, PrimaryColumn } from 'typeorm';

export const RETURNING_STAGES = ['submitted', 'formalReview', 'assessment', 'proposed'] as const;
export type ReturningStage = (typeof RETURNING_STAGES)[number];

/** One return for correction (退回补正) with its period. */
@Entity('correction')
export class Correction {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'application_id' })
  applicationId: string;

  /** Number of the submission that was returned. */
  @Column('int')
  submission: number;

  @Column('text')
  stage: ReturningStage;

  @Column('text')
  reason: string;

  @Column('date', { name: 'due_on' })
  dueOn: string;

  /** How the day was reckoned, in a sentence. */
  @Column('text')
  arithmetic: string;

  @Column('uuid', { name: 'returned_by' })
  returnedBy: string;

  @Column({ type: 'timestamptz', name: 'returned_at', insert: false, update: false })
  returnedAt: Date;

  /** Number of the submission that answers it. */
  @Column('int', { nullable: true })
  resubmission: number | null;
}

/** One item of a return: where, what is wrong, what would be right; and what the applicant answers. */
@Entity('correction_remark')
export class CorrectionRemark {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'correction_id' })
  correctionId: string;

  /** Path in the application, e.g. `plan.goals`, `claimed.smes` or `evidence.indicator:environment`. */
  @Column('text')
  place: string;

  @Column('text')
  fault: string;

  @Column('text')
  demand: string;

  @Column('text', { nullable: true })
  answer: string | null;

  @Column('uuid', { name: 'answered_by', nullable: true })
  answeredBy: string | null;

  @Column({ type: 'timestamptz', name: 'answered_at', nullable: true })
  answeredAt: Date | null;
}
