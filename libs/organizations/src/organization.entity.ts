import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn, VersionColumn } from 'typeorm';

export const ORGANIZATION_KINDS = ['enterprise', 'university', 'researchInstitute', 'industryAssociation'] as const;
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];

/** How a kind reads on paper. */
export const ORGANIZATION_KIND_TITLES: Readonly<Record<OrganizationKind, string>> = {
  enterprise: '企业',
  university: '高等院校',
  researchInstitute: '科研院所',
  industryAssociation: '行业协会',
};

export const OWNERSHIPS = ['local', 'provincial', 'central'] as const;
export type Ownership = (typeof OWNERSHIPS)[number];

/** A legal person of one of the four kinds (第五条), identified by its unified social credit code. */
@Entity('organization')
export class Organization {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'credit_code' })
  creditCode: string;

  @Column('text')
  name: string;

  @Column('text')
  kind: OrganizationKind;

  /** Central and provincial ones may apply to the province directly (第十条). */
  @Column('text')
  ownership: Ownership;

  @Column('uuid', { name: 'region_id' })
  regionId: string;

  /** 住所, as registered. */
  @Column('text', { nullable: true })
  address: string | null;

  /** 法定代表人. */
  @Column('text', { name: 'legal_representative', nullable: true })
  legalRepresentative: string | null;

  /** Last day on which it may not apply as a lead again after a revocation (第十七条). */
  @Column('date', { name: 'banned_through', nullable: true })
  bannedThrough: string | null;

  @VersionColumn()
  version: number;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}
