import comprehensive from '@shucu/plugin-comprehensive';
import functional from '@shucu/plugin-functional';
import industry from '@shucu/plugin-industry';
import { type CategoryPlugin, judgedItems } from '@shucu/plugin-sdk';
import type { JudgedCriteria } from './sites/expert-scores.js';

/** The built-in plugin of a category. */
export function pluginOf(category: string): CategoryPlugin {
  const plugin = [comprehensive, functional, industry].find(({ id }) => id === category);
  if (!plugin) throw new RangeError(`no plugin ${category}`);
  return plugin;
}

/** What the built-in plugins have judged. */
export const builtInCriteria: JudgedCriteria = (category, variant) =>
  judgedItems(pluginOf(category), variant).map(({ row, criterion }) => ({
    indicatorId: row.indicator.id,
    criterionId: criterion.id,
  }));
