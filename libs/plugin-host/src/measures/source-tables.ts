import type { DistinctField, FilterField, MeasureSource, SumField } from '@shucu/plugin-sdk';

/** A field of a record that a measure may filter by, count or sum. */
export type RecordField = FilterField | DistinctField | SumField;

/** Where a source is stored; no identifier but these is ever written into a statement. */
interface SourceTable {
  readonly table: string;
  readonly columns: Readonly<Partial<Record<RecordField, string>>>;
  /** What the record is (服务类型 or 资源种类) and when it happened. */
  readonly kind: string;
  readonly date: string;
}

const subject = {
  industry: 'industry',
  link: 'link',
  field: 'field',
  region: 'region',
  sme: 'sme',
  aboveScale: 'above_scale',
  discounted: 'discounted',
  enterprise: 'enterprise',
} as const;

/** The tables of both sources, by the names that measures use. */
export const SOURCE_TABLES: Readonly<Record<MeasureSource, SourceTable>> = {
  service: {
    table: 'service_record',
    columns: { ...subject, type: 'type', headcount: 'headcount', amount: 'amount' },
    kind: 'type',
    date: 'served_on',
  },
  resource: {
    table: 'resource',
    columns: { ...subject, kind: 'kind', partnerKind: 'partner_kind' },
    kind: 'kind',
    date: 'acquired_on',
  },
};

const FIGURE_TYPES: Readonly<Partial<Record<RecordField, string>>> = { headcount: 'int', amount: 'numeric' };

/** The column of a field. Throws on a field that the source lacks: the SDK refuses such a plugin long before. */
export function columnOf(source: MeasureSource, field: RecordField): string {
  const column = SOURCE_TABLES[source].columns[field];
  if (column === undefined) throw new Error(`${source} has no field ${field}`);
  return column;
}

/** The field as a column of the union of sources, under the field's own name; NULL where the source lacks it. */
export function unionColumn(source: MeasureSource, field: RecordField): string {
  const column = SOURCE_TABLES[source].columns[field];
  const value = column === undefined ? `NULL::${FIGURE_TYPES[field] ?? 'text'}` : `r.${column}`;
  return `${value} AS "${field}"`;
}
