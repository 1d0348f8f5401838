import { readFile } from 'node:fs/promises';
import { createRenderer, DOCUMENT_CONTRACTS, platformPartials, type RenderRequest } from '@shucu/documents';
import { PLUGINS } from '@shucu/platform';
import { PluginRegistry } from '@shucu/plugin-host';
import type { TenantReader } from '../database/tenant-reader.js';
import type { ApiClient } from '../processes/api-client.js';
import { until } from '../processes/until.js';

/** Rating reports a second, each as HTML, PDF and DOCX. */
export interface DocumentsFigures {
  readonly issued: number;
  /** From the finalisation of the run until the last report is stored. */
  readonly seconds: number;
  /** Through outbox, queue, worker and file store. */
  readonly ours: number;
  /** By the renderer alone, with the same data. */
  readonly floor: number;
}

const KIND = 'ratingReport';
/** Documents of the renderer's own measurement. */
const SAMPLE = 200;
const PATIENCE_MS = 400_000;

/** (e) of the bench: finalises the run, so that the worker writes a report for every center. Throws when one cannot be made. */
export async function benchDocuments(
  officer: ApiClient,
  reviewer: ApiClient,
  reader: TenantReader,
  runId: string,
): Promise<DocumentsFigures> {
  await reviewer.post(`rating-runs/${runId}/review`, await versionOf(reviewer, runId));
  const seen = await versionOf(officer, runId);
  const start = performance.now();
  await officer.post(`rating-runs/${runId}/finalisation`, seen);
  const issued = await until('the reports', { everyMs: 250, patienceMs: PATIENCE_MS }, () => allReady(reader));
  const seconds = (performance.now() - start) / 1_000;
  return { issued, seconds, ours: issued / seconds, floor: await renderedASecond(reader) };
}

async function versionOf(officer: ApiClient, runId: string): Promise<{ version: number }> {
  const { version } = await officer.get<{ version: number }>(`rating-runs/${runId}`);
  return { version };
}

async function allReady(reader: TenantReader): Promise<number | null> {
  const { rows } = await reader.read<{ issued: number; ready: number; failed: number }>(
    `SELECT count(*)::int AS issued, count(*) FILTER (WHERE state = 'ready')::int AS ready,
       count(*) FILTER (WHERE state = 'failed')::int AS failed FROM document WHERE kind = $1`,
    [KIND],
  );
  const { issued, ready, failed } = rows[0] ?? { issued: 0, ready: 0, failed: 0 };
  if (failed > 0) throw new Error(`${failed} reports could not be made`);
  return issued > 0 && ready === issued ? issued : null;
}

async function renderedASecond(reader: TenantReader): Promise<number> {
  const orders = await renderRequests(reader);
  const renderer = createRenderer();
  try {
    // Threads start and templates are compiled before the measurement.
    await Promise.all(orders.slice(0, 6).map((order) => renderer.render(order)));
    const start = performance.now();
    await Promise.all(orders.map((order) => renderer.render(order)));
    return orders.length / ((performance.now() - start) / 1_000);
  } finally {
    await renderer.close();
  }
}

async function renderRequests(reader: TenantReader): Promise<RenderRequest[]> {
  const plugins = await PluginRegistry.load(PLUGINS);
  const sources = new Map<string, string>();
  for (const { id, templates } of plugins.list()) {
    const url = templates[KIND];
    if (url) sources.set(id, await readFile(new URL(url), 'utf8'));
  }
  const { rows } = await reader.read<{ template: string; data: unknown }>(
    'SELECT template, data FROM document WHERE kind = $1 ORDER BY id LIMIT $2',
    [KIND, SAMPLE],
  );
  const { schema, layout } = DOCUMENT_CONTRACTS[KIND];
  const partials = { ...platformPartials() };
  return rows.map(({ template, data }) => ({
    templateName: `${template}/${KIND}`,
    source: sources.get(template) ?? '',
    partials,
    data,
    schema,
    layout,
  }));
}
