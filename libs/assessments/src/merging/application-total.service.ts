import { Injectable } from '@nestjs/common';
import { CentersService } from '@shucu/centers';
import { OrganizationsService } from '@shucu/organizations';
import { PluginRegistry, ScoringRunner } from '@shucu/plugin-host';
import { criterionKey } from '@shucu/plugin-sdk';
import { RuleSetsService } from '@shucu/rule-sets';
import type { Assessment, AssessmentResult, MergedCriterion } from '../assessment.entity.js';

/** What an application comes to by the table of its category (第十二条). */
@Injectable()
export class ApplicationTotalService {
  constructor(
    private readonly centers: CentersService,
    private readonly organizations: OrganizationsService,
    private readonly plugins: PluginRegistry,
    private readonly runner: ScoringRunner,
    private readonly rules: RuleSetsService,
  ) {}

  /** Scores the merged opinions and the figures, of which what experts confirmed comes before verified before claimed; or says why not. */
  async totalOf(
    assessment: Assessment,
    criteria: readonly MergedCriterion[],
  ): Promise<Pick<AssessmentResult, 'total' | 'sheet' | 'fault'>> {
    const { id, name, category, variant, industry, regionId } = await this.centers.byId(assessment.centerId);
    const { overrides } = await this.rules.get(assessment.ruleSetId);
    const region = (await this.organizations.regions()).find((one) => one.id === regionId)?.divisionCode ?? null;
    const measures = Object.keys(this.plugins.get(category).measures);
    const [scored] = await this.runner.scoreAll({
      pluginId: category,
      centers: [
        {
          center: { id, name, variant, industry, region },
          year: assessment.year,
          measures: Object.fromEntries(measures.map((measure) => [measure, effective(assessment, measure)])),
          opinions: Object.fromEntries(
            criteria.map(({ indicator, criterion, score, opinion = '' }) => [
              criterionKey(indicator, criterion),
              { score, opinion },
            ]),
          ),
          missingOpinion: 'refuse',
          ...(overrides[category] && { overrides: overrides[category] }),
        },
      ],
    });
    if (!scored) throw new Error(`No score for assessment ${assessment.id}`);
    if (!scored.ok) return { total: null, sheet: null, fault: scored.error.message };
    const { sheet } = scored;
    if (sheet.complete) return { total: sheet.total, sheet, fault: null };
    return { total: null, sheet, fault: sheet.missing.map(({ explanation }) => explanation).join('；') };
  }
}

/** The figure that counts for a measure; none where nobody gave one. */
function effective({ claimed, verified, confirmed }: Assessment, measure: string): string | null {
  return confirmed[measure]?.value ?? verified[measure] ?? claimed[measure] ?? null;
}
