import type { NewOrganization } from '@shucu/organizations';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What may change (第十八条), as it reads on paper. */
export const CHANGE_KINDS = {
  centerRename: '中心更名',
  organizationRename: '单位更名',
  merger: '单位合并',
  split: '单位分立',
  reorganisation: '单位重组',
  memberJoins: '联合体成员加入',
  memberLeaves: '联合体成员退出',
  relocation: '住所变更',
  legalRepresentative: '法定代表人变更',
} as const;
export type ChangeKind = keyof typeof CHANGE_KINDS;

/** A legal person that takes another one's place or joins: found by its credit code, registered upon approval where it is new. */
type ChangeParty = Omit<NewOrganization, 'regionId'>;

/** What the change is; which of it there must be depends on the kind. */
export interface ChangeContent {
  /** The lead or the member that it happened to. */
  readonly organizationId?: string | undefined;
  /** The new name. */
  readonly name?: string | undefined;
  readonly address?: string | undefined;
  /** Name of the region in which the address lies, or in which the party is registered. */
  readonly region?: string | undefined;
  readonly legalRepresentative?: string | undefined;
  /** Who takes its place, or joins. */
  readonly party?: ChangeParty | undefined;
}

/** One item of what an approval changed, in words. */
export interface ChangeItem {
  readonly item: string;
  readonly before: string;
  readonly after: string;
}

/** What an approval changed, and what follows from it. */
export interface ChangeOutcome {
  readonly items: readonly ChangeItem[];
  readonly consequences: readonly string[];
}

/** What the province wants corrected. */
export interface ChangeRemark {
  readonly field: string;
  readonly remark: string;
}

export type ChangeReportState = 'draft' | 'filed' | 'returned' | 'approved' | 'refused' | 'withdrawn';

/** A report of a change of a center or of an organization behind it, due within a month (第十八条). */
@Entity('change_report')
export class ChangeReport {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'center_id' })
  centerId: string;

  /** In force when the report was begun. */
  @Column('uuid', { name: 'rule_set_id' })
  ruleSetId: string;

  @Column('text')
  kind: ChangeKind;

  /** The day on which the change took effect, from which the month runs. */
  @Column('date', { name: 'effective_on' })
  effectiveOn: string;

  @Column('text')
  description: string;

  @Column('jsonb')
  content: ChangeContent;

  @Column('text')
  state: ChangeReportState;

  /** Last day to report; it ends at 24:00 in Asia/Shanghai. */
  @Column('date', { name: 'due_on' })
  dueOn: string;

  /** How the last day was reckoned. */
  @Column('text')
  arithmetic: string;

  @Column('uuid', { name: 'created_by' })
  createdBy: string;

  /** Who filed it last. */
  @Column('uuid', { name: 'filed_by', nullable: true })
  filedBy: string | null;

  /** The day of the first filing, which decides whether it was late. */
  @Column('date', { name: 'filed_on', nullable: true })
  filedOn: string | null;

  /** Days after the last day, 0 when in time. */
  @Column('int', { name: 'days_late', nullable: true })
  daysLate: number | null;

  /** Of the last return. */
  @Column('jsonb')
  remarks: ChangeRemark[];

  /** What its approval changed. */
  @Column('jsonb', { nullable: true })
  outcome: ChangeOutcome | null;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column('date', { name: 'decided_on', nullable: true })
  decidedOn: string | null;

  @Column('int')
  version: number;

  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at', insert: false, update: false })
  updatedAt: Date;
}
