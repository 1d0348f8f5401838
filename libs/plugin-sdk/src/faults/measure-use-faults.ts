import type { Condition } from '../criteria/condition.types.js';
import type { Criterion } from '../criteria/criterion.types.js';
import type { CategoryPluginDefinition } from '../plugin/category-plugin.types.js';
import type { Fault } from './fault.types.js';

interface Use {
  readonly measure: string;
  readonly path: string;
}

/** Every measure that is used exists, and every one that exists is used. */
export function measureUseFaults(definition: CategoryPluginDefinition): readonly Fault[] {
  const uses = measureUses(definition);
  const used = new Set(uses.map(({ measure }) => measure));
  const unknown = uses
    .filter(({ measure }) => !Object.hasOwn(definition.measures, measure))
    .map(({ measure, path }) => ({ path, message: `measure "${measure}" is not defined` }));
  const unused = Object.keys(definition.measures)
    .filter((name) => !used.has(name))
    .map((name) => ({ path: `measures.${name}`, message: 'is never used' }));
  return [...unknown, ...unused];
}

function measureUses({ groups, gates = [], deductions = [], scoring }: CategoryPluginDefinition): readonly Use[] {
  return [
    ...groups
      .flatMap(({ indicators }) => indicators)
      .flatMap(({ id, criteria }) =>
        criteria.flatMap((criterion) => criterionUses(criterion, `indicators.${id}.criteria.${criterion.id}`)),
      ),
    ...gates.flatMap(({ id, conditions }) =>
      conditions.flatMap((condition, index) => conditionUses(condition, `gates.${id}.conditions.${index}`)),
    ),
    ...deductions.map(({ id, measure }) => ({ measure, path: `deductions.${id}` })),
    ...(scoring?.uses ?? []).map((measure) => ({ measure, path: 'scoring.uses' })),
  ];
}

function criterionUses(criterion: Criterion, path: string): Use[] {
  switch (criterion.kind) {
    case 'judged':
      return criterion.shows.map(({ measure }) => ({ measure, path: `${path}.shows` }));
    case 'combined':
      return criterion.parts.flatMap((part) => criterionUses(part, `${path}.parts.${part.id}`));
    case 'quantitative': {
      const further = criterion.attainment?.rule === 'custom' ? criterion.attainment.uses : [];
      return [criterion.measure, ...further].map((measure) => ({ measure, path }));
    }
  }
}

function conditionUses(condition: Condition, path: string): Use[] {
  const measures = condition.kind === 'measure' ? [condition.measure] : condition.uses;
  return measures.map((measure) => ({ measure, path }));
}
