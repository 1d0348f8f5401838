import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** `open`: being computed; `scoring`: computed, may be computed again; then reviewed, finalised, published. */
export const RUN_STATES = ['open', 'scoring', 'reviewed', 'finalised', 'published'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** How a state reads on screen. */
export const RUN_STATE_TITLES: Record<RunState, string> = {
  open: '计算中',
  scoring: '评分中',
  reviewed: '已复核',
  finalised: '已定稿',
  published: '已公布',
};

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

  /** The rules of the run: those in force on the last day of the year. */
  @Column('uuid', { name: 'rule_set_id' })
  ruleSetId: string;

  /** Which computation of the run counts; a new one is ordered by raising it. */
  @Column('int')
  computation: number;

  @Column('uuid', { name: 'started_by' })
  startedBy: string;

  @CreateDateColumn({ name: 'started_at', type: 'timestamptz' })
  startedAt: Date;

  @Column('timestamptz', { name: 'computed_at', nullable: true })
  computedAt: Date | null;

  /** Why the computation was given up; a new one can be ordered. */
  @Column('text', { nullable: true })
  failure: string | null;

  @Column('uuid', { name: 'reviewed_by', nullable: true })
  reviewedBy: string | null;

  @Column('timestamptz', { name: 'reviewed_at', nullable: true })
  reviewedAt: Date | null;

  @Column('uuid', { name: 'finalised_by', nullable: true })
  finalisedBy: string | null;

  @Column('timestamptz', { name: 'finalised_at', nullable: true })
  finalisedAt: Date | null;

  @Column('uuid', { name: 'published_by', nullable: true })
  publishedBy: string | null;

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt: Date | null;
}
