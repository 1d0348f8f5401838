import { Worker } from 'node:worker_threads';
import { pluginFailure } from './checked-results.js';
import {
  type PluginFailure,
  type Progress,
  type ThreadAnswer,
  type ThreadRequest,
  threadAnswerSchema,
} from './thread.types.js';

export interface ThreadLimits {
  /** Milliseconds without an answer after which the thread is ended: a center's time, or a cohort's. */
  readonly silenceMs: number;
  readonly memoryMb: number;
}

/** Starting a thread loads the SDK and the plugin; that is not the plugin's scoring time. */
const START_MS = 20_000;

/**
 * One worker thread with one fresh instance of a plugin, started at once and used for one request. It sees no environment, no
 * arguments and no data but what is sent; it is ended when it stays silent for too long or takes too much memory.
 */
export class PluginThread {
  /** Why the thread did not start, or null. */
  readonly started: Promise<PluginFailure | null>;
  private readonly worker: Worker;
  private failure: PluginFailure | null = null;
  private interrupt: ((failure: PluginFailure) => void) | undefined;

  constructor(
    moduleUrl: string,
    private readonly limits: ThreadLimits,
  ) {
    this.worker = new Worker(new URL('./plugin-thread.entry.js', import.meta.url), {
      workerData: { moduleUrl },
      env: {},
      argv: [],
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
    });
    // Listened to for as long as it lives: an error that nobody hears would end this process, also while nothing is asked.
    this.worker.on('error', (error) =>
      this.fail('plugin.crashed', error instanceof Error ? error.message : `${error}`),
    );
    this.worker.on('exit', () => this.fail('plugin.crashed', '插件线程意外结束'));
    this.started = this.converse(START_MS, ({ kind }) => (kind === 'ready' ? 'complete' : 'stray'));
    // A thread that nobody has asked anything keeps no process from ending.
    this.worker.unref();
  }

  /** Whether it has not ended. */
  get isAlive(): boolean {
    return this.failure === null;
  }

  /**
   * Sends the request and passes each answer on until one completes it. Gives null then, or the failure that ended the thread
   * before that: what was answered until then counts.
   */
  async ask(request: ThreadRequest, heed: (answer: ThreadAnswer) => Progress): Promise<PluginFailure | null> {
    this.worker.ref();
    const failure = await this.started;
    if (failure) return failure;
    const conversation = this.converse(this.limits.silenceMs, heed);
    this.worker.postMessage(request);
    return conversation;
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }

  private fail(code: string, message: string): void {
    if (this.failure) return;
    this.failure = pluginFailure(code, message);
    this.interrupt?.(this.failure);
    void this.close();
  }

  private converse(silenceMs: number, heed: (answer: ThreadAnswer) => Progress): Promise<PluginFailure | null> {
    if (this.failure) return Promise.resolve(this.failure);
    return new Promise((resolve) => {
      const end = (failure: PluginFailure | null): void => {
        clearTimeout(silence);
        this.worker.off('message', onMessage);
        this.interrupt = undefined;
        resolve(failure);
      };
      const onMessage = (message: unknown): void => {
        const answer = threadAnswerSchema.safeParse(message);
        const progress = answer.success ? heed(answer.data) : 'stray';
        // Strays are no sign of life: a plugin that only chatters is ended like one that is silent.
        if (progress === 'stray') return;
        silence.refresh();
        if (progress === 'complete') end(null);
      };
      const timeout = (): void => this.fail('plugin.timeout', `超过 ${silenceMs} 毫秒没有结果，已终止`);
      const silence = setTimeout(timeout, silenceMs);
      this.interrupt = end;
      this.worker.on('message', onMessage);
    });
  }
}
