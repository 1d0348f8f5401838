import type { DataSource } from 'typeorm';

export interface Column {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly defaulted: boolean;
  /** The database alone gives it its value. */
  readonly generated: boolean;
  /** Of an enumeration type. */
  readonly labels: readonly string[];
}

/** A CHECK or a unique index: what a row of the table must keep to, and the columns it speaks of. */
interface Constraint {
  readonly name: string;
  readonly columns: readonly string[];
  readonly definition: string;
}

export interface ForeignKey {
  readonly columns: readonly string[];
  readonly target: string;
  readonly targetColumns: readonly string[];
}

/** A table of this database as its catalogue tells it. Names are ready for SQL: `center`, `bullmq.job`. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly checks: readonly Constraint[];
  readonly uniques: readonly Constraint[];
  readonly foreignKeys: readonly ForeignKey[];
  /** Of a partition: which values belong to it. */
  readonly bound: string | null;
}

/** The names of columns of a table by their numbers, in that order. */
const names = (table: string, numbers: string): string =>
  `ARRAY(SELECT n.attname FROM pg_attribute n WHERE n.attrelid = ${table} AND n.attnum = ANY (${numbers})
         ORDER BY array_position(${numbers}, n.attnum))`;

const list = (of: readonly string[], from: string): string => {
  const pairs = of.map((pair) => pair.replace(/^(\w+): /, `'$1', `));
  return `(SELECT coalesce(jsonb_agg(jsonb_build_object(${pairs.join(', ')})), '[]') FROM ${from})`;
};

const COLUMNS = list(
  [
    'name: a.attname',
    'type: format_type(a.atttypid, NULL)',
    'nullable: NOT a.attnotnull',
    'defaulted: a.atthasdef',
    `generated: a.attgenerated <> '' OR a.attidentity <> ''`,
    'labels: ARRAY(SELECT e.enumlabel FROM pg_enum e WHERE e.enumtypid = a.atttypid ORDER BY e.enumsortorder)',
  ],
  'pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped',
);
const CHECKS = list(
  ['name: k.conname', `columns: ${names('k.conrelid', 'k.conkey')}`, 'definition: pg_get_constraintdef(k.oid)'],
  `pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'c'`,
);
const UNIQUES = list(
  ['name: x.relname', `columns: ${names('i.indrelid', 'i.indkey::int2[]')}`, 'definition: pg_get_indexdef(x.oid)'],
  'pg_index i JOIN pg_class x ON x.oid = i.indexrelid WHERE i.indrelid = c.oid AND i.indisunique',
);
const FOREIGN_KEYS = list(
  [
    `columns: ${names('k.conrelid', 'k.conkey')}`,
    'target: k.confrelid::regclass::text',
    `targetColumns: ${names('k.confrelid', 'k.confkey')}`,
  ],
  `pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'f'`,
);

/** Every table that there is, in all schemas but the system's own. */
export function readTables(superuser: DataSource): Promise<Table[]> {
  return superuser.query<Table[]>(`
    SELECT c.oid::regclass::text AS name, pg_get_expr(c.relpartbound, c.oid) AS bound,
      ${COLUMNS} AS columns, ${CHECKS} AS checks, ${UNIQUES} AS uniques, ${FOREIGN_KEYS} AS "foreignKeys"
    FROM pg_class c WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't'
      AND c.relnamespace NOT IN
        (SELECT oid FROM pg_namespace WHERE nspname IN ('pg_catalog', 'information_schema', 'pg_toast'))
    ORDER BY 1`);
}

export const ofTenant = ({ columns }: Table): boolean => columns.some(({ name }) => name === 'tenant_id');
