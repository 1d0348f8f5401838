import { Column, Entity, PrimaryColumn } from 'typeorm';

/** `open`: being computed; `scoring`: computed, may be computed again; then reviewed, finalised, published. */
export const RUN_STATES = ['open', 'scoring', 'reviewed', 'finalised', 'published'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** One tenant's evaluation of one year (年度运行质量评估, 第十六条): one a tenant and year. */
@Entity('rating_run')
export class RatingRun {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('int')
  year: number;

  @Column('text')
  state: RunState;

  @Column('int')
  version: number;

  /** The rules of the run: those in force on the last day of the year. */
  @Column('uuid', { name: 'rule_set_id' })
  ruleSetId: string;

  /** Which computation of the run counts; a new one is ordered by raising it. */
  @Column('int')
  computation: number;

  @Column('uuid', { name: 'started_by' })
  startedBy: string;

  /** By the statutory clock, as is everything that people do with a run. */
  @Column({ type: 'timestamptz', name: 'started_at', insert: false, update: false })
  startedAt: Date;

  /** In real time, as experts' scores and the freezing of other years are, with which it is compared. */
  @Column('timestamptz', { name: 'computed_at', nullable: true })
  computedAt: Date | null;

  /** Why the computation was given up; a new one can be ordered. */
  @Column('text', { nullable: true })
  failure: string | null;

  @Column('uuid', { name: 'reviewed_by', nullable: true })
  reviewedBy: string | null;

  @Column('timestamptz', { name: 'reviewed_at', nullable: true })
  reviewedAt: Date | null;

  /** Since when the centers see what is not final yet and may object to it; none where the province does not disclose. */
  @Column('timestamptz', { name: 'disclosed_at', nullable: true })
  disclosedAt: Date | null;

  @Column('uuid', { name: 'disclosed_by', nullable: true })
  disclosedBy: string | null;

  @Column('uuid', { name: 'finalised_by', nullable: true })
  finalisedBy: string | null;

  @Column('timestamptz', { name: 'finalised_at', nullable: true })
  finalisedAt: Date | null;

  /** When the result was frozen, in real time: a later year that was computed before must be computed again. */
  @Column('timestamptz', { name: 'frozen_at', nullable: true })
  frozenAt: Date | null;

  @Column('uuid', { name: 'published_by', nullable: true })
  publishedBy: string | null;

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt: Date | null;
}
