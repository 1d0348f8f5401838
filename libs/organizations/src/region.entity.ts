import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A reviewing body's area (市州 / 新区): a tenant's own list, which may carry a GB/T 2260 division code. */
@Entity('region')
export class Region {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  /** The bureau that reviews its own applicants (第四条). */
  @Column('text')
  bureau: string;

  @Column('text', { name: 'division_code', nullable: true })
  divisionCode: string | null;
}
