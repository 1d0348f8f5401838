import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

export const TENANT_STATUSES = ['active', 'suspended', 'erased'] as const;

export type TenantStatus = (typeof TENANT_STATUSES)[number];

/**
 * A province's department (租户): owns everything that carries its id. In a transaction of one tenant only its own row is seen; the
 * platform, which is a tenant itself, sees all and alone writes them.
 */
@Entity('tenant')
export class Tenant {
  @PrimaryColumn('uuid')
  id: string;

  /** Public code for URLs and tokens, e.g. `gansu`. */
  @Column('text')
  code: string;

  @Column('text')
  name: string;

  /** The issuing body on documents, e.g. 甘肃省工业和信息化厅. */
  @Column('text')
  department: string;

  /** 发文机关代字, e.g. 甘工信发. */
  @Column('text', { name: 'document_prefix' })
  documentPrefix: string;

  /** Of an erased tenant this row is all that is left; its code is never given again. */
  @Column('text')
  status: TenantStatus;

  @Column('text')
  kind: 'province' | 'platform';

  /** Since when nobody is served; the database's time. */
  @Column('timestamptz', { name: 'suspended_at', nullable: true })
  suspendedAt: Date | null;

  @Column('text', { name: 'suspension_reason', nullable: true })
  suspensionReason: string | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
