import type { ScoreInput } from '@shucu/plugin-sdk';
import { checkedSheet, pluginFailure } from './checked-results.js';
import type { PluginFailure, Progress, ScoreResult, ThreadAnswer, ThreadRequest } from './thread.types.js';

/**
 * Brings answers and centers together. Centers are answered in order; an answer out of turn was not sent by the platform's part
 * of the thread, so the center that it names gets an error, and no other center's score moves.
 */
export class ScoreCollector {
  private readonly settled: ScoreResult[] = [];
  private readonly outOfTurn = new Set<number>();

  constructor(
    private readonly pluginId: string,
    private readonly centers: readonly ScoreInput[],
  ) {}

  get isComplete(): boolean {
    return this.settled.length === this.centers.length;
  }

  /** Asks for every center that is not settled. */
  request(): ThreadRequest {
    const first = this.settled.length;
    return { kind: 'score', first, inputs: this.centers.slice(first) };
  }

  heed(answer: ThreadAnswer): Progress {
    if (answer.kind !== 'scored') return 'stray';
    const input = this.centers[answer.index];
    if (!input) return 'stray';
    if (answer.index !== this.settled.length) {
      this.outOfTurn.add(answer.index);
      return 'stray';
    }
    this.settled.push(checkedSheet(this.pluginId, input, answer.result));
    return this.isComplete ? 'complete' : 'partial';
  }

  /** The thread ended while it was at the first center that is not settled. */
  fail(error: PluginFailure): void {
    this.settled.push({ ok: false, error });
  }

  /** A result for every center, in order. */
  results(): ScoreResult[] {
    const error = pluginFailure('plugin.strayAnswer', '插件自行发送了该中心的评分，结果不可信');
    return this.settled.map((result, index) => (this.outOfTurn.has(index) ? { ok: false, error } : result));
  }
}
