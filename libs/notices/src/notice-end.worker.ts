import { Injectable } from '@nestjs/common';
import { type Deadline, OnDeadline } from '@shucu/deadlines';
import { NotificationsService } from '@shucu/notifications';
import { statutoryNow, TenantContext } from '@shucu/tenancy';
import { WorkflowService } from '@shucu/workflow';
import { NOTICE_ENDED } from './notice-messages.js';
import { PublicNotice } from './public-notice.entity.js';
import { PUBLIC_NOTICE_MACHINE } from './public-notice.machine.js';

interface Counts {
  readonly clear: number;
  readonly held: number;
}

/** Ends notices whose last day is over (第十三条); the database refuses an end before. */
@Injectable()
export class NoticeEndWorker {
  constructor(
    private readonly workflow: WorkflowService,
    private readonly notifications: NotificationsService,
  ) {}

  @OnDeadline('notice.period')
  async end({ subjectId: id }: Deadline): Promise<void> {
    const { manager, tenantId } = TenantContext;
    const endedAt = await statutoryNow(manager);
    await this.workflow.take(PUBLIC_NOTICE_MACHINE, {
      id,
      transition: 'end',
      actor: null,
      change: { ended_at: endedAt },
    });
    const notice = await manager.findOneByOrFail(PublicNotice, { tenantId, id });
    const { clear, held } = await this.counts(id);
    await this.notifications.send(
      NOTICE_ENDED,
      { roles: [{ role: 'provinceOfficer' }] },
      {
        subject: { kind: 'publicNotice', id },
        key: id,
        params: { subject: notice.subject, arithmetic: notice.arithmetic, clear, held },
      },
    );
  }

  private async counts(noticeId: string): Promise<Counts> {
    const { manager, tenantId } = TenantContext;
    const [counts] = await manager.query<[Counts]>(
      `SELECT (count(*) FILTER (WHERE NOT contested))::int AS clear, (count(*) FILTER (WHERE contested))::int AS held
       FROM (SELECT EXISTS (SELECT 1 FROM objection WHERE objection.tenant_id = entry.tenant_id
               AND objection.application_id = entry.application_id AND objection.state = 'received') AS contested
             FROM notice_entry entry
             WHERE entry.tenant_id = $1 AND entry.notice_id = $2 AND entry.outcome = 'open') AS entries`,
      [tenantId, noticeId],
    );
    return counts;
  }
}
