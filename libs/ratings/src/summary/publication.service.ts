import { Injectable } from '@nestjs/common';
import { NotificationsService } from '@shucu/notifications';
import { TenantContext } from '@shucu/tenancy';
import { outcomeOf, resultPublished } from '../rating-messages.js';
import { RatingRun } from '../rating-run.entity.js';
import { ratedLeads } from './rated-leads.js';
import { TenantSummaryService } from './tenant-summary.service.js';

/** What follows the publication of a run. */
@Injectable()
export class PublicationService {
  constructor(
    private readonly summaries: TenantSummaryService,
    private readonly notifications: NotificationsService,
  ) {}

  /** Issues the summary and tells every center its result, by the versions that count now. */
  async follow(runId: string): Promise<void> {
    const { manager, tenantId } = TenantContext;
    const run = await manager.findOneByOrFail(RatingRun, { tenantId, id: runId });
    await this.summaries.issue(run);
    for (const { ratingId, center, leadOrganizationId, ...result } of await ratedLeads(runId)) {
      const lead = { role: 'centerOperator' as const, organizationId: leadOrganizationId };
      const reason = result.state === 'notEvaluated' ? (result.gradeReason ?? '') : '';
      const params = { center, year: run.year, reason };
      const subject = { kind: 'rating', id: ratingId };
      await this.notifications.send(
        resultPublished(outcomeOf(result)),
        { roles: [lead] },
        { subject, key: ratingId, params },
      );
    }
  }
}
