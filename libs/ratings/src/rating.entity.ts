import type {
  EarlierGrade,
  GradeOutcome,
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

/** The result of one center in one run (评估结果), with the score of every indicator and why; or the error that prevented it. */
@Entity('rating')
export class Rating {
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

  @Column('text')
  state: 'rated' | 'error';

  /** Decimal string out of 100. */
  @Column('numeric', { nullable: true })
  total: string | null;

  @Column('text', { nullable: true })
  grade: GradeOutcome | null;

  @Column('text', { name: 'grade_reason', nullable: true })
  gradeReason: string | null;

  /** Whether the center is evaluated for the first time. */
  @Column('boolean', { name: 'first_evaluation' })
  firstEvaluation: boolean;

  /** Judged criteria without a score that prevent finalising. */
  @Column('int', { name: 'missing_opinions' })
  missingOpinions: number;

  @Column('text', { name: 'plugin_id' })
  pluginId: string;

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

  @Column('timestamptz', { name: 'computed_at' })
  computedAt: Date;
}
