import { Injectable } from '@nestjs/common';
import { AssessmentsService } from '@shucu/assessments';
import type { Center } from '@shucu/centers';
import { OrganizationsService } from '@shucu/organizations';
import { MeasureReader, PluginRegistry } from '@shucu/plugin-host';
import type { MeasureValue } from '@shucu/plugin-sdk';
import { RuleSetsService } from '@shucu/rule-sets';
import { TenantContext } from '@shucu/tenancy';
import { earlierGrades, finalisedRatings } from './grade-history.js';
import type { RatingInputs } from './rating.entity.js';
import type { RatingRun } from './rating-run.entity.js';

/** Freezes what ratings are computed from, as it is recorded now. */
@Injectable()
export class RatingInputsService {
  constructor(
    private readonly plugins: PluginRegistry,
    private readonly measures: MeasureReader,
    private readonly organizations: OrganizationsService,
    private readonly assessments: AssessmentsService,
    private readonly rules: RuleSetsService,
  ) {}

  /** The inputs of each center of a run. */
  async freeze(run: RatingRun, centers: readonly Center[]): Promise<Map<string, RatingInputs>> {
    const regions = new Map((await this.organizations.regions()).map(({ id, divisionCode }) => [id, divisionCode]));
    const recorded = await this.recorded(
      run,
      centers.map(({ category }) => category),
    );
    return new Map(
      centers.map(({ id, name, variant, industry, regionId }) => {
        const center = { id, name, variant, industry, region: regions.get(regionId) ?? null };
        return [id, { center, year: run.year, ...recorded(id) }];
      }),
    );
  }

  /** The inputs of one rated center again, from what is recorded by now; the center as it was rated. */
  async freezeAgain(run: RatingRun, pluginId: string, { center, year }: RatingInputs): Promise<RatingInputs> {
    return { center, year, ...(await this.recorded(run, [pluginId]))(center.id) };
  }

  private async recorded(run: RatingRun, pluginIds: readonly string[]) {
    const { manager, tenantId } = TenantContext;
    const { parameters } = await this.rules.get(run.ruleSetId);
    const history = await finalisedRatings(run.year - 1);
    const opinions = await this.assessments.merged(run.year);
    const plugins = [...new Set(pluginIds)].map((id) => this.plugins.get(id));
    const measures = await this.measures.read(manager, { tenantId, year: run.year, plugins });
    return (centerId: string) => ({
      measures: (measures.get(centerId) ?? {}) as Readonly<Record<string, MeasureValue>>,
      opinions: opinions.get(centerId) ?? {},
      missingOpinion: parameters.missingOpinion,
      history: earlierGrades(history.get(centerId)),
    });
  }
}
