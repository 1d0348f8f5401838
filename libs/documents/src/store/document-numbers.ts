import { TenantContext } from '@shucu/tenancy';

/** A place in a series of numbers of a tenant and year. */
export interface SeriesPlace {
  readonly series: string;
  readonly year: number;
  readonly number: number;
}

/**
 * Takes the next `count` numbers of a series: without gaps, because they are taken in the transaction that uses them and a
 * roll-back gives them back; without repeats, because the counter's row is locked until then. Returns the first.
 */
export async function takeNumbers(series: string, year: number, count: number): Promise<SeriesPlace> {
  const { manager, tenantId } = TenantContext;
  const [{ last }] = await manager.query<[{ last: number }]>(
    `INSERT INTO document_series AS counter (tenant_id, series, year, last_number) VALUES ($1, $2, $3, $4)
     ON CONFLICT (tenant_id, series, year) DO UPDATE SET last_number = counter.last_number + $4
     RETURNING last_number AS last`,
    [tenantId, series, year, count],
  );
  return { series, year, number: last - count + 1 };
}

/** A number as a document bears it: 代字〔year〕n号, the year in 〔〕, no 第, no leading zero (GB/T 9704). */
export function documentNumber(prefix: string, { year, number }: SeriesPlace): string {
  return `${prefix}〔${year}〕${number}号`;
}
