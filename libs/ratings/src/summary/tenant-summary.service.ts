import { Injectable } from '@nestjs/common';
import { DocumentsService, documentSeries } from '@shucu/documents';
import { PluginRegistry } from '@shucu/plugin-host';
import { RuleSetsService } from '@shucu/rule-sets';
import { currentTenant, statutoryToday, TenantContext } from '@shucu/tenancy';
import { failsInARow, finalisedRatings } from '../grade-history.js';
import { RatingRun } from '../rating-run.entity.js';
import { runFlags } from '../remarks/run-flags.service.js';
import { correctionsSince } from './corrections-of.js';
import { summarisedCenters } from './summarised-center.js';
import { type SummaryMaterial, tenantSummaryData } from './tenant-summary.data.js';

const TENANT_SUMMARY = 'tenantSummary';

/** Issues the summary of a year's evaluation (年度评估情况汇总, 第十六条) for the province. */
@Injectable()
export class TenantSummaryService {
  constructor(
    private readonly plugins: PluginRegistry,
    private readonly rules: RuleSetsService,
    private readonly documents: DocumentsService,
  ) {}

  /** For a published run, once. */
  async issue(run: RatingRun): Promise<void> {
    const material = await this.gather(run);
    await this.documents.issue(documentSeries(TENANT_SUMMARY, { tenant: material.tenant, day: material.generatedOn }), [
      {
        ...{ kind: TENANT_SUMMARY, subjectId: run.id, centerId: null, category: null, released: true },
        title: `${run.year}年度运行质量评估情况汇总`,
        data: (number) => tenantSummaryData(material, number),
      },
    ]);
  }

  private async gather(run: RatingRun): Promise<SummaryMaterial> {
    const rules = await this.rules.get(run.ruleSetId);
    const history = await finalisedRatings(run.year);
    const { consecutiveFails } = rules.parameters;
    const failing = [...history.values()].flatMap((ratings) => {
      const fails = ratings[0]?.year === run.year ? failsInARow(ratings, consecutiveFails) : null;
      return fails ? [fails] : [];
    });
    return {
      ...{ run, rules, history, failing, generatedOn: await statutoryToday(TenantContext.manager) },
      tenant: await currentTenant(),
      centers: await summarisedCenters(run.id),
      flags: await runFlags(run),
      corrections: await correctionsSince(run.id),
      categories: this.plugins.list().map(({ id, title }) => ({ id, title: title['zh-CN'] })),
    };
  }
}
