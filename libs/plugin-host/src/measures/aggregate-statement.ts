import type { MeasureSource } from '@shucu/plugin-sdk';
import type { AggregateSlot, SlotPlan } from './aggregate-slots.js';
import { countableRecords, type MeasureScope, measureCondition } from './record-conditions.js';
import { unionColumn } from './source-tables.js';
import { SqlParameters, type SqlStatement } from './sql-statement.js';

/** Slots in one column of hits: the bits of a positive bigint. */
const HITS_IN_COLUMN = 62;

/** The result column of a slot. */
export function resultColumn({ index }: AggregateSlot): string {
  return `a${index}`;
}

/**
 * All aggregates of all plugins for all centers of a tenant in one statement: each record is read once and marked with the slots it
 * counts for (one bit each, by its center's category), what counts for none is dropped, the rest is aggregated by center. A center
 * without any such record has no row. `docs/adr/0004-measures-as-sql.md` has the other forms and their times.
 */
export function aggregateStatement(plan: SlotPlan, scope: MeasureScope): SqlStatement {
  const bind = new SqlParameters();
  const records = plan.sources.map((source) => markedRecords(plan, source, scope, bind));
  const anyHit = hitColumns(plan).map(({ name }) => `m.${name} <> 0`);
  const sql = [
    'SELECT m.center_id,',
    plan.slots.map((slot) => `${aggregate(slot)} AS ${resultColumn(slot)}`).join(',\n  '),
    `FROM (\n${records.join('\nUNION ALL\n')}\n) m`,
    `WHERE ${anyHit.join(' OR ')}`,
    'GROUP BY m.center_id',
  ];
  return { sql: sql.join('\n'), params: bind.values };
}

function markedRecords(plan: SlotPlan, source: MeasureSource, scope: MeasureScope, bind: SqlParameters): string {
  const fields = new Set(plan.slots.flatMap(({ field }) => field ?? []));
  const columns = [
    'r.center_id',
    ...[...fields].map((field) => unionColumn(source, field)),
    ...hitColumns(plan).map(({ name, column }) => `${hits(plan, column, source, scope.year, bind)} AS ${name}`),
  ];
  return `SELECT ${columns.join(', ')}\n${countableRecords(source, scope, bind)}`;
}

/** The bits of one column of hits, by the category of the record's center. */
function hits(plan: SlotPlan, column: number, source: MeasureSource, year: number, bind: SqlParameters): string {
  const branches = plan.plugins.flatMap(({ id, uses }) => {
    const bits = uses
      .filter(({ slot, measure }) => columnNumber(slot) === column && measure.from.includes(source))
      .map(
        ({ slot, measure }) =>
          `CASE WHEN ${measureCondition(measure, source, year, bind)} THEN ${bit(slot)} ELSE 0 END`,
      );
    return bits.length === 0 ? [] : [`WHEN ${bind.bind(id, 'text')} THEN\n  ${bits.join('\n  | ')}`];
  });
  return branches.length === 0 ? '0::bigint' : `CASE c.category\n${branches.join('\n')}\nELSE 0 END`;
}

function aggregate(slot: AggregateSlot): string {
  const taken = `FILTER (WHERE m.${hitColumn(columnNumber(slot))} & ${bit(slot)} <> 0)`;
  switch (slot.op) {
    case 'count':
      return `count(*) ${taken}`;
    case 'sum':
      return `sum(m."${slot.field}") ${taken}`;
    case 'countDistinct':
      // Codes and ids: bytes tell them apart as well as any collation does, and sort several times faster.
      return `count(DISTINCT m."${slot.field}" COLLATE "C") ${taken}`;
  }
}

function hitColumns({ slots }: SlotPlan): { readonly name: string; readonly column: number }[] {
  const columns = Math.ceil(slots.length / HITS_IN_COLUMN);
  return Array.from({ length: columns }, (_, column) => ({ name: hitColumn(column), column }));
}

function hitColumn(column: number): string {
  return `hits_${column}`;
}

function columnNumber({ index }: AggregateSlot): number {
  return Math.floor(index / HITS_IN_COLUMN);
}

function bit({ index }: AggregateSlot): string {
  return `(1::bigint << ${index % HITS_IN_COLUMN})`;
}
