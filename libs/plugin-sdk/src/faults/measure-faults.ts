import type { AggregateMeasure, Measure, MeasureSource } from '../measure.types.js';
import { DISTINCT_FIELDS, SUM_FIELDS } from '../measures/measure-fields.js';
import type { CategoryPluginDefinition } from '../plugin/category-plugin.types.js';
import { extendVocabulary } from '../vocabulary/vocabulary.js';
import type { Vocabulary } from '../vocabulary/vocabulary.types.js';
import type { Fault } from './fault.types.js';
import { filterFaults } from './filter-faults.js';

const SOURCES: readonly unknown[] = ['service', 'resource'];
const PERIODS: readonly unknown[] = ['year', 'previousYear', 'cumulative'];

/** Faults of measures: fields that a source lacks, unknown terms, broken parts of a quotient. */
export function measureFaults({ measures, vocabulary }: CategoryPluginDefinition): readonly Fault[] {
  const terms = extendVocabulary(vocabulary);
  return Object.entries(measures).flatMap(([name, measure]) => faultsOf(measure, `measures.${name}`, terms));
}

function faultsOf(measure: Measure, path: string, terms: Vocabulary): Fault[] {
  switch (measure.op) {
    case 'fact':
    case 'reference':
      return measure.name ? [] : [{ path: `${path}.name`, message: 'is missing' }];
    case 'ratio':
      return [
        ...partFaults(measure.dividend, `${path}.dividend`, terms),
        ...partFaults(measure.divisor, `${path}.divisor`, terms),
      ];
    default:
      return aggregateFaults(measure, path, terms);
  }
}

function partFaults(part: Measure | undefined, path: string, terms: Vocabulary): Fault[] {
  const message = 'expected count, countDistinct, sum, fact or reference';
  if (part === undefined || part.op === 'ratio') return [{ path, message }];
  return faultsOf(part, path, terms);
}

function aggregateFaults(measure: AggregateMeasure, path: string, terms: Vocabulary): Fault[] {
  const { from, period, where } = measure;
  if (!Array.isArray(from) || from.length === 0 || !from.every((source) => SOURCES.includes(source))) {
    return [{ path: `${path}.from`, message: 'expected service, resource or both' }];
  }
  const faults: Fault[] = [];
  if (new Set(from).size < from.length) faults.push({ path: `${path}.from`, message: 'names a source twice' });
  if (!PERIODS.includes(period))
    faults.push({ path: `${path}.period`, message: 'expected year, previousYear or cumulative' });
  return [...faults, ...fieldFaults(measure, path), ...filterFaults(where, from, `${path}.where`, terms)];
}

function fieldFaults({ op, field, from }: AggregateMeasure, path: string): Fault[] {
  const at = `${path}.field`;
  if (op === 'count') return field === undefined ? [] : [{ path: at, message: 'count takes no field' }];
  const carriers: Readonly<Record<string, readonly MeasureSource[]>> = op === 'sum' ? SUM_FIELDS : DISTINCT_FIELDS;
  const known = Object.keys(carriers).join(', ');
  const sources = field === undefined ? undefined : carriers[field];
  if (sources === undefined)
    return [{ path: at, message: `${op} over ${field ?? 'nothing'}; expected one of ${known}` }];
  return from
    .filter((source) => !sources.includes(source))
    .map((source) => ({ path: at, message: `${op} over ${field}, which ${source} does not have` }));
}
