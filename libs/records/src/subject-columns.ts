import { Column, CreateDateColumn, PrimaryColumn, UpdateDateColumn, VersionColumn } from 'typeorm';
import type { EvidenceReference } from './evidence-reference.js';

export const VERIFICATIONS = ['unverified', 'verified', 'rejected'] as const;
export type Verification = (typeof VERIFICATIONS)[number];

/** What service records and resources share: whom or what they concern, their evidence and their state. */
export abstract class SubjectColumns {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'center_id' })
  centerId: string;

  @Column('text')
  title: string;

  /** Division code (GB/T 2260) of the area served. */
  @Column('text', { nullable: true })
  region: string | null;

  /** GB/T 4754 division, e.g. `C32`. */
  @Column('text', { nullable: true })
  industry: string | null;

  /** Link of the value chain (环节), id of the vocabulary. */
  @Column('text', { nullable: true })
  link: string | null;

  /** Technical field, id of the vocabulary. */
  @Column('text', { nullable: true })
  field: string | null;

  /** Credit code of the enterprise served, or of the partner. */
  @Column('text', { nullable: true })
  enterprise: string | null;

  @Column('text', { name: 'enterprise_name', nullable: true })
  enterpriseName: string | null;

  /** A small or medium-sized enterprise (中小企业). */
  @Column('boolean')
  sme: boolean;

  /** An enterprise above designated size (规上企业). */
  @Column('boolean', { name: 'above_scale' })
  aboveScale: boolean;

  /** Free of charge or at a low price (免费或低价). */
  @Column('boolean')
  discounted: boolean;

  @Column('jsonb')
  evidence: EvidenceReference[];

  @Column('text')
  verification: Verification;

  @Column('text')
  status: 'active' | 'void';

  @Column('text', { name: 'void_reason', nullable: true })
  voidReason: string | null;

  @VersionColumn()
  version: number;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}
