import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody an expert works or has worked for. */
export interface Employer {
  readonly name: string;
  /** 统一社会信用代码, where it is known. */
  readonly creditCode: string | null;
  readonly from: string | null;
  /** Nothing while employed. */
  readonly to: string | null;
}

/** What the province knows of an expert of its pool; the id is that of the account. */
@Entity('expert_profile')
export class ExpertProfile {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  /** 职称或职务. */
  @Column('text')
  title: string;

  /** Technical fields and industrial divisions, ids of the vocabulary. */
  @Column('text', { array: true })
  fields: string[];

  @Column('jsonb')
  employers: Employer[];

  @Column('uuid', { name: 'region_id', nullable: true })
  regionId: string | null;

  /** Open dossiers at the same time, at most; the rule set's limit when not given. */
  @Column('int', { name: 'max_workload', nullable: true })
  maxWorkload: number | null;

  /** Whether the expert may be drawn. */
  @Column('boolean')
  active: boolean;

  @Column('int')
  version: number;
}
