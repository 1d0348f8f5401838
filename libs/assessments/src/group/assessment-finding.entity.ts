import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a visit on site has found (实地核验, 第十二条). Never changed; a correction is a further finding. */
@Entity('assessment_finding')
export class AssessmentFinding {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'assessment_id' })
  assessmentId: string;

  @Column('date', { name: 'visited_on' })
  visitedOn: string;

  /** Who was there. */
  @Column('text', { array: true })
  people: string[];

  @Column('text')
  finding: string;

  @Column('uuid', { name: 'recorded_by' })
  recordedBy: string;

  @Column({ type: 'timestamptz', name: 'recorded_at', insert: false, update: false })
  recordedAt: Date;
}
