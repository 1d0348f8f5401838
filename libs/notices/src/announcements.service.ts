import { Injectable } from '@nestjs/common';
import {
  APPLICATION_MACHINE,
  type Application,
  ApplicationsService,
  BansService,
  ExclusionsService,
} from '@shucu/applications';
import { CentersService, refuseOwnCenters } from '@shucu/centers';
import { AppError, canonicalJson, newId, sha256 } from '@shucu/kernel';
import { NotificationsService } from '@shucu/notifications';
import { type Actor, conditionsOf } from '@shucu/permissions';
import { RuleSetsService } from '@shucu/rule-sets';
import { currentTenant, statutoryToday, TenantContext } from '@shucu/tenancy';
import { WorkflowService } from '@shucu/workflow';
import { Announcement, AnnouncementEntry } from './announcement.entity.js';
import { CandidatesService } from './candidates.service.js';
import { NoticeDocumentsService } from './notice-documents.service.js';
import { CENTER_ANNOUNCED } from './notice-messages.js';
import { ObjectionsService } from './objections.service.js';
import { NoticeEntry, type PublicNotice } from './public-notice.entity.js';
import { byApplication, type NoticeCandidate, PublicNoticesService } from './public-notices.service.js';
import { publishedEntries } from './published-list.js';

interface Cleared {
  readonly application: Application;
  readonly notice: PublicNotice;
}

export interface AnnouncementPage {
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Announces what was on notice without an open objection: the act that makes centers active (第十四条). */
@Injectable()
export class AnnouncementsService {
  constructor(
    private readonly notices: PublicNoticesService,
    private readonly objections: ObjectionsService,
    private readonly applications: ApplicationsService,
    private readonly candidates: CandidatesService,
    private readonly bans: BansService,
    private readonly exclusions: ExclusionsService,
    private readonly centers: CentersService,
    private readonly rules: RuleSetsService,
    private readonly workflow: WorkflowService,
    private readonly notifications: NotificationsService,
    private readonly documents: NoticeDocumentsService,
  ) {}

  /** Announces applications of one round, all of them or none; refuses one whose notice runs or that has an open objection. */
  async announce(actor: Actor, candidates: readonly NoticeCandidate[]): Promise<Announcement> {
    conditionsOf(actor, 'create', 'Announcement');
    const cleared = await this.cleared(actor, candidates);
    const announcement = await this.insert(actor, cleared);
    for (const { applicationId, version } of candidates.toSorted(byApplication)) {
      const details = { announcementId: announcement.id };
      const step = { id: applicationId, transition: 'announce' as const, actor, version, details };
      await this.workflow.take(APPLICATION_MACHINE, step);
    }
    await this.insertEntries(announcement, cleared);
    for (const { application } of cleared) await this.notices.settle(application.id, 'announced');
    await this.refuseContested(cleared);
    for (const { application } of cleared) {
      const members = await this.applications.membersOf(application);
      await this.centers.announce(
        application.centerId,
        announcement.announcedOn,
        members.map(({ organizationId }) => organizationId),
      );
      await this.tell(announcement, application);
    }
    await this.issue(announcement, cleared);
    return announcement;
  }

  /** Newest first; `after` is the last id of the page before. */
  list(actor: Actor, page: AnnouncementPage): Promise<Announcement[]> {
    conditionsOf(actor, 'read', 'Announcement');
    return this.published(page);
  }

  /** As {@link list}, for anybody: an announcement is public. */
  published({ after, limit }: AnnouncementPage): Promise<Announcement[]> {
    const { manager, tenantId } = TenantContext;
    const query = manager
      .createQueryBuilder(Announcement, 'announcement')
      .where('announcement.tenant_id = :tenantId', { tenantId })
      .orderBy('announcement.id', 'DESC')
      .limit(limit);
    if (after) query.andWhere('announcement.id < :after', { after });
    return query.getMany();
  }

  /** Throws `resource.notFound`. */
  async find(id: string): Promise<Announcement> {
    const { manager, tenantId } = TenantContext;
    const found = await manager.findOneBy(Announcement, { tenantId, id });
    if (!found) throw new AppError('resource.notFound');
    return found;
  }

