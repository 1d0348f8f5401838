import type { Opinion, ScoreSheet as PluginSheet } from '@shucu/plugin-sdk';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AssessmentState } from './assessment.machine.js';

/** What an assessment is for: an application, or the yearly rating of an active center. */
export const ASSESSMENT_PURPOSES = ['application', 'rating'] as const;
export type AssessmentPurpose = (typeof ASSESSMENT_PURPOSES)[number];

/** Values of quantitative measures by the measure's id, decimal strings. */
export type MeasureFigures = Readonly<Record<string, string>>;

/** What the group found a measure to be, and why. */
export interface ConfirmedFigure {
  readonly value: string;
  readonly note: string;
}

/** One criterion of a merged result, without names. */
export interface MergedCriterion extends Opinion {
  readonly indicator: string;
  readonly criterion: string;
  /** Highest less lowest score, decimal string; nothing for one score. */
  readonly spread: string | null;
  readonly scores: number;
}

/** What the experts' sheets come to. */
export interface AssessmentResult {
  readonly merge: 'mean' | 'trimmedMean';
  readonly criteria: readonly MergedCriterion[];
  /** Sealed sheets that counted, by id and hash. */
  readonly sheets: readonly { readonly id: string; readonly hash: string }[];
  /** Points of 100 by the category's table, for an application; a yearly rating is computed by its run. */
  readonly total: string | null;
  /** The category's sheet behind the total. */
  readonly sheet: PluginSheet | null;
  /** Why there is no total where there should be one. */
  readonly fault: string | null;
}

/** The experts' work on one center and year (第十二条); at most one that is not cancelled. */
@Entity('assessment')
export class Assessment {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'center_id' })
  centerId: string;

  @Column('int')
  year: number;

  @Column('text')
  purpose: AssessmentPurpose;

  /** The rules under which it was opened; they do not change for it. */
  @Column('uuid', { name: 'rule_set_id' })
  ruleSetId: string;

  @Column('text')
  state: AssessmentState;

  @Column('int')
  version: number;

  /** Of every draw of the assessment, hex; made when it was opened, before anybody could know the candidates. */
  @Column('text')
  seed: string;

  /** Account of the group's leader. */
  @Column('uuid', { name: 'leader_id', nullable: true })
  leaderId: string | null;

  /** A further opinion was asked for already; it is asked for once. */
  @Column('boolean', { name: 'third_opinion' })
  thirdOpinion: boolean;

  @Column('jsonb')
  claimed: MeasureFigures;

  @Column('jsonb')
  verified: MeasureFigures;

  @Column('jsonb')
  confirmed: Readonly<Record<string, ConfirmedFigure>>;

  @Column('jsonb', { nullable: true })
  result: AssessmentResult | null;

  @Column('text', { name: 'result_hash', nullable: true })
  resultHash: string | null;

  @Column('uuid', { name: 'signed_by', nullable: true })
  signedBy: string | null;

  @Column('timestamptz', { name: 'signed_at', nullable: true })
  signedAt: Date | null;

  @Column('uuid', { name: 'opened_by', nullable: true })
  openedBy: string | null;

  @Column({ type: 'timestamptz', name: 'opened_at', insert: false, update: false })
  openedAt: Date;
}
