import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ScoreSheetState } from '../score-sheet.machine.js';

/** One expert's scores in one assessment; sealed by the database when it is submitted. */
@Entity('score_sheet')
export class ScoreSheet {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'assessment_id' })
  assessmentId: string;

  @Column('uuid', { name: 'expert_id' })
  expertId: string;

  @Column('text')
  state: ScoreSheetState;

  @Column('int')
  version: number;

  /** SHA-256 of the scores and opinions, taken by the database on sealing. */
  @Column('text', { name: 'content_hash', nullable: true })
  contentHash: string | null;

  @Column('timestamptz', { name: 'submitted_at', nullable: true })
  submittedAt: Date | null;

  @Column('timestamptz', { name: 'voided_at', nullable: true })
  voidedAt: Date | null;
}
