import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DrawCandidate, DrawConstraints, Exclusion } from './draw.types.js';

export const DRAW_PURPOSES = ['group', 'replacement', 'thirdOpinion'] as const;
export type DrawPurpose = (typeof DRAW_PURPOSES)[number];

/** One draw of experts with everything it depended on, so that anybody may repeat it. Never changed. */
@Entity('expert_draw')
export class ExpertDraw {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'assessment_id' })
  assessmentId: string;

  /** From 1 in each assessment. */
  @Column('int')
  number: number;

  @Column('text')
  purpose: DrawPurpose;

  @Column('text')
  seed: string;

  /** Experts asked for. */
  @Column('int')
  size: number;

  @Column('jsonb')
  constraints: DrawConstraints;

  @Column('jsonb')
  candidates: DrawCandidate[];

  /** SHA-256 of the candidates in canonical JSON. */
  @Column('text', { name: 'candidates_hash' })
  candidatesHash: string;

  @Column('jsonb')
  exclusions: { readonly id: string; readonly reason: Exclusion }[];

  @Column('jsonb')
  drawn: string[];

  /** Nobody: the platform by itself, for a replacement or a further opinion. */
  @Column('uuid', { name: 'drawn_by', nullable: true })
  drawnBy: string | null;

  @Column({ type: 'timestamptz', name: 'drawn_at', insert: false, update: false })
  drawnAt: Date;
}
