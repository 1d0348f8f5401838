import { Injectable } from '@nestjs/common';
import { Center, CentersService, centerProfile } from '@shucu/centers';
import { type DocumentOrder, DocumentsService, documentSeries } from '@shucu/documents';
import { OrganizationsService } from '@shucu/organizations';
import { PluginRegistry } from '@shucu/plugin-host';
import { RuleSetsService } from '@shucu/rule-sets';
import { currentTenant, statutoryToday, TenantContext } from '@shucu/tenancy';
import { type FinalisedRating, finalisedRatings } from './grade-history.js';
import { Rating } from './rating.entity.js';
import { RATING_REPORT, type ReportFrame, ratingReportData } from './rating-report.data.js';
import { RatingRun } from './rating-run.entity.js';

/** Issues the annual rating reports of a finalised run, one a center, numbered in order of score. */
@Injectable()
export class RatingReportService {
  constructor(
    private readonly centers: CentersService,
    private readonly organizations: OrganizationsService,
    private readonly plugins: PluginRegistry,
    private readonly rules: RuleSetsService,
    private readonly documents: DocumentsService,
  ) {}

  async issue(runId: string): Promise<void> {
    const { manager, tenantId } = TenantContext;
    // The lock puts this before or after a publication: before, the publication releases the reports; after, they are out at once.
    const run = await manager.findOneOrFail(RatingRun, {
      where: { tenantId, id: runId },
      lock: { mode: 'pessimistic_read' },
    });
    const ratings = await manager.find(Rating, {
      // One that was corrected has its report already.
      where: { tenantId, runId, state: 'rated', version: 1 },
      order: { total: 'DESC', centerId: 'ASC' },
    });
    const frame = await this.frame(run);
    const history = await finalisedRatings(run.year);
    const orders: DocumentOrder[] = [];
    for (const rating of ratings) orders.push(await this.order(rating, history.get(rating.centerId) ?? [], frame));
    await this.issueAll(frame, orders);
  }

  /** Issues the report of a corrected rating beside the former one; none where there is no grade to report. */
  async issueCorrected(rating: Rating, run: RatingRun): Promise<void> {
    if (rating.state !== 'rated') return;
    const frame = await this.frame(run);
    const history = (await finalisedRatings(run.year)).get(rating.centerId) ?? [];
    const order = await this.order(rating, history, frame);
    await this.issueAll(frame, [{ ...order, subjectVersion: rating.version }]);
  }

  private async frame(run: RatingRun): Promise<ReportFrame> {
    return {
      released: run.state === 'published',
      tenant: await currentTenant(),
      rules: await this.rules.get(run.ruleSetId),
      generatedOn: await statutoryToday(TenantContext.manager),
    };
  }

  private async issueAll({ tenant, generatedOn }: ReportFrame, orders: readonly DocumentOrder[]): Promise<void> {
    await this.documents.issue(documentSeries(RATING_REPORT, { tenant, day: generatedOn }), orders);
  }

  private async order(rating: Rating, history: readonly FinalisedRating[], frame: ReportFrame): Promise<DocumentOrder> {
    const { manager, tenantId } = TenantContext;
    const { sheet } = rating;
    const replaces = rating.version > 1 ? await this.documents.numberOf(RATING_REPORT, rating.id) : null;
    if (!sheet) throw new Error(`Rating ${rating.id} has no sheet`);
    const center = await manager.findOneByOrFail(Center, { tenantId, id: rating.centerId });
    const plugin = this.plugins.get(rating.pluginId);
    const whole = await this.centers.withOrganizations(center);
    const profile = centerProfile(whole, plugin, await this.organizations.region(center.regionId));
    return {
      kind: RATING_REPORT,
      subjectId: rating.id,
      centerId: center.id,
      title: `${center.name}${rating.year}年度运行质量评估报告`,
      category: plugin.id,
      released: frame.released,
      data: (number) => ratingReportData({ rating, sheet, profile, history, replaces }, frame, number),
    };
  }
}
