/** A value as COPY takes it; JSON columns come as JSON text. */
export type CopyValue = string | number | boolean | null;

/** Rows of one table; every row has its values in the order of the columns, which are the database's names. */
export interface CopyBatch {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly CopyValue[])[];
}

/** Collects rows of several tables and gives them out in batches of a fixed size. */
export class CopyBatches {
  private readonly waiting = new Map<string, { readonly columns: readonly string[]; rows: CopyValue[][] }>();

  constructor(private readonly size: number) {}

  /** Adds rows and yields every batch that became full. */
  *add(table: string, rows: readonly object[]): Generator<CopyBatch> {
    for (const row of rows) {
      const own = this.waiting.get(table) ?? { columns: Object.keys(row).map(columnName), rows: [] };
      this.waiting.set(table, own);
      own.rows.push(Object.values(row).map(copyValue));
      if (own.rows.length === this.size) {
        yield { table, ...own };
        this.waiting.delete(table);
      }
    }
  }

  /** Yields what is left. */
  *rest(): Generator<CopyBatch> {
    for (const [table, own] of this.waiting) yield { table, ...own };
    this.waiting.clear();
  }
}

function columnName(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function copyValue(value: unknown): CopyValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  return JSON.stringify(value);
}
