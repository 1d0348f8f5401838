import type { Measure } from '@shucu/plugin-sdk';
import type { MeasuredPlugin } from './aggregate-slots.js';
import type { MeasureScope } from './record-conditions.js';
import { SqlParameters, type SqlStatement } from './sql-statement.js';

/** The tenant's centers of the plugins' categories: `id`, `category`. */
export function centerStatement(plugins: readonly MeasuredPlugin[], { tenantId }: MeasureScope): SqlStatement {
  const bind = new SqlParameters();
  const sql = `SELECT c.id, c.category FROM center c
    WHERE c.tenant_id = ${bind.bind(tenantId, 'uuid')} AND c.category = ${anyOf(plugins, bind)}`;
  return { sql, params: bind.values };
}

/** Facts of the year by center, and reference figures of the year by the center's industry: `center_id`, `op`, `name`, `value`. */
export function figureStatement(plugins: readonly MeasuredPlugin[], { tenantId, year }: MeasureScope): SqlStatement {
  const bind = new SqlParameters();
  const parts = plugins.flatMap(({ measures }) => Object.values(measures).flatMap(figuresOf));
  const named = (op: 'fact' | 'reference'): string =>
    `ANY(${bind.bind([...new Set(parts.filter((part) => part.op === op).map(({ name }) => name))], 'text[]')})`;
  const ofCenters = `c.tenant_id = ${bind.bind(tenantId, 'uuid')} AND c.category = ${anyOf(plugins, bind)}`;
  const ofYear = `f.year = ${bind.bind(year, 'int')}`;
  const sql = `SELECT c.id AS center_id, 'fact' AS op, f.name, f.value
    FROM center c JOIN yearly_fact f ON f.tenant_id = c.tenant_id AND f.center_id = c.id
    WHERE ${ofCenters} AND ${ofYear} AND f.name = ${named('fact')}
    UNION ALL
    SELECT c.id, 'reference', f.name, f.value
    FROM center c JOIN reference_figure f ON f.tenant_id = c.tenant_id AND f.industry = c.industry
    WHERE ${ofCenters} AND ${ofYear} AND f.name = ${named('reference')}`;
  return { sql, params: bind.values };
}

function figuresOf(measure: Measure): readonly { readonly op: 'fact' | 'reference'; readonly name: string }[] {
  if (measure.op === 'fact' || measure.op === 'reference') return [measure];
  return measure.op === 'ratio' ? [...figuresOf(measure.dividend), ...figuresOf(measure.divisor)] : [];
}

function anyOf(plugins: readonly MeasuredPlugin[], bind: SqlParameters): string {
  return `ANY(${bind.bind(
    plugins.map(({ id }) => id),
    'text[]',
  )})`;
}
