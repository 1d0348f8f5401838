import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where objections go. */
export interface NoticeContact {
  readonly name: string;
  readonly phone: string;
  readonly email: string | null;
  readonly address: string | null;
}

/** A candidate as the public sees it. */
export interface PublishedEntry {
  readonly number: number;
  readonly applicationId: string;
  readonly name: string;
  readonly categoryTitle: string;
  readonly variantTitle: string | null;
  readonly leadOrganization: string;
  readonly members: readonly string[];
  readonly region: string;
}

/** What was published, word for word; its hash is shown with it. */
export interface PublishedList {
  readonly department: string;
  readonly subject: string;
  readonly year: number;
  readonly entries: readonly PublishedEntry[];
}

/** A public notice (公示, 第十三条): a list, put before the public for some working days. Never changed once published. */
@Entity('public_notice')
export class PublicNotice {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'round_id' })
  roundId: string;

  @Column('int')
  year: number;

  @Column('text')
  subject: string;

  @Column('uuid', { name: 'rule_set_id' })
  ruleSetId: string;

  /** The notice that this one renews for centers whose objection was upheld. */
  @Column('uuid', { name: 'renews_id', nullable: true })
  renewsId: string | null;

  @Column('text', { name: 'renewal_reason', nullable: true })
  renewalReason: string | null;

  @Column('jsonb')
  contact: NoticeContact;

  @Column('jsonb')
  snapshot: PublishedList;

  /** SHA-256 of the snapshot as canonical JSON. */
  @Column('text', { name: 'snapshot_hash' })
  snapshotHash: string;

  @Column('text')
  state: 'running' | 'ended';

  @Column('int')
  version: number;

  @Column('uuid', { name: 'published_by' })
  publishedBy: string;

  /** By the statutory clock. */
  @Column({ type: 'timestamptz', name: 'published_at', insert: false, update: false })
  publishedAt: Date;

  @Column('date', { name: 'published_on' })
  publishedOn: string;

  @Column('int', { name: 'working_days' })
  workingDays: number;

  @Column('boolean', { name: 'counts_first_day' })
  countsFirstDay: boolean;

  /** The last day; it ends at 24:00 in Asia/Shanghai. */
  @Column('date')
  through: string;

  @Column('text')
  arithmetic: string;

  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt: Date | null;
}

export const ENTRY_OUTCOMES = ['open', 'announced', 'renewed', 'failed', 'withdrawn'] as const;
export type EntryOutcome = (typeof ENTRY_OUTCOMES)[number];

/** One candidate on a notice, and what became of it. */
@Entity('notice_entry')
export class NoticeEntry {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid', { name: 'notice_id' })
  noticeId: string;

  @PrimaryColumn('uuid', { name: 'application_id' })
  applicationId: string;

  @Column('uuid', { name: 'center_id' })
  centerId: string;

  @Column('text')
  outcome: EntryOutcome;
}
