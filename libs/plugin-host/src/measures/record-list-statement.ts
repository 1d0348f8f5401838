import type { AggregateMeasure, Measure, MeasureSource } from '@shucu/plugin-sdk';
import { aggregatesOf } from './aggregate-slots.js';
import { countableRecords, type MeasureScope, measureCondition } from './record-conditions.js';
import { columnOf, SOURCE_TABLES } from './source-tables.js';
import { SqlParameters, type SqlStatement } from './sql-statement.js';

/** Which page of whose records: after an id, in order of ids. */
export interface RecordPage extends MeasureScope {
  readonly centerId: string;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** The very records that a measure counts for one center, a page in order of id; null for a measure over no records. */
export function recordListStatement(measure: Measure, page: RecordPage): SqlStatement | null {
  const aggregates = aggregatesOf(measure);
  const sources = [...new Set(aggregates.flatMap(({ from }) => from))];
  if (sources.length === 0) return null;
  const bind = new SqlParameters();
  const lists = sources.map((source) => {
    const own = aggregates.filter(({ from }) => from.includes(source));
    return `(${sourceList(own, source, page, bind)})`;
  });
  const sql = `SELECT * FROM (\n${lists.join('\nUNION ALL\n')}\n) l ORDER BY l.id LIMIT ${bind.bind(page.limit, 'int')}`;
  return { sql, params: bind.values };
}

function sourceList(
  aggregates: readonly AggregateMeasure[],
  source: MeasureSource,
  page: RecordPage,
  bind: SqlParameters,
): string {
  const { kind, date } = SOURCE_TABLES[source];
  const counted = aggregates.map((aggregate) => `(${countedCondition(aggregate, source, page.year, bind)})`);
  const after = page.after === undefined ? '' : ` AND r.id > ${bind.bind(page.after, 'uuid')}`;
  return `SELECT '${source}' AS source, r.id, r.${kind} AS kind, r.title, r.${date}::text AS date,
      r.enterprise_name AS "enterpriseName", ${contribution(aggregates, source)} AS value
    ${countableRecords(source, page, bind)}
    AND r.center_id = ${bind.bind(page.centerId, 'uuid')} AND (${counted.join(' OR ')})${after}
    ORDER BY r.id LIMIT ${bind.bind(page.limit, 'int')}`;
}

/** A record without a value is no record of a distinct count. */
function countedCondition(
  aggregate: AggregateMeasure,
  source: MeasureSource,
  year: number,
  bind: SqlParameters,
): string {
  const condition = measureCondition(aggregate, source, year, bind);
  if (aggregate.op !== 'countDistinct' || aggregate.field === undefined) return condition;
  return `${condition} AND r.${columnOf(source, aggregate.field)} IS NOT NULL`;
}

/** What a record adds: its figure where the measure is one sum, otherwise 1. */
function contribution([first, ...others]: readonly AggregateMeasure[], source: MeasureSource): string {
  if (first?.op !== 'sum' || first.field === undefined || others.length > 0) return `'1'`;
  return `r.${columnOf(source, first.field)}::text`;
}
