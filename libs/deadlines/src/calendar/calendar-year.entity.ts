import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A year that a tenant entered by hand as complete: its own days are all that leaves the plain week, whatever any notice says. */
@Entity('calendar_year')
export class EnteredYear {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('int')
  year: number;

  @Column('text')
  reason: string;

  /** The document that says so. */
  @Column('text')
  source: string;

  /** Counts changes, also those of its single days; the next change must name it. */
  @Column('int')
  version: number;

  @Column('uuid', { name: 'entered_by' })
  enteredBy: string;

  @Column({ type: 'timestamptz', name: 'entered_at', insert: false, update: false })
  enteredAt: Date;
}
