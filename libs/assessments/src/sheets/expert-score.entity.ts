import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn, VersionColumn } from 'typeorm';

/** One expert's 0–100 on one judged criterion, with an opinion: an item of a sheet, which can be changed until that is sealed. */
@Entity('expert_score')
export class ExpertScore {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid', { name: 'sheet_id' })
  sheetId: string;

  /** Id of the plugin's indicator. */
  @PrimaryColumn('text')
  indicator: string;

  /** Id of the judged criterion within the indicator. */
  @PrimaryColumn('text')
  criterion: string;

  @Column('int')
  year: number;

  @Column('uuid', { name: 'center_id' })
  centerId: string;

  @Column('uuid', { name: 'expert_id' })
  expertId: string;

  @Column('numeric')
  score: string;

  @Column('text')
  opinion: string;

  @VersionColumn()
  version: number;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}
