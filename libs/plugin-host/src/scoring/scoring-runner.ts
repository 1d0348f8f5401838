import type { OnModuleDestroy } from '@nestjs/common';
import type { CategoryOverrides, Cohort, ScoreInput } from '@shucu/plugin-sdk';
import { scoreSheetSchema } from '@shucu/plugin-sdk';
import type { PluginRegistry } from '../registry/plugin-registry.js';
import { PluginThread, type ThreadLimits } from './plugin-thread.js';
import type { GradeAllResult, ScoreResult } from './thread.types.js';

const DEFAULT_LIMITS: ThreadLimits = { silenceMs: 5_000, memoryMb: 192 };

/** Runs plugins' scoring and grading in threads of their own: a plugin that is wrong costs its center, never the run. */
export class ScoringRunner implements OnModuleDestroy {
  private readonly threads = new Map<string, PluginThread>();
  /** Requests of one plugin go one after the other. */
  private readonly queues = new Map<string, Promise<unknown>>();

  constructor(
    private readonly registry: PluginRegistry,
    private readonly limits: ThreadLimits = DEFAULT_LIMITS,
  ) {}

  /** A sheet or an error for every center, in order. A center that stops the thread gets the error, the rest go on after it. */
  scoreAll({ pluginId, centers }: { pluginId: string; centers: readonly ScoreInput[] }): Promise<ScoreResult[]> {
    return this.inTurn(pluginId, async (thread) => {
      const results: ScoreResult[] = [];
      while (results.length < centers.length) {
        const failure = await thread.ask(
          { kind: 'score', inputs: centers.slice(results.length) },
          (answer) => {
            if (answer.kind === 'scored') results.push(checked(answer.result));
          },
          () => results.length === centers.length,
        );
        if (failure) results.push({ ok: false, error: failure });
      }
      return results;
    });
  }

  /** The grades of a whole cohort, or why the plugin gave none. */
  gradeAll(pluginId: string, cohort: Cohort, overrides?: CategoryOverrides): Promise<GradeAllResult> {
    return this.inTurn(pluginId, async (thread) => {
      let result: GradeAllResult | undefined;
      const failure = await thread.ask(
        { kind: 'grade', cohort, overrides },
        (answer) => {
          if (answer.kind === 'graded') result = answer.result;
        },
        () => result !== undefined,
      );
      if (result) return result;
      return { ok: false, error: failure ?? { code: 'plugin.crashed', message: '插件没有给出等级' } };
    });
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all([...this.threads.values()].map((thread) => thread.close()));
  }

  private inTurn<T>(pluginId: string, work: (thread: PluginThread) => Promise<T>): Promise<T> {
    const { moduleUrl } = this.registry.module(pluginId);
    const thread = this.threads.get(pluginId) ?? new PluginThread(moduleUrl, this.limits);
    this.threads.set(pluginId, thread);
    const before = this.queues.get(pluginId) ?? Promise.resolve();
    const turn = before.then(() => work(thread));
    this.queues.set(
      pluginId,
      turn.catch(() => undefined),
    );
    return turn;
  }
}

/** Plain data came back from foreign code: only a whole score sheet counts. */
function checked(result: ScoreResult): ScoreResult {
  if (!result.ok) return result;
  const parsed = scoreSheetSchema.safeParse(result.sheet);
  if (parsed.success) return result;
  return { ok: false, error: { code: 'plugin.invalidSheet', message: parsed.error.message } };
}
