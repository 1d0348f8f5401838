import { parentPort, workerData } from 'node:worker_threads';
import { type CategoryPlugin, gradeCohort, scoreCenter } from '@shucu/plugin-sdk';
import type { GradeAnswer, ScoreAnswer, ThreadAnswer, ThreadRequest } from './thread.types.js';

/** The thread in which one plugin's code runs: plain data in, plain data out, nothing else at hand. */
const { moduleUrl } = workerData as { moduleUrl: string };
const { default: plugin } = (await import(moduleUrl)) as { default: CategoryPlugin };

function refusal(error: unknown): { ok: false; message: string } {
  return { ok: false, message: error instanceof Error ? String(error.message) : String(error) };
}

function answer(message: ThreadAnswer): void {
  parentPort?.postMessage(message);
}

function score(input: Parameters<typeof scoreCenter>[1]): ScoreAnswer {
  try {
    return { ok: true, sheet: scoreCenter(plugin, input) };
  } catch (error) {
    return refusal(error);
  }
}

function grade({ cohort, overrides }: Extract<ThreadRequest, { kind: 'grade' }>): GradeAnswer {
  try {
    return { ok: true, grades: { ...gradeCohort(plugin, cohort, overrides) } };
  } catch (error) {
    return refusal(error);
  }
}

parentPort?.on('message', (request: ThreadRequest) => {
  if (request.kind === 'grade') {
    answer({ kind: 'graded', result: grade(request) });
    return;
  }
  for (const [at, input] of request.inputs.entries()) {
    answer({ kind: 'scored', index: request.first + at, result: score(input) });
  }
});
answer({ kind: 'ready' });
