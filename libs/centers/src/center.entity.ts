import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn, VersionColumn } from 'typeorm';

export type CenterStatus = 'candidate' | 'active' | 'revoked' | 'withdrawn';

/** How a status reads on screen. */
export const CENTER_STATUS_TITLES: Record<CenterStatus, string> = {
  candidate: '培育中',
  active: '运行中',
  revoked: '撤销',
  withdrawn: '退出',
};

/** A promotion center (数促中心): what an organization, or a consortium led by it, builds. */
@Entity('center')
export class Center {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  /** Id of the category plugin. */
  @Column('text')
  category: string;

  /** Variant of the category, where it has any. */
  @Column('text', { nullable: true })
  variant: string | null;

  /** GB/T 4754 division of an industry center, e.g. `C32`. */
  @Column('text', { nullable: true })
  industry: string | null;

  @Column('uuid', { name: 'region_id' })
  regionId: string;

  @Column('uuid', { name: 'lead_organization_id' })
  leadOrganizationId: string;

  @Column('text')
  status: CenterStatus;

  /** Day of the announcement (第十四条); the first evaluation is of the year after it (第十六条). */
  @Column('date', { name: 'announced_on', nullable: true })
  announcedOn: string | null;

  @Column('date', { name: 'exited_on', nullable: true })
  exitedOn: string | null;

  @VersionColumn()
  version: number;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}

/** A consortium member besides the lead (第五条). */
@Entity('center_member')
export class CenterMember {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid', { name: 'center_id' })
  centerId: string;

  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: string;

  /** By a change report; since the center began where null. */
  @Column('date', { name: 'joined_on', nullable: true })
  joinedOn: string | null;
}
