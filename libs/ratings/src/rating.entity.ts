import type {
  EarlierGrade,
  Grade,
  MeasureValue,
  MissingOpinion,
  Opinion,
  ScoredCenter,
  ScoreSheet,
} from '@shucu/plugin-sdk';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Everything a rating was computed from, frozen; overrides are those of the run's rule set, which never changes. */
export interface RatingInputs {
  readonly center: ScoredCenter;
  readonly year: number;
  readonly measures: Readonly<Record<string, MeasureValue>>;
  readonly opinions: Readonly<Record<string, Opinion>>;
  readonly missingOpinion: MissingOpinion;
  readonly history: readonly EarlierGrade[];
}

/** Why a center could not be scored. */
export interface RatingError {
  readonly code: string;
  readonly message: string;
}

/** Rated; or not evaluated, which is no grade; or an error that a person has to look at. */
export const RATING_STATES = ['rated', 'notEvaluated', 'error'] as const;
export type RatingState = (typeof RATING_STATES)[number];

/** Where a version of a rating comes from: the run, a computation from corrected records, or what an officer stated. */
export const RATING_BASES = ['computed', 'corrected', 'stated'] as const;

/** What a rating says, in each of its versions. */
export abstract class RatingResult {
  @Column('text')
  state: RatingState;

  /** Decimal string out of 100. */
  @Column('numeric', { nullable: true })
  total: string | null;

  @Column('text', { nullable: true })
  grade: Grade | null;

  /** Why this grade; of a center that was not evaluated, why not. */
  @Column('text', { name: 'grade_reason', nullable: true })
  gradeReason: string | null;

  /** Judged criteria without a score that prevent finalising. */
  @Column('int', { name: 'missing_opinions' })
  missingOpinions: number;

  @Column('text', { name: 'plugin_version' })
  pluginVersion: string;

  @Column('jsonb')
  inputs: RatingInputs;

  @Column('text', { name: 'inputs_hash' })
  inputsHash: string;

  @Column('jsonb', { nullable: true })
  sheet: ScoreSheet | null;

  @Column('text', { name: 'sheet_hash', nullable: true })
  sheetHash: string | null;

  @Column('jsonb', { nullable: true })
  error: RatingError | null;

  /** In real time. */
  @Column('timestamptz', { name: 'computed_at' })
  computedAt: Date;

  @Column('text')
  basis: (typeof RATING_BASES)[number];

  @Column('text', { name: 'correction_reason', nullable: true })
  correctionReason: string | null;

  @Column('uuid', { name: 'corrected_by', nullable: true })
  correctedBy: string | null;

  /** By the statutory clock. */
  @Column('timestamptz', { name: 'corrected_at', nullable: true })
  correctedAt: Date | null;
}

/** The result of one center in one run (评估结果), with the score of every indicator and why; or the error that prevented it. */
@Entity('rating')
export class Rating extends RatingResult {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'run_id' })
  runId: string;

  @Column('int')
  year: number;

  @Column('uuid', { name: 'center_id' })
  centerId: string;

  /** 1 as computed; each correction after the publication adds one, and the former versions stay. */
  @Column('int')
  version: number;

  /** Whether the center is evaluated for the first time. */
  @Column('boolean', { name: 'first_evaluation' })
  firstEvaluation: boolean;

  @Column('text', { name: 'plugin_id' })
  pluginId: string;
}
