import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PublishedList } from './public-notice.entity.js';

/** The act that makes centers active (公告, 第十四条). Never changed. */
@Entity('announcement')
export class Announcement {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'round_id' })
  roundId: string;

  @Column('int')
  year: number;

  @Column('jsonb')
  snapshot: PublishedList;

  @Column('text', { name: 'snapshot_hash' })
  snapshotHash: string;

  @Column('uuid', { name: 'announced_by' })
  announcedBy: string;

  /** By the statutory clock. */
  @Column({ type: 'timestamptz', name: 'announced_at', insert: false, update: false })
  announcedAt: Date;

  @Column('date', { name: 'announced_on' })
  announcedOn: string;
}

/** One center that an announcement made active, and the notice it came from. */
@Entity('announcement_entry')
export class AnnouncementEntry {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid', { name: 'announcement_id' })
  announcementId: string;

  @PrimaryColumn('uuid', { name: 'application_id' })
  applicationId: string;

  @Column('uuid', { name: 'notice_id' })
  noticeId: string;

  @Column('uuid', { name: 'center_id' })
  centerId: string;
}
