import { Column, Entity, PrimaryColumn, UpdateDateColumn, VersionColumn } from 'typeorm';
import type { EvidenceReference } from './evidence-reference.js';

/** A declared figure of one center for one year (年度填报数据); yes/no is 1 and 0. */
@Entity('yearly_fact')
export class YearlyFact {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid', { name: 'center_id' })
  centerId: string;

  @PrimaryColumn('int')
  year: number;

  @PrimaryColumn('text')
  name: string;

  @Column('numeric')
  value: string;

  @Column('jsonb')
  evidence: EvidenceReference[];

  @VersionColumn()
  version: number;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}

/** A figure of the province by industry and year, e.g. its enterprises above designated size, with its source. */
@Entity('reference_figure')
export class ReferenceFigure {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('text')
  name: string;

  @PrimaryColumn('text')
  industry: string;

  @PrimaryColumn('int')
  year: number;

  @Column('numeric')
  value: string;

  @Column('text')
  source: string;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}
