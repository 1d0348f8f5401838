import {
  type CategoryPlugin,
  type Criterion,
  indicatorTable,
  type Measure,
  type MeasureValue,
  normalDecimal,
  type QuantitativeCriterion,
  type TableRow,
} from '@shucu/plugin-sdk';
import type { z } from 'zod';
import type { DeclaredFacts, MeasureValues } from '../application.entity.js';

/** A figure that an applicant states for a criterion of the category's table. */
export interface ClaimableValue {
  readonly measure: string;
  /** The criterion's words, e.g. 数字化转型供应商. */
  readonly title: string;
  readonly unit: string;
  /** Id of the indicator. */
  readonly indicator: string;
  /** Only whole numbers make sense: things are counted. */
  readonly isWhole: boolean;
  /** Name of the declared fact that the measure is; null where the value is claimed as such. */
  readonly fact: string | null;
  /** The fact is a yes or no. */
  readonly isYesNo: boolean;
}

/** What an applicant of the variant has to state, each measure once, in the order of the table. */
export function claimableValues(plugin: CategoryPlugin, variant: string | null): ClaimableValue[] {
  const all = indicatorTable(plugin, variant).flatMap((row) =>
    row.indicator.criteria.flatMap(figuresOf).map((criterion) => claimable(plugin, row, criterion)),
  );
  return all.filter(({ measure }, index) => all.findIndex((other) => other.measure === measure) === index);
}

/** The value of every measure of the plugin as the applicant states it; null where nothing was stated. */
export function statedMeasures(
  { measures }: CategoryPlugin,
  { claimed, facts }: { readonly claimed: MeasureValues; readonly facts: DeclaredFacts },
): Record<string, MeasureValue> {
  return Object.fromEntries(
    Object.entries(measures).map(([name, measure]) => [
      name,
      measure.op === 'fact' ? factValue(facts[measure.name]) : (claimed[name] ?? null),
    ]),
  );
}

/** A field of the plugin's schema of facts, with the words it has there. */
export function factSchema({ facts }: CategoryPlugin, name: string): z.ZodType | undefined {
  return Object.hasOwn(facts.shape, name) ? (facts.shape[name] as z.ZodType) : undefined;
}

/** How a fact is called: the title in its meta data. */
export function factTitle(plugin: CategoryPlugin, name: string): string {
  const title = factSchema(plugin, name)?.meta()?.title;
  return typeof title === 'string' ? title : name;
}

function figuresOf(criterion: Criterion): QuantitativeCriterion[] {
  if (criterion.kind === 'quantitative') return [criterion];
  return criterion.kind === 'combined' ? [...criterion.parts] : [];
}

function claimable(
  plugin: CategoryPlugin,
  { indicator }: TableRow,
  { measure, title, unit }: QuantitativeCriterion,
): ClaimableValue {
  const definition = plugin.measures[measure];
  if (!definition) throw new Error(`${plugin.id} has no measure ${measure}`);
  const fact = definition.op === 'fact' ? definition.name : null;
  return {
    measure,
    title,
    unit,
    indicator: indicator.id,
    isWhole: isWhole(definition),
    fact,
    isYesNo: isYesNo(plugin, fact),
  };
}

function isYesNo(plugin: CategoryPlugin, fact: string | null): boolean {
  return fact !== null && factSchema(plugin, fact)?.safeParse(true).success === true;
}

function isWhole(measure: Measure): boolean {
  switch (measure.op) {
    case 'count':
    case 'countDistinct':
      return true;
    case 'sum':
      return measure.field === 'headcount';
    default:
      return false;
  }
}

function factValue(value: number | boolean | undefined): MeasureValue {
  return value === undefined ? null : normalDecimal(String(Number(value)));
}
