import { setTimeout as pause } from 'node:timers/promises';
import { type ApiClient, ApiRefusal } from './api-client.js';

export interface RunView {
  readonly id: string;
  readonly year: number;
  readonly state: string;
  readonly computedAt: string | null;
}

interface CaseView {
  readonly id: string;
  readonly state: string;
}

/** How long a computation or a set of documents may take before the start gives up. */
const PATIENCE_MS = 180_000;

/** Runs the evaluation of one year through HTTP, queue and worker up to its publication; leaves one that is done alone. */
export async function evaluateYear(officer: ApiClient, year: number): Promise<RunView> {
  const id = await startOrFind(officer, year);
  const run = (): Promise<RunView> => officer.get(`rating-runs/${id}`);
  await until(async () => (await run()).computedAt !== null, `the evaluation of ${year}`);
  const steps = { scoring: 'review', reviewed: 'finalisation', finalised: 'publication' } as Record<string, string>;
  for (let step = steps[(await run()).state]; step; step = steps[(await run()).state]) {
    await officer.post(`rating-runs/${id}/${step}`);
  }
  return run();
}

/** Decides every open case for revocation, as an official would after the center's statement. */
export async function decideOpenCases(officer: ApiClient): Promise<void> {
  for (const { id, state } of await officer.all<CaseView>('revocation-cases')) {
    if (state !== 'open') continue;
    await officer.post(`revocation-cases/${id}/decision`, {
      decision: 'revoke',
      reason: '连续两个年度运行质量评估结果均为不合格，事实清楚，依据实施细则第十七条第（一）项予以撤销。',
    });
  }
}

/** Waits until every rating has its report and every revocation its notice, none of them still being made. */
export async function documentsSettled(officer: ApiClient): Promise<void> {
  await until(async () => {
    const documents = await officer.all<{ kind: string; state: string }>('documents');
    const issued = (kind: string): number => documents.filter((document) => document.kind === kind).length;
    const ratings = await officer.all<{ state: string }>('ratings');
    const cases = await officer.all<CaseView>('revocation-cases');
    return (
      issued('ratingReport') === ratings.filter(({ state }) => state === 'rated').length &&
      issued('revocationNotice') === cases.filter(({ state }) => state === 'revoked').length &&
      documents.every(({ state }) => state !== 'pending')
    );
  }, 'the documents');
}

async function startOrFind(officer: ApiClient, year: number): Promise<string> {
  try {
    return (await officer.post<RunView>('rating-runs', { year })).id;
  } catch (error) {
    if (!(error instanceof ApiRefusal) || error.code !== 'ratingRun.exists') throw error;
    const known = (await officer.get<RunView[]>('rating-runs')).find((run) => run.year === year);
    if (!known) throw error;
    return known.id;
  }
}

async function until(done: () => Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await done())) {
    if (Date.now() > deadline) throw new Error(`Gave up waiting for ${what}: see the logs of api and worker`);
    await pause(250);
  }
}