  private async cleared(actor: Actor, candidates: readonly NoticeCandidate[]): Promise<Cleared[]> {
    const cleared: Cleared[] = [];
    for (const { applicationId } of candidates) {
      const application = await this.applications.get(actor, applicationId);
      const notice = await this.noticeOf(application);
      if (notice.state !== 'ended') {
        throw new AppError('notice.notOver', { through: notice.through, name: application.name });
      }
      // A lead may have lost its qualification, and another center come first, since it was accepted (第八条、第十七条).
      await this.bans.refuse(await this.applications.leadOf(application));
      await this.exclusions.refuse(application);
      cleared.push({ application, notice });
    }
    if (new Set(cleared.map(({ application }) => application.roundId)).size !== 1)
      throw new AppError('notice.oneRound');
    await this.refuseContested(cleared);
    await refuseOwnCenters(
      actor,
      cleared.map(({ application }) => application.centerId),
    );
    return cleared;
  }

  /** Asked before anything is done and again under the locks: an objection that came with the last second counts. */
  private async refuseContested(cleared: readonly Cleared[]): Promise<void> {
    const receipts = await this.objections.openReceipts(cleared.map(({ application }) => application.id));
    for (const { application } of cleared) {
      const open = receipts.get(application.id);
      if (open) throw new AppError('notice.contested', { name: application.name, receipts: open.join('、') });
    }
  }

  /** The notice on which an application still is open. */
  private async noticeOf({ id }: Application): Promise<PublicNotice> {
    const { manager, tenantId } = TenantContext;
    const entry = await manager.findOneBy(NoticeEntry, { tenantId, applicationId: id, outcome: 'open' });
    if (!entry) throw new AppError('notice.notOn');
    return this.notices.find(entry.noticeId);
  }

  private async insert(actor: Actor, cleared: readonly Cleared[]): Promise<Announcement> {
    const { manager, tenantId } = TenantContext;
    const [{ application: first }] = cleared as [Cleared];
    const { department } = await currentTenant();
    const subject = `${first.year}年度工业互联网数字化转型促进中心名单`;
    const entries = publishedEntries(await this.candidates.of(cleared.map(({ application }) => application)));
    const snapshot = { department, subject, year: first.year, entries };
    const id = newId();
    await manager.insert(Announcement, {
      ...{ tenantId, id, roundId: first.roundId, year: first.year, announcedBy: actor.accountId },
      ...{ snapshot: snapshot as never, snapshotHash: sha256(canonicalJson(snapshot)) },
      announcedOn: await statutoryToday(manager),
    });
    return manager.findOneByOrFail(Announcement, { tenantId, id });
  }

  private async insertEntries({ id }: Announcement, cleared: readonly Cleared[]): Promise<void> {
    const { manager, tenantId } = TenantContext;
    await manager.insert(
      AnnouncementEntry,
      cleared.map(({ application, notice }) => ({
        ...{ tenantId, announcementId: id, noticeId: notice.id },
        ...{ applicationId: application.id, centerId: application.centerId },
      })),
    );
  }

  private async issue(announcement: Announcement, cleared: readonly Cleared[]): Promise<void> {
    const [{ notice: first }] = cleared as [Cleared];
    const notices = [...new Map(cleared.map(({ notice }) => [notice.id, notice])).values()];
    const before = [];
    for (const notice of notices) before.push({ notice, objections: await this.objectionsTo(notice.id) });
    await this.documents.issueAnnouncement(announcement, await this.rules.get(first.ruleSetId), before);
  }

  private async objectionsTo(noticeId: string): Promise<number> {
    const { manager, tenantId } = TenantContext;
    const [{ count }] = await manager.query<[{ count: number }]>(
      'SELECT count(*)::int AS count FROM objection WHERE tenant_id = $1 AND notice_id = $2',
      [tenantId, noticeId],
    );
    return count;
  }

  private async tell({ id, announcedOn }: Announcement, application: Application): Promise<void> {
    await this.notifications.send(
      CENTER_ANNOUNCED,
      { roles: this.applications.leadHolders(application) },
      {
        subject: { kind: 'announcement', id },
        key: `${id}:${application.id}`,
        params: { name: application.name, announcedOn },
      },
    );
  }
}
