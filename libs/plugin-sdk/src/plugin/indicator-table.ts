import type { JudgedCriterion } from '../criteria/criterion.types.js';
import type { CategoryPlugin, Indicator, IndicatorGroup } from './category-plugin.types.js';

/** A row of the table that a center of one variant is evaluated by; `number` counts from 1. */
export interface TableRow {
  readonly number: number;
  readonly group: IndicatorGroup;
  readonly indicator: Indicator;
}

/** A judged criterion with the key (`indicator.criterion`) under which its opinion is stored. */
export interface JudgedItem {
  readonly key: string;
  readonly row: TableRow;
  readonly criterion: JudgedCriterion;
}

/** The rows of one variant in the order of the rule document; `null` for a category without variants. */
export function indicatorTable(plugin: Pick<CategoryPlugin, 'groups'>, variant: string | null): readonly TableRow[] {
  return plugin.groups
    .filter(({ variants }) => variants === undefined || (variant !== null && variants.includes(variant)))
    .flatMap((group) => group.indicators.map((indicator) => ({ group, indicator })))
    .map((row, index) => ({ number: index + 1, ...row }));
}

/** What experts must score for a center of one variant. */
export function judgedItems(plugin: Pick<CategoryPlugin, 'groups'>, variant: string | null): readonly JudgedItem[] {
  return indicatorTable(plugin, variant).flatMap((row) =>
    row.indicator.criteria
      .filter((criterion) => criterion.kind === 'judged')
      .map((criterion) => ({ key: criterionKey(row.indicator.id, criterion.id), row, criterion })),
  );
}

/** The key of opinions and threshold overrides: `indicator.criterion`. */
export function criterionKey(indicatorId: string, criterionId: string): string {
  return `${indicatorId}.${criterionId}`;
}

/** Ids of the variants, or `[null]` for a category without variants. */
export function variantIds(plugin: Pick<CategoryPlugin, 'variants'>): readonly (string | null)[] {
  return plugin.variants.length > 0 ? plugin.variants.map(({ id }) => id) : [null];
}
