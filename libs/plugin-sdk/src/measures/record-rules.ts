import type {
  AggregateMeasure,
  CenterReference,
  FilterField,
  FilterScalar,
  MeasureFilter,
  MeasurePeriod,
} from '../measure.types.js';
import type { MeasuredCenter, ResourceRow, ServiceRow } from './record.types.js';

/** A row with the source it came from. */
export type SourcedRow =
  | { readonly source: 'service'; readonly row: ServiceRow }
  | { readonly source: 'resource'; readonly row: ResourceRow };

type FilterValue = NonNullable<MeasureFilter[FilterField]>;

/** Whether a row counts at all for a measure: its state, its period and every condition of the filter. */
export function counts(measure: AggregateMeasure, sourced: SourcedRow, center: MeasuredCenter, year: number): boolean {
  const { row } = sourced;
  if (row.status !== 'active' || row.verification === 'rejected') return false;
  return inPeriod(sourced, measure.period, year) && matches(sourced, measure.where, center);
}

function inPeriod(sourced: SourcedRow, period: MeasurePeriod, year: number): boolean {
  const wanted = period === 'previousYear' ? year - 1 : year;
  if (sourced.source === 'service') {
    return period === 'cumulative' ? sourced.row.year <= wanted : sourced.row.year === wanted;
  }
  const { acquiredOn, retiredOn } = sourced.row;
  if (period !== 'cumulative') return acquiredOn.startsWith(`${wanted}-`);
  const lastDay = `${wanted}-12-31`;
  return acquiredOn <= lastDay && (retiredOn === null || retiredOn > lastDay);
}

function matches({ row }: SourcedRow, filter: MeasureFilter, center: MeasuredCenter): boolean {
  return Object.entries(filter).every(([field, wanted]) => {
    if (wanted === undefined) return true;
    const value: unknown = Reflect.get(row, field);
    return value !== null && value !== undefined && accepted(wanted, center).includes(value as FilterScalar);
  });
}

function accepted(wanted: FilterValue, center: MeasuredCenter): readonly (FilterScalar | null)[] {
  if (isCenterReference(wanted)) return [center[wanted.center]];
  return typeof wanted === 'object' ? wanted : [wanted];
}

/** Whether a filter's value is the center's own one. */
export function isCenterReference(value: unknown): value is CenterReference {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && 'center' in value;
}
