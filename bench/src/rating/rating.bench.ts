import { readFile } from 'node:fs/promises';
import type { TenantReader } from '../database/tenant-reader.js';
import type { ApiClient } from '../processes/api-client.js';
import { until } from '../processes/until.js';
import { median } from '../statistics.js';
import { compareFigures } from './compare-figures.js';

/** Seconds of a rating run and of the hand-written statement that reads the same figures. */
export interface RatingFigures {
  readonly runId: string;
  readonly ours: number;
  readonly floor: number;
  /** Figures of centers that were compared, and are the same in both. */
  readonly compared: number;
}

interface Run {
  readonly id: string;
}

const YEAR = 2025;
const ROUNDS = 3;

/**
 * (a) of the bench. A run is timed as its officer sees it: from the request to the api, through outbox, queue and worker, until the
 * ratings of all centers are committed; so it includes what the statement beside it has no part in. In turns, the first of each not
 * counted. Throws when a figure differs.
 */
export async function benchRating(officer: ApiClient, reader: TenantReader, tenantId: string): Promise<RatingFigures> {
  const statement = await readFile(new URL('../../sql/figures.sql', import.meta.url), 'utf8');
  const byHand = () => reader.read<{ center_id: string }>(statement, [tenantId, YEAR]);
  const { rows } = await byHand();
  const run = await timedRun(reader, () => officer.post<Run>('rating-runs', { year: YEAR }));
  const seconds = { ours: [] as number[], floor: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    seconds.floor.push((await byHand()).ms / 1_000);
    const { version } = await officer.get<Run & { version: number }>(`rating-runs/${run.id}`);
    const again = await timedRun(reader, () => officer.post<Run>(`rating-runs/${run.id}/computation`, { version }));
    seconds.ours.push(again.seconds);
  }
  const compared = compareFigures(rows, await frozenFigures(reader, run.id));
  return { runId: run.id, ours: median(seconds.ours), floor: median(seconds.floor), compared };
}

async function timedRun(reader: TenantReader, order: () => Promise<Run>): Promise<{ id: string; seconds: number }> {
  const start = performance.now();
  const { id } = await order();
  await until('the computed ratings', { everyMs: 50, patienceMs: 120_000 }, async () => {
    const { rows } = await reader.read<{ computed_at: Date | null }>(
      'SELECT computed_at FROM rating_run WHERE id = $1',
      [id],
    );
    return rows[0]?.computed_at ?? null;
  });
  return { id, seconds: (performance.now() - start) / 1_000 };
}

async function frozenFigures(reader: TenantReader, runId: string) {
  const { rows } = await reader.read<{ center_id: string; measures: Record<string, string | null> }>(
    `SELECT center_id, inputs -> 'measures' AS measures FROM rating WHERE run_id = $1`,
    [runId],
  );
  return rows;
}
