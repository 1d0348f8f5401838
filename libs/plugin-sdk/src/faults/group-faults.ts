import { parseDecimal } from '../decimal.js';
import { GRADES } from '../grading/grading.types.js';
import type { CategoryPluginDefinition, Indicator, IndicatorGroup } from '../plugin/category-plugin.types.js';
import { extendVocabulary } from '../vocabulary/vocabulary.js';
import { criterionFaults } from './criterion-faults.js';
import { duplicateFaults } from './duplicate-faults.js';
import type { Fault } from './fault.types.js';

/** Faults of groups and indicators: ids used twice, unknown variants and evidence, broken floors, broken criteria. */
export function groupFaults(definition: CategoryPluginDefinition): readonly Fault[] {
  const { groups, variants = [], vocabulary } = definition;
  const indicators = groups.flatMap((group) => group.indicators);
  const evidence = extendVocabulary(vocabulary).evidenceKinds;
  return [
    ...duplicateFaults('variants', variants),
    ...duplicateFaults('groups', groups),
    ...duplicateFaults('indicators', indicators),
    ...groups.flatMap((group) => singleGroupFaults(group, new Set(variants.map(({ id }) => id)))),
    ...indicators.flatMap((indicator) => indicatorFaults(indicator, evidence)),
  ];
}

function singleGroupFaults(group: IndicatorGroup, known: ReadonlySet<string>): Fault[] {
  const path = `groups.${group.id}`;
  const unknown = (group.variants ?? [])
    .filter((variant) => !known.has(variant))
    .map((variant) => ({ path: `${path}.variants`, message: `"${variant}" is no variant of this category` }));
  return [...unknown, ...floorFaults(group, path)];
}

function floorFaults({ floor }: IndicatorGroup, path: string): Fault[] {
  if (floor === undefined) return [];
  const faults: Fault[] = [];
  const share = parseDecimal(floor.share);
  if (share === null || share.lte(0) || share.gt(1)) {
    faults.push({ path: `${path}.floor.share`, message: `${String(floor.share)} is no share above 0 and up to 1` });
  }
  if (!GRADES.includes(floor.otherwise)) {
    faults.push({ path: `${path}.floor.otherwise`, message: `expected one of ${GRADES.join(', ')}` });
  }
  return faults;
}

function indicatorFaults(indicator: Indicator, evidenceKinds: object): Fault[] {
  const path = `indicators.${indicator.id}`;
  const parts = indicator.criteria.flatMap((criterion) => (criterion.kind === 'combined' ? criterion.parts : []));
  return [
    ...indicator.evidence
      .filter((kind) => !Object.hasOwn(evidenceKinds, kind))
      .map((kind) => ({ path: `${path}.evidence`, message: `"${kind}" is not in the vocabulary (evidenceKinds)` })),
    ...duplicateFaults(`${path}.criteria`, [...indicator.criteria, ...parts]),
    ...indicator.criteria.flatMap((criterion) => criterionFaults(criterion, `${path}.criteria.${criterion.id}`)),
  ];
}
