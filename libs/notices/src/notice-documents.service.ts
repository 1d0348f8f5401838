import { Injectable } from '@nestjs/common';
import type { WorkingDayPeriod } from '@shucu/calendar';
import {
  type AnnouncementData,
  type DocumentOrder,
  DocumentsService,
  type ObjectionAnswerData,
  officialParts,
  officialSeries,
  type PublicNoticeData,
  paragraphsOf,
} from '@shucu/documents';
import { statutoryDateOf } from '@shucu/kernel';
import type { RuleSet } from '@shucu/rule-sets';
import { currentTenant, statutoryToday, TenantContext } from '@shucu/tenancy';
import type { Announcement } from './announcement.entity.js';
import type { Objection } from './objection.entity.js';
import type { PublicNotice, PublishedEntry } from './public-notice.entity.js';

/** A notice as an announcement names it. */
export interface NoticeBefore {
  readonly notice: PublicNotice;
  readonly objections: number;
}

type Order = Omit<DocumentOrder, 'centerId' | 'category' | 'data'>;

/** Issues the official documents of notices, objections and announcements (第十三条、第十四条). */
@Injectable()
export class NoticeDocumentsService {
  constructor(private readonly documents: DocumentsService) {}

  async issueNotice(
    notice: PublicNotice,
    period: WorkingDayPeriod,
    rules: RuleSet,
    renewed: PublicNotice | null,
  ): Promise<void> {
    const renews = renewed && {
      number: (await this.documents.numberOf('publicNotice', renewed.id)) ?? '',
      reason: notice.renewalReason ?? '',
    };
    const order: Order = {
      kind: 'publicNotice',
      subjectId: notice.id,
      title: `关于${notice.subject}的公示`,
      released: true,
      audience: { public: true },
    };
    await this.issue(
      order,
      rules,
      null,
      (parts): PublicNoticeData => ({
        ...parts,
        year: notice.year,
        subject: notice.subject,
        publishedOn: notice.publishedOn,
        entries: notice.snapshot.entries.map(listEntry),
        period: {
          from: period.firstCounted,
          through: notice.through,
          workingDays: notice.workingDays,
          arithmetic: notice.arithmetic,
        },
        objections: notice.contact,
        portalAddress: null,
        listHash: notice.snapshotHash,
        renews,
      }),
    );
  }

  async issueAnswer(objection: Objection, notice: PublicNotice, rules: RuleSet, consequence: string): Promise<void> {
    const entry = notice.snapshot.entries.find(({ applicationId }) => applicationId === objection.applicationId);
    const number = await this.documents.numberOf('publicNotice', notice.id);
    const order: Order = {
      kind: 'objectionAnswer',
      subjectId: objection.id,
      title: `关于异议${objection.receipt}的答复`,
      released: true,
      audience: { accountId: objection.filedBy },
    };
    await this.issue(
      order,
      rules,
      null,
      (parts): ObjectionAnswerData => ({
        ...parts,
        objector: objection.objectorName,
        notice: { subject: notice.subject, number: number ?? '', publishedOn: notice.publishedOn },
        objection: {
          receipt: objection.receipt,
          receivedOn: statutoryDateOf(objection.filedAt),
          centerName: entry?.name ?? '',
          content: objection.content,
        },
        findings: paragraphsOf(objection.findings),
        upheld: objection.state === 'upheld',
        answer: paragraphsOf(objection.answer),
        consequence,
      }),
    );
  }

  async issueAnnouncement(announcement: Announcement, rules: RuleSet, before: readonly NoticeBefore[]): Promise<void> {
    const notices: AnnouncementData['notices'] = [];
    for (const { notice, objections } of before) {
      const number = await this.documents.numberOf('publicNotice', notice.id);
      notices.push({ number: number ?? '', publishedOn: notice.publishedOn, through: notice.through, objections });
    }
    const order: Order = {
      kind: 'announcement',
      subjectId: announcement.id,
      title: `关于${announcement.year}年度工业互联网数字化转型促进中心名单的公告`,
      released: true,
      audience: { public: true },
    };
    await this.issue(
      order,
      rules,
      announcement.announcedOn,
      (parts): AnnouncementData => ({
        ...parts,
        year: announcement.year,
        entries: announcement.snapshot.entries.map(listEntry),
        notices,
        announcedOn: announcement.announcedOn,
      }),
    );
  }

  private async issue(
    order: Order,
    rules: RuleSet,
    day: string | null,
    data: (parts: ReturnType<typeof officialParts>) => Record<string, unknown>,
  ): Promise<void> {
    const tenant = await currentTenant();
    const datedOn = day ?? (await statutoryToday(TenantContext.manager));
    await this.documents.issue(officialSeries(tenant, datedOn), [
      {
        ...order,
        centerId: null,
        category: null,
        data: (number) => data(officialParts({ rules, datedOn }, tenant.department, number)),
      },
    ]);
  }
}

function listEntry({ applicationId: _internal, members, ...entry }: PublishedEntry) {
  return { ...entry, members: [...members] };
}
