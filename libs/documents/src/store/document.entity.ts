import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

export type DocumentState = 'pending' | 'ready' | 'failed';
export type DocumentLayout = 'official' | 'report';

/** A numbered document: the data it is made from are frozen when the number is issued; its three forms follow. */
@Entity('document')
export class Document {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  /** One of `DOCUMENT_CONTRACTS`, e.g. `ratingReport`. */
  @Column('text')
  kind: string;

  /** What it is about: a rating, a revocation case. */
  @Column('uuid', { name: 'subject_id' })
  subjectId: string;

  @Column('int', { name: 'subject_version' })
  subjectVersion: number;

  @Column('uuid', { name: 'center_id', nullable: true })
  centerId: string | null;

  /** For {@link regionId} to {@link confidential} see `DocumentAudience`. */
  @Column('uuid', { name: 'region_id', nullable: true })
  regionId: string | null;

  @Column('uuid', { name: 'organization_id', nullable: true })
  organizationId: string | null;

  @Column('uuid', { name: 'account_id', nullable: true })
  accountId: string | null;

  @Column('boolean')
  public: boolean;

  @Column('boolean')
  confidential: boolean;

  @Column('text')
  title: string;

  @Column('text')
  series: string;

  @Column('int', { name: 'series_year' })
  seriesYear: number;

  @Column('int', { name: 'series_number' })
  seriesNumber: number;

  /** 发文字号, e.g. 甘工信发〔2026〕12号. */
  @Column('text')
  number: string;

  /** Whose template it is: `platform`, the id of a plugin, or `tenant:<id>`. */
  @Column('text')
  template: string;

  /** Version of the platform's templates, of that plugin, or the number of the tenant's template. */
  @Column('text', { name: 'template_version' })
  templateVersion: string;

  /** SHA-256 of the stored template with its partials; known once rendered. */
  @Column('text', { name: 'template_hash', nullable: true })
  templateHash: string | null;

  @Column('text')
  layout: DocumentLayout;

  @Column('jsonb')
  data: Record<string, unknown>;

  @Column('text', { name: 'data_hash' })
  dataHash: string;

  @Column('text')
  state: DocumentState;

  @Column('text', { nullable: true })
  error: string | null;

  @Column('text', { name: 'html_hash', nullable: true })
  htmlHash: string | null;

  @Column('text', { name: 'pdf_hash', nullable: true })
  pdfHash: string | null;

  @Column('text', { name: 'docx_hash', nullable: true })
  docxHash: string | null;

  /** Whether those whom it concerns may have it; officials see it before. */
  @Column('boolean')
  released: boolean;

  /** By the statutory clock. */
  @Column({ type: 'timestamptz', name: 'issued_at', insert: false, update: false })
  issuedAt: Date;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column('timestamptz', { name: 'rendered_at', nullable: true })
  renderedAt: Date | null;
}
