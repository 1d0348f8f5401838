import { Injectable } from '@nestjs/common';
import { AppError } from '@shucu/kernel';
import { TenancyService } from '@shucu/tenancy';
import type { Announcement } from './announcement.entity.js';
import { type AnnouncementPage, AnnouncementsService } from './announcements.service.js';
import type { Objection } from './objection.entity.js';
import { type NewObjection, type ObjectionReceipt, ObjectionsService } from './objections.service.js';
import type { NoticeEntry, PublicNotice } from './public-notice.entity.js';
import { type NoticePage, PublicNoticesService } from './public-notices.service.js';

/** A notice with what became of its candidates. */
export interface NoticeWithEntries {
  readonly notice: PublicNotice;
  readonly entries: readonly NoticeEntry[];
}

/**
 * What anybody may see and do without an account (第十三条、第十四条): read notices and announcements, object while a notice runs, and ask by
 * receipt and code what became of it. A suspended tenant is answered like one that does not exist.
 */
@Injectable()
export class PublicDesk {
  constructor(
    private readonly tenancy: TenancyService,
    private readonly notices: PublicNoticesService,
    private readonly objections: ObjectionsService,
    private readonly announcements: AnnouncementsService,
  ) {}

  listNotices(code: string, page: NoticePage): Promise<PublicNotice[]> {
    return this.in(code, () => this.notices.published(page));
  }

  notice(code: string, id: string): Promise<NoticeWithEntries> {
    return this.in(code, async () => ({
      notice: await this.notices.find(id),
      entries: await this.notices.entries(id),
    }));
  }

  listAnnouncements(code: string, page: AnnouncementPage): Promise<Announcement[]> {
    return this.in(code, () => this.announcements.published(page));
  }

  object(code: string, noticeId: string, objection: Omit<NewObjection, 'fileIds'>): Promise<ObjectionReceipt> {
    return this.in(code, () => this.objections.file(null, noticeId, { ...objection, fileIds: [] }));
  }

  objection(code: string, receipt: string, ticket: string): Promise<Objection> {
    return this.in(code, () => this.objections.byTicket(receipt, ticket));
  }

  private in<T>(code: string, work: () => Promise<T>): Promise<T> {
    return this.tenancy.transactionByCode(code, () => new AppError('resource.notFound'), work);
  }
}
