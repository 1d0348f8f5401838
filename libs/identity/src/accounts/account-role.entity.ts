import type { Duty, Role } from '@shucu/permissions';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One role of a person, with its place: a region for a city officer, an organization for an operator or an expert. */
@Entity('account_role')
export class AccountRole {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @Column('text')
  role: Role;

  @Column('uuid', { name: 'region_id', nullable: true })
  regionId: string | null;

  @Column('uuid', { name: 'organization_id', nullable: true })
  organizationId: string | null;

  @Column('text', { array: true })
  duties: Duty[];

  @Column('uuid', { name: 'granted_by', nullable: true })
  grantedBy: string | null;

  @Column('timestamptz', { name: 'granted_at' })
  grantedAt: Date;
}
