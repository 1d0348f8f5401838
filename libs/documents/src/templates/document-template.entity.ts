import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

export type DocumentTemplateState = 'draft' | 'inForce' | 'retired';

/** A template that a tenant wrote for one kind of documents: takes the place of the plugin's and the platform's while in force. */
@Entity('document_template')
export class DocumentTemplate {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: string;

  /** Of the tenant's templates of that kind: 1, 2, 3 …, shown as the template's version. */
  @Column('int')
  number: number;

  /** Handlebars, checked against the data of the kind when it was saved; fixed once in force. */
  @Column('text')
  source: string;

  @Column('text', { name: 'source_hash' })
  sourceHash: string;

  @Column('text')
  state: DocumentTemplateState;

  /** Of the row, for two who change it at once. */
  @Column('int')
  version: number;

  @Column('uuid', { name: 'created_by' })
  createdBy: string;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;

  /** By the statutory clock. */
  @Column('timestamptz', { name: 'in_force_at', nullable: true })
  inForceAt: Date | null;

  @Column('timestamptz', { name: 'retired_at', nullable: true })
  retiredAt: Date | null;
}
