import { reportedDecimal, sumOf } from '../decimal.js';
import { PluginResultError } from '../faults/plugin-result-error.js';
import { ScoringInputError } from '../faults/scoring-input-error.js';
import type { CategoryPlugin } from '../plugin/category-plugin.types.js';
import { indicatorTable } from '../plugin/indicator-table.js';
import { type ScoredIndicator, scoreIndicator } from './indicator-score.js';
import { inputFaults } from './input-faults.js';
import type { ScoreInput } from './score-input.types.js';
import { type ScoreSheet, scoreSheetSchema } from './score-sheet.types.js';
import { ScoringScene } from './scoring-scene.js';
import { totalOf } from './total.js';
import { type GroupTotal, verdictOf } from './verdict.js';

/**
 * Scores one center. Arithmetic carries 40 digits and sums what is exact; only what the sheet reports is rounded (12 decimals, half-up),
 * so 89.995 and 90 are told apart and thirds still add up. Throws {@link ScoringInputError} when figures, opinions or overrides do
 * not fit the plugin, {@link PluginResultError} when a function of the plugin returns what it must not.
 */
export function scoreCenter(plugin: CategoryPlugin, input: ScoreInput): ScoreSheet {
  const faults = inputFaults(plugin, input);
  if (faults.length > 0) throw new ScoringInputError(plugin.id, faults);
  const draft = draftSheet(plugin, input);
  return plugin.scoring === undefined ? draft : customSheet(plugin.id, plugin.scoring.score(draft, input), draft);
}

function draftSheet(plugin: CategoryPlugin, input: ScoreInput): ScoreSheet {
  const scene = new ScoringScene(input);
  const scored = indicatorTable(plugin, input.center.variant).map((row) => scoreIndicator(row, scene));
  const groups = groupTotals(plugin, scored);
  const { total, adjustments } = totalOf(plugin, sumOf(scored.map(({ score }) => score)), scene);
  const missing = scored.flatMap((indicator) => indicator.missing);
  return {
    pluginId: plugin.id,
    pluginVersion: plugin.version,
    centerId: input.center.id,
    year: input.year,
    variant: input.center.variant,
    total: reportedDecimal(total),
    complete: !missing.some(({ blocking }) => blocking),
    groups: groups.map(({ group, score, weight }) => ({
      id: group.id,
      title: group.title,
      score: reportedDecimal(score),
      weight: reportedDecimal(weight),
    })),
    indicators: scored.map(({ sheet }) => sheet),
    adjustments,
    missing,
    verdict: verdictOf(plugin, groups, scene),
  };
}

function groupTotals(plugin: CategoryPlugin, scored: readonly ScoredIndicator[]): readonly GroupTotal[] {
  return plugin.groups.flatMap((group) => {
    const own = scored.filter(({ groupId }) => groupId === group.id);
    if (own.length === 0) return [];
    return [{ group, score: sumOf(own.map(({ score }) => score)), weight: sumOf(own.map(({ weight }) => weight)) }];
  });
}

function customSheet(pluginId: string, result: unknown, draft: ScoreSheet): ScoreSheet {
  const parsed = scoreSheetSchema.safeParse(result);
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new PluginResultError(`The scoring function of ${pluginId} returned no score sheet: ${issues.join('; ')}`);
  }
  const identity = ['pluginId', 'pluginVersion', 'centerId', 'year', 'variant'] as const;
  const changed = identity.filter((field) => parsed.data[field] !== draft[field]);
  if (changed.length > 0)
    throw new PluginResultError(`The scoring function of ${pluginId} changed ${changed.join(', ')}`);
  return parsed.data;
}
