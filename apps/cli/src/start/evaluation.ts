import { setTimeout as pause } from 'node:timers/promises';
import { type ApiClient, ApiRefusal } from '@shucu/demonstration';
import type { Unfinished } from './unfinished.js';

interface RunView {
  readonly id: string;
  readonly year: number;
  readonly state: string;
  readonly version: number;
  readonly computedAt: string | null;
}

interface CaseView {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly ground: string;
  readonly openedBy: string | null;
}

/** Who reviews a run does not finalise it. */
export interface Officers {
  readonly officer: ApiClient;
  readonly reviewer: ApiClient;
}

/** How long a computation or a set of documents may take before the start shows what there is. */
const PATIENCE_MS = 180_000;

const NEXT_STEP: Readonly<Record<string, string>> = {
  scoring: 'review',
  reviewed: 'finalisation',
  finalised: 'publication',
};

/**
 * Runs a year's evaluation that this demonstration began through HTTP, queue and worker up to its publication; one that
 * somebody else began is left as it is. Gives its state, with the api's sentence where that refused.
 */
export async function evaluateYear(officers: Officers, year: number, unfinished: Unfinished): Promise<string> {
  const { officer } = officers;
  try {
    const { id } = await startOrFind(officer, year, unfinished);
    const run = (): Promise<RunView> => officer.get(`rating-runs/${id}`);
    if (unfinished.runs.includes(id)) {
      const computed = await until(officer.signal, async () => (await run()).computedAt !== null);
      const refusal = computed ? await carryOn(officers, run, unfinished) : '尚未算完，见 api 与 worker 的日志';
      if (refusal) {
        await unfinished.leave(id);
        return `${(await run()).state}（${refusal}）`;
      }
    }
    const { state } = await run();
    return state === 'published' ? '已公布' : state;
  } catch (error) {
    return refusalOf(error);
  }
}

/**
 * Has the centers of the demonstration's own cases state them, and an official decide: nobody is revoked unheard. A case whose center
 * has no operator among the demonstration's people waits for its period to end.
 */
export async function decideOwnCases(
  officer: ApiClient,
  operators: readonly ApiClient[],
  unfinished: Unfinished,
): Promise<void> {
  for (const id of unfinished.cases) {
    const path = `revocation-cases/${id}`;
    const { state, ground, openedBy } = await officer.get<CaseView>(path);
    if (ground !== 'consecutiveFails' || openedBy !== null) continue;
    if (state === 'statement') await stateCase(operators, path);
    const heard = await officer.get<CaseView>(path);
    if (heard.state !== 'heard') continue;
    await officer.post(`${path}/decision`, {
      version: heard.version,
      decision: 'revoke',
      reason: '连续两个年度运行质量评估结果均为不合格，事实清楚，依据实施细则第十七条第（一）项予以撤销。',
    });
  }
}

/** States the case as whichever operator reaches it. */
async function stateCase(operators: readonly ApiClient[], path: string): Promise<void> {
  for (const operator of operators) {
    try {
      const { version } = await operator.get<CaseView>(path);
      const statement = '对两个年度的评估结果没有异议。本单位服务人员流失，正在重新组建团队，请予酌情考虑。';
      await operator.post(`${path}/statement`, { version, statement });
      return;
    } catch (error) {
      if (!(error instanceof ApiRefusal) || error.status !== 404) throw error;
    }
  }
}

/** Waits until every rating of the demonstration's own runs has its report, made or failed. */
export async function reportsSettled(officer: ApiClient, { runs }: Unfinished): Promise<void> {
  if (runs.length === 0) return;
  const ratings = await officer.all<{ id: string; runId: string; state: string }>('ratings');
  const rated = ratings.filter(({ runId, state }) => state === 'rated' && runs.includes(runId));
  await documentsSettled(
    officer,
    rated.map(({ id }) => id),
  );
}

/** Waits until every revocation of the demonstration's own cases has its notice, made or failed. */
export async function noticesSettled(officer: ApiClient, { cases }: Unfinished): Promise<void> {
  const decided = await Promise.all(cases.map((id) => officer.get<CaseView>(`revocation-cases/${id}`)));
  await documentsSettled(
    officer,
    decided.filter(({ state }) => state === 'revoked').map(({ id }) => id),
  );
}

async function documentsSettled(officer: ApiClient, subjects: readonly string[]): Promise<void> {
  if (subjects.length === 0) return;
  await until(officer.signal, async () => {
    const documents = await officer.all<{ subjectId: string; state: string }>('documents');
    const settled = new Set(documents.filter(({ state }) => state !== 'pending').map(({ subjectId }) => subjectId));
    return subjects.every((subject) => settled.has(subject));
  });
}

/** Takes a computed run step by step to its publication; gives the sentence of a refusal, e.g. as somebody else took it over. */
async function carryOn(
  { officer, reviewer }: Officers,
  run: () => Promise<RunView>,
  unfinished: Unfinished,
): Promise<string> {
  const { id } = await run();
  try {
    for (let seen = await run(), step = NEXT_STEP[seen.state]; step; seen = await run(), step = NEXT_STEP[seen.state]) {
      const caller = step === 'review' ? reviewer : officer;
      const path = `rating-runs/${id}/${step}`;
      const { opened = [] } = await caller.post<{ opened?: CaseView[] }>(path, { version: seen.version });
      const cases = opened.map((each) => each.id);
      if (cases.length > 0) await unfinished.add('cases', cases);
    }
    return '';
  } catch (error) {
    return refusalOf(error);
  }
}

async function startOrFind(officer: ApiClient, year: number, unfinished: Unfinished): Promise<{ id: string }> {
  const known = (await officer.get<RunView[]>('rating-runs')).find((run) => run.year === year);
  if (known) return known;
  const started = await officer.post<RunView>('rating-runs', { year });
  await unfinished.add('runs', [started.id]);
  return started;
}

function refusalOf(error: unknown): string {
  if (error instanceof ApiRefusal) return error.message;
  throw error;
}

/** Says whether it came about while patience lasted. */
async function until(signal: AbortSignal, done: () => Promise<boolean>): Promise<boolean> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await done())) {
    if (Date.now() > deadline) return false;
    await pause(250, undefined, { signal });
  }
  return true;
}
