import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn, VersionColumn } from 'typeorm';

/** An OpenID provider (统一身份认证) by which people of one tenant sign in. */
@Entity('identity_provider')
export class IdentityProvider {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  /** Its name in addresses, unique within the tenant; it never changes, as the provider sends people back there. */
  @Column('text')
  slug: string;

  @Column('text')
  name: string;

  @Column('text')
  issuer: string;

  @Column('text', { name: 'client_id' })
  clientId: string;

  /** Sealed; nothing for a public client. */
  @Column('text', { name: 'client_secret', nullable: true })
  clientSecret: string | null;

  @Column('boolean')
  enabled: boolean;

  @VersionColumn()
  version: number;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}
