import { createHash } from 'node:crypto';
import type { Column, Table } from './catalogue.js';
import { matchingText } from './matching-text.js';

/** 64 hexadecimal digits that differ from seed to seed. */
const hexOf = (...of: string[]): string => createHash('sha256').update(of.join('/')).digest('hex');

const uuidOf = (hex: string): string => hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-7$3-8$4-$5');

/**
 * Values worth trying in a column, the likeliest first: what its CHECKs name, then something of its type. `undefined` leaves the
 * column to the database. A type that nobody thought of has none.
 */
export function candidatesFor(table: Table, column: Column, seed: string): readonly unknown[] {
  const left = column.nullable || column.defaulted ? [undefined] : [];
  return [
    ...left,
    ...(column.labels.length > 0 ? column.labels : typed(table, column, hexOf(seed, table.name, column.name))),
  ];
}

function typed(table: Table, { name, type }: Column, hex: string): readonly unknown[] {
  const { literals, expressions, numbers } = namedIn(table, name);
  const matching = expressions.flatMap((expression) => matchingText(expression, hex.slice(0, 16)) ?? []);
  if (type === 'uuid[]') return [[uuidOf(hex)]];
  if (type.endsWith('[]')) return [...literals.map((literal) => [literal]), ['x']];
  switch (type) {
    case 'text':
    case 'character varying':
      return [...matching, ...literals, hex];
    case 'uuid':
      return [uuidOf(hex)];
    case 'boolean':
      return [false, true];
    case 'smallint':
    case 'integer':
    case 'bigint':
    case 'numeric':
    case 'double precision':
      return type === 'numeric' ? [1, ...numbers, 0] : [...yearsOf(table), 1, ...numbers];
    case 'date':
      return yearsOf(table).flatMap((year) => [`${year}-06-15`, `${year + 1}-06-15`]);
    case 'timestamp with time zone':
    case 'timestamp without time zone':
      return ['2025-06-15T08:00:00Z', '2026-06-15T08:00:00Z'];
    case 'jsonb':
    case 'json':
      return [{}, [], [{}]];
    case 'bytea':
      return [`\\x${hex}`];
    case 'inet':
      return ['127.0.0.1'];
    default:
      return [];
  }
}

/** Of a partition by year its own year, otherwise one that no test depends on. */
function yearsOf({ bound }: Table): readonly number[] {
  const first = Number(/FROM \('?(\d+)/.exec(bound ?? '')?.[1]);
  return first ? [first] : [2025, 2026];
}

/** What the CHECKs of a column name, those first that speak of nothing else. */
function namedIn({ checks }: Table, column: string) {
  const own = checks
    .filter(({ columns }) => columns.includes(column))
    .sort((a, b) => a.columns.length - b.columns.length);
  const text = own.map(({ definition }) => definition).join(' ');
  const expressions = [...text.matchAll(/~ '([^']+)'/g)].map(([, expression = '']) => expression);
  const quoted = [...text.matchAll(/'([^']+)'/g)].map(([, literal = '']) => literal);
  return {
    expressions,
    literals: [...new Set(quoted)].filter((literal) => !expressions.includes(literal)),
    numbers: [...text.matchAll(/[(\s](\d+)\b/g)].map(([, digits]) => Number(digits)),
  };
}
