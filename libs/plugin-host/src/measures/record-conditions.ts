import {
  type AggregateMeasure,
  type CenterReference,
  FILTER_FIELDS,
  type FilterField,
  isCenterReference,
  type MeasureFilter,
  type MeasureSource,
} from '@shucu/plugin-sdk';
import { columnOf, SOURCE_TABLES } from './source-tables.js';
import type { SqlParameters } from './sql-statement.js';

/** Whose records, up to the end of which evaluated year. */
export interface MeasureScope {
  readonly tenantId: string;
  readonly year: number;
}

type FilterValue = NonNullable<MeasureFilter[FilterField]>;

/** Expressions of a center's own values over the aliases of {@link countableRecords}. */
const OWN_VALUES: Readonly<Record<CenterReference['center'], string>> = {
  industry: 'c.industry',
  region: 'g.division_code',
  variant: 'c.variant',
};

/**
 * `FROM … WHERE …` over one source: the tenant's records up to 31 December of the year that count at all, neither void nor
 * rejected. Aliases: `r` the record, `c` its center, `g` the center's region.
 */
export function countableRecords(source: MeasureSource, { tenantId, year }: MeasureScope, bind: SqlParameters): string {
  const upToYear =
    source === 'service' ? `r.year <= ${bind.bind(year, 'int')}` : `r.acquired_on <= ${lastDay(year, bind)}`;
  return [
    `FROM ${SOURCE_TABLES[source].table} r`,
    'JOIN center c ON c.tenant_id = r.tenant_id AND c.id = r.center_id',
    // An outer join, so that the planner drops it where no measure looks at the region.
    'LEFT JOIN region g ON g.tenant_id = c.tenant_id AND g.id = c.region_id',
    `WHERE r.tenant_id = ${bind.bind(tenantId, 'uuid')}`,
    `AND r.status = 'active' AND r.verification <> 'rejected' AND ${upToYear}`,
  ].join(' ');
}

/** Whether a countable record of one source counts for a measure: its period and every condition of its filter. */
export function measureCondition(
  { where, period }: AggregateMeasure,
  source: MeasureSource,
  year: number,
  bind: SqlParameters,
): string {
  const filter = Object.entries(where).flatMap(([field, wanted]) =>
    wanted === undefined ? [] : [filterCondition(field as FilterField, wanted, source, bind)],
  );
  const conditions = [...periodConditions(period, source, year, bind), ...filter];
  return conditions.length === 0 ? 'true' : conditions.join(' AND ');
}

function periodConditions(
  period: AggregateMeasure['period'],
  source: MeasureSource,
  year: number,
  bind: SqlParameters,
): string[] {
  if (period === 'cumulative') {
    return source === 'service' ? [] : [`(r.retired_on IS NULL OR r.retired_on > ${lastDay(year, bind)})`];
  }
  const wanted = period === 'year' ? year : year - 1;
  if (source === 'service') return [`r.year = ${bind.bind(wanted, 'int')}`];
  return [`r.acquired_on BETWEEN ${bind.bind(`${wanted}-01-01`, 'date')} AND ${lastDay(wanted, bind)}`];
}

function filterCondition(field: FilterField, wanted: FilterValue, source: MeasureSource, bind: SqlParameters): string {
  const column = `r.${columnOf(source, field)}`;
  if (isCenterReference(wanted)) return `${column} = ${OWN_VALUES[wanted.center]}`;
  const { type } = FILTER_FIELDS[field];
  return Array.isArray(wanted)
    ? `${column} = ANY(${bind.bind(wanted, `${type}[]`)})`
    : `${column} = ${bind.bind(wanted, type)}`;
}

function lastDay(year: number, bind: SqlParameters): string {
  return bind.bind(`${year}-12-31`, 'date');
}
