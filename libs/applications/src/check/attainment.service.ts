import { Injectable } from '@nestjs/common';
import { Decimal, normalDecimal } from '@shucu/kernel';
import { OrganizationsService } from '@shucu/organizations';
import { PluginRegistry, ScoringRunner } from '@shucu/plugin-host';
import type { IndicatorScore, ScoreSheet } from '@shucu/plugin-sdk';
import { RuleSetsService } from '@shucu/rule-sets';
import type { Application } from '../application.entity.js';
import { statedMeasures } from '../dossier/claimable-values.js';

/** What the stated figures alone give, indicator by indicator; what experts judge counts as not yet there. */
export interface Attainment {
  readonly indicators: readonly IndicatorScore[];
  /** Points of what figures decide, out of {@link computableWeight}. */
  readonly total: string;
  readonly computableWeight: string;
}

/** Why there is no attainment: the category's plugin could not score what is there. */
interface AttainmentFault {
  readonly code: string;
  readonly message: string;
}

export type AttainmentResult =
  | { readonly ok: true; readonly attainment: Attainment }
  | { readonly ok: false; readonly error: AttainmentFault };

/** Scores an application by what its applicant states, under the rule set that it is pinned to. */
@Injectable()
export class AttainmentService {
  constructor(
    private readonly plugins: PluginRegistry,
    private readonly runner: ScoringRunner,
    private readonly rules: RuleSetsService,
    private readonly organizations: OrganizationsService,
  ) {}

  /** The sheet of the stated values with no opinion in it; the plugin's fault where it gave none. */
  async of(application: Application): Promise<AttainmentResult> {
    const { centerId, name, variant, industry, regionId, category, year, ruleSetId } = application;
    const region = (await this.organizations.region(regionId)).divisionCode;
    const overrides = (await this.rules.get(ruleSetId)).overrides[category];
    const [result] = await this.runner.scoreAll({
      pluginId: category,
      centers: [
        {
          center: { id: centerId, name, variant, industry, region },
          year,
          measures: statedMeasures(this.plugins.get(category), application),
          opinions: {},
          missingOpinion: 'refuse',
          ...(overrides && { overrides }),
        },
      ],
    });
    if (!result) throw new Error(`No score for application ${application.id}`);
    return result.ok ? { ok: true, attainment: attainmentOf(result.sheet) } : { ok: false, error: result.error };
  }
}

function attainmentOf({ indicators }: ScoreSheet): Attainment {
  const decided = indicators.flatMap(({ criteria }) => criteria).filter(({ kind }) => kind === 'quantitative');
  const sum = (values: readonly string[]): string =>
    normalDecimal(values.reduce((total, value) => total.plus(value), new Decimal(0)));
  return {
    indicators,
    total: sum(decided.map(({ score }) => score)),
    computableWeight: sum(decided.map(({ fullScore }) => fullScore)),
  };
}
