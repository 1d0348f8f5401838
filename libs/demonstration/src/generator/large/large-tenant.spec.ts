import { sha256 } from '@shucu/kernel';
import { builtInCriteria } from '../plugins.fixture.js';
import type { CopyBatch } from './copy-batches.js';
import { generateLargeTenant } from './large-tenant.js';

const generate = () => generateLargeTenant({ seed: 'spec', centers: 20, records: 12_345, criteria: builtInCriteria });
const tenant = generate();
const batches = [...tenant.batches()];
const rowsOf = (table: string): Record<string, unknown>[] =>
  batches
    .filter((batch) => batch.table === table)
    .flatMap(({ columns, rows }) =>
      rows.map((row) => Object.fromEntries(row.map((value, at) => [columns[at], value]))),
    );

describe('a large tenant', () => {
  it('has exactly the wanted numbers, in batches of 5,000 rows', () => {
    expect(tenant.centers).toHaveLength(20);
    expect(rowsOf('service_record')).toHaveLength(12_345);
    const sizes = (table: string) => batches.filter((one) => one.table === table).map(({ rows }) => rows.length);
    expect(sizes('service_record')).toEqual([5000, 5000, 2345]);
    expect(rowsOf('resource').length).toBeGreaterThan(20 * 50);
    expect(rowsOf('expert_score').length).toBeGreaterThan(20 * 2 * 3);
  });

  it('spreads the records over all centers and years', () => {
    const records = rowsOf('service_record');
    const numbers = tenant.centers.map(({ id }) => records.filter(({ center_id }) => center_id === id).length);
    expect(numbers.every((number) => number === 617 || number === 618)).toBe(true);
    expect(new Set(records.map(({ year }) => year))).toEqual(new Set([2023, 2024, 2025]));
  });

  it('gives values as COPY takes them, with ids of their own', () => {
    const records = rowsOf('service_record');
    expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
    expect(
      records.every((row) => typeof row['evidence'] === 'string' && Array.isArray(JSON.parse(row['evidence']))),
    ).toBe(true);
    expect(records[0]).toEqual(
      expect.objectContaining({ served_on: expect.stringMatching(/^2023-/), amount: expect.any(String) }),
    );
  });

  it('is the same for the same seed', () => {
    const hash = (all: Iterable<CopyBatch>): string => sha256(JSON.stringify([...all]));
    expect(hash(generate().batches())).toBe(hash(batches));
  });
});
