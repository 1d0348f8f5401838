import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * One expert assigned to one center for one year (第十二条): while it is not ended, the expert sees the center and scores that
 * year. At most one is open for each; whoever is assigned again gets a new one.
 */
@Entity('expert_assignment')
export class ExpertAssignment {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

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

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column('uuid', { name: 'ended_by', nullable: true })
  endedBy: string | null;
}
