import type { Role } from '@shucu/permissions';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person in one role of one tenant (domain §4). */
@Entity('account')
export class Account {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'display_name' })
  displayName: string;

  @Column('text')
  role: Role;

  @Column('uuid', { name: 'region_id', nullable: true })
  regionId: string | null;

  @Column('uuid', { name: 'organization_id', nullable: true })
  organizationId: string | null;
}
