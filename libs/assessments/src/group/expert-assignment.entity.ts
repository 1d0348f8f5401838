import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * One expert's place in the group of a center and year (第十二条): invited; in the group, seeing the center and scoring it, once no
 * conflict of interest was declared; out once ended. At most one is open for each; whoever is assigned again gets a new one.
 */
@Entity('expert_assignment')
export class ExpertAssignment {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'assessment_id' })
  assessmentId: string;

  @Column('int')
  year: number;

  @Column('uuid', { name: 'center_id' })
  centerId: string;

  /** Account of the expert. */
  @Column('uuid', { name: 'expert_id' })
  expertId: string;

  @Column('uuid', { name: 'assigned_by' })
  assignedBy: string;

  @Column('timestamptz', { name: 'assigned_at' })
  assignedAt: Date;

  /** The draw that it came of; nothing for an appointment by hand. */
  @Column('uuid', { name: 'draw_id', nullable: true })
  drawId: string | null;

  /** When the expert said whether there is a conflict of interest. */
  @Column('timestamptz', { name: 'declared_at', nullable: true })
  declaredAt: Date | null;

  /** The conflict that was declared; such an assignment has ended. */
  @Column('text', { nullable: true })
  conflict: string | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column('uuid', { name: 'ended_by', nullable: true })
  endedBy: string | null;

  @Column('text', { name: 'end_reason', nullable: true })
  endReason: string | null;
}
