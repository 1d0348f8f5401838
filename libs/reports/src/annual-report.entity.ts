import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AnnualFigures } from './annual-figures.service.js';

/** What a center writes in its report, in this order. */
export const REPORT_SECTIONS = {
  mainWork: '主要工作',
  achievements: '工作成效',
  problems: '存在问题',
  nextPlan: '下年度计划',
} as const;
export type ReportSection = keyof typeof REPORT_SECTIONS;

export type ReportTexts = Readonly<Partial<Record<ReportSection, string>>>;

/** What the province wants corrected, item by item. */
export interface ReportRemark {
  readonly section: ReportSection | 'figures' | 'evidence';
  readonly remark: string;
}

export type AnnualReportState = 'draft' | 'filed' | 'returned' | 'accepted';

/** A center's report of one year's work (年度工作报告, 第十五条); there is one as soon as it is owed. */
@Entity('annual_report')
export class AnnualReport {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'center_id' })
  centerId: string;

  /** The year reported on. */
  @Column('int')
  year: number;

  /** Of the day on which the report began to be owed. */
  @Column('uuid', { name: 'rule_set_id' })
  ruleSetId: string;

  /** Last day to file; it ends at 24:00 in Asia/Shanghai. */
  @Column('date', { name: 'due_on' })
  dueOn: string;

  /** How the last day was reckoned. */
  @Column('text')
  arithmetic: string;

  @Column('text')
  state: AnnualReportState;

  @Column('jsonb')
  texts: ReportTexts;

  /** Of the last return. */
  @Column('jsonb')
  remarks: ReportRemark[];

  /** The day of the first filing, which decides whether it was late. */
  @Column('date', { name: 'filed_on', nullable: true })
  filedOn: string | null;

  /** Days after the last day, 0 when in time. */
  @Column('int', { name: 'days_late', nullable: true })
  daysLate: number | null;

  @Column('int')
  version: number;

  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false })
  updatedAt: Date;
}

/** A file as a filed report names it. */
export interface FiledEvidence {
  readonly fileId: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly uploadedOn: string;
}

/** Everything that a report said when it was filed. */
export interface ReportSnapshot {
  readonly center: string;
  readonly lead: string;
  readonly year: number;
  readonly texts: ReportTexts;
  readonly figures: AnnualFigures;
  readonly evidence: readonly FiledEvidence[];
}

/** One filing of a report: never changed, however often the report is filed again. */
@Entity('annual_report_filing')
export class AnnualReportFiling {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid', { name: 'report_id' })
  reportId: string;

  /** 1 for the first. */
  @PrimaryColumn('int')
  number: number;

  @Column({ type: 'date', name: 'filed_on', insert: false, update: false })
  filedOn: string;

  @Column({ type: 'timestamptz', name: 'filed_at', insert: false, update: false })
  filedAt: Date;

  @Column('uuid', { name: 'filed_by' })
  filedBy: string;

  @Column('jsonb')
  snapshot: ReportSnapshot;

  /** SHA-256 of the snapshot's canonical JSON. */
  @Column('text', { name: 'snapshot_hash' })
  snapshotHash: string;
}
