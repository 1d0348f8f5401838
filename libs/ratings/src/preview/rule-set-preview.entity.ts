import type { GradeOutcome } from '@shucu/plugin-sdk';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One cause of a change, with the figures on both sides and the sentence that a person reads. */
export interface PreviewReason {
  readonly kind: 'plugin' | 'indicator' | 'adjustment' | 'verdict' | 'opinions' | 'band' | 'grade' | 'error';
  /** Of the indicator, the adjustment, the ruling or the band; nothing where the kind says it all. */
  readonly id: string | null;
  /** Exact decimal strings or grades; nothing where one side has none. */
  readonly from: string | null;
  readonly to: string | null;
  readonly text: string;
}

/** A dry run of a rule set's draft on a year that is final: what would have come out, from the same frozen inputs. */
@Entity('rule_set_preview')
export class RuleSetPreview {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'rule_set_id' })
  ruleSetId: string;

  /** The run whose inputs and results it is compared with. */
  @Column('uuid', { name: 'run_id' })
  runId: string;

  @Column('int')
  year: number;

  /** Of the draft and the plugins that were previewed; another content needs another preview. */
  @Column('text', { name: 'content_hash' })
  contentHash: string;

  @Column('text')
  state: 'ordered' | 'done' | 'failed';

  @Column('uuid', { name: 'requested_by' })
  requestedBy: string;

  @Column({ type: 'timestamptz', name: 'requested_at', insert: false, update: false })
  requestedAt: Date;

  @Column('timestamptz', { name: 'computed_at', nullable: true })
  computedAt: Date | null;

  @Column('text', { nullable: true })
  failure: string | null;

  /** How many centers were rated, and for how many something changes. */
  @Column('int', { nullable: true })
  centers: number | null;

  @Column('int', { nullable: true })
  changed: number | null;
}

/** What a draft would have changed for one center. */
@Entity('rule_set_preview_item')
export class RuleSetPreviewItem {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid', { name: 'preview_id' })
  previewId: string;

  @PrimaryColumn('uuid', { name: 'center_id' })
  centerId: string;

  @Column('text', { name: 'center_name' })
  centerName: string;

  @Column('text', { name: 'plugin_id' })
  pluginId: string;

  /** Decimal string out of 100; none for a center that was in error. */
  @Column('numeric', { name: 'old_total', nullable: true })
  oldTotal: string | null;

  @Column('text', { name: 'old_grade', nullable: true })
  oldGrade: GradeOutcome | null;

  @Column('numeric', { name: 'new_total', nullable: true })
  newTotal: string | null;

  @Column('text', { name: 'new_grade', nullable: true })
  newGrade: GradeOutcome | null;

  @Column('boolean')
  changed: boolean;

  @Column('jsonb')
  reasons: readonly PreviewReason[];

  /** Why the draft gives the center no score. */
  @Column('text', { nullable: true })
  error: string | null;
}
