/** A statement with its bound values: no value is ever part of the text. */
export interface SqlStatement {
  readonly sql: string;
  readonly params: readonly unknown[];
}

type SqlType = 'uuid' | 'int' | 'date' | 'text' | 'text[]' | 'boolean' | 'boolean[]';

/** Collects the values of one statement; the same value is bound once. */
export class SqlParameters {
  readonly values: unknown[] = [];
  private readonly places = new Map<string, string>();

  /** The placeholder of a value, with its type: `$3::text`. */
  bind(value: unknown, type: SqlType): string {
    const key = `${type} ${JSON.stringify(value)}`;
    const known = this.places.get(key);
    if (known !== undefined) return known;
    const place = `$${this.values.push(value)}::${type}`;
    this.places.set(key, place);
    return place;
  }
}
