import { Worker } from 'node:worker_threads';
import type { PluginFailure, ThreadAnswer, ThreadRequest } from './thread.types.js';

export interface ThreadLimits {
  /** Milliseconds without an answer after which the thread is ended: a center's time, or a cohort's. */
  readonly silenceMs: number;
  readonly memoryMb: number;
}

/** Starting a thread loads the SDK and the plugin; that is not the plugin's scoring time. */
const START_MS = 20_000;

/**
 * One worker thread with one plugin in it. It sees no environment, no arguments and no data but what is sent; it is ended when
 * it stays silent for too long or takes too much memory, and started again for the next request.
 */
export class PluginThread {
  private worker: Worker | undefined;

  constructor(
    private readonly moduleUrl: string,
    private readonly limits: ThreadLimits,
  ) {}

  /**
   * Sends the request and passes each answer on until `isComplete`. Gives nothing then, or the failure that ended the thread
   * before that: what was answered until then counts.
   */
  async ask(
    request: ThreadRequest,
    onAnswer: (answer: ThreadAnswer) => void,
    isComplete: () => boolean,
  ): Promise<PluginFailure | null> {
    if (isComplete()) return null;
    const started = this.worker ? null : await this.start();
    if (started) return started;
    return this.converse(
      this.limits.silenceMs,
      (worker) => worker.postMessage(request),
      (answer) => {
        onAnswer(answer);
        return isComplete();
      },
    );
  }

  async close(): Promise<void> {
    const { worker } = this;
    this.worker = undefined;
    await worker?.terminate();
  }

  private start(): Promise<PluginFailure | null> {
    this.worker = new Worker(new URL('./plugin-thread.entry.js', import.meta.url), {
      workerData: { moduleUrl: this.moduleUrl },
      env: {},
      argv: [],
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: this.limits.memoryMb },
    });
    return this.converse(
      START_MS,
      () => undefined,
      ({ kind }) => kind === 'ready',
    );
  }

  private converse(
    silenceMs: number,
    begin: (worker: Worker) => void,
    isLast: (answer: ThreadAnswer) => boolean,
  ): Promise<PluginFailure | null> {
    const { worker } = this;
    if (!worker) throw new Error('The plugin thread is not running');
    return new Promise((resolve) => {
      const end = (failure: PluginFailure | null): void => {
        clearTimeout(silence);
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        resolve(failure);
      };
      const fail = (code: string, message: string): void => {
        end({ code, message });
        void this.close();
      };
      const onMessage = (answer: ThreadAnswer): void => {
        silence.refresh();
        if (isLast(answer)) end(null);
      };
      const onError = (error: unknown): void =>
        fail('plugin.crashed', error instanceof Error ? error.message : String(error));
      const onExit = (): void => fail('plugin.crashed', '插件线程意外结束');
      const silence = setTimeout(() => fail('plugin.timeout', `超过 ${silenceMs} 毫秒没有结果，已终止`), silenceMs);
      worker.on('message', onMessage).once('error', onError).once('exit', onExit);
      begin(worker);
    });
  }
}
