import type { OnModuleDestroy } from '@nestjs/common';
import type { CategoryOverrides, Cohort, ScoreInput } from '@shucu/plugin-sdk';
import type { PluginRegistry } from '../registry/plugin-registry.js';
import { checkedGrades, pluginFailure } from './checked-results.js';
import type { ThreadLimits } from './plugin-thread.js';
import { ScoreCollector } from './score-collector.js';
import type { GradeAllResult, ScoreResult } from './thread.types.js';
import { ThreadSupply } from './thread-supply.js';

const DEFAULT_LIMITS: ThreadLimits = { silenceMs: 5_000, memoryMb: 192 };

/**
 * Runs plugins' scoring and grading in threads of their own: a plugin that is wrong costs its center, never the run, and what it
 * remembers ends with the call, so that it carries nothing from one tenant to another.
 */
export class ScoringRunner implements OnModuleDestroy {
  private readonly supply: ThreadSupply;
  /** Requests of one plugin go one after the other. */
  private readonly queues = new Map<string, Promise<unknown>>();

  constructor(
    private readonly registry: PluginRegistry,
    limits: ThreadLimits = DEFAULT_LIMITS,
  ) {
    this.supply = new ThreadSupply(limits);
  }

  /** A sheet or an error for every center, in order. A center that stops the thread gets the error, the rest go on after it. */
  scoreAll({ pluginId, centers }: { pluginId: string; centers: readonly ScoreInput[] }): Promise<ScoreResult[]> {
    return this.inTurn(pluginId, async (moduleUrl) => {
      const collector = new ScoreCollector(pluginId, centers);
      while (!collector.isComplete) {
        const failure = await this.supply.use(moduleUrl, (thread) =>
          thread.ask(collector.request(), (answer) => collector.heed(answer)),
        );
        if (failure) collector.fail(failure);
      }
      return collector.results();
    });
  }

  /** The grades of a whole cohort, or why the plugin gave none. */
  gradeAll(pluginId: string, cohort: Cohort, overrides?: CategoryOverrides): Promise<GradeAllResult> {
    return this.inTurn(pluginId, async (moduleUrl) => {
      let result: GradeAllResult | undefined;
      const failure = await this.supply.use(moduleUrl, (thread) =>
        thread.ask({ kind: 'grade', cohort, overrides }, (answer) => {
          if (answer.kind !== 'graded') return 'stray';
          result = checkedGrades(cohort, answer.result);
          return 'complete';
        }),
      );
      return result ?? { ok: false, error: failure ?? pluginFailure('plugin.crashed', '插件没有给出等级') };
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.supply.close();
  }

  private inTurn<T>(pluginId: string, work: (moduleUrl: string) => Promise<T>): Promise<T> {
    const { moduleUrl } = this.registry.module(pluginId);
    const before = this.queues.get(pluginId) ?? Promise.resolve();
    const turn = before.then(() => work(moduleUrl));
    this.queues.set(
      pluginId,
      turn.catch(() => undefined),
    );
    return turn;
  }
}
