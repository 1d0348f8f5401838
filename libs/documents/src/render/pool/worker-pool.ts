import { Worker } from 'node:worker_threads';
import { outputFault } from '../template/template-fault.js';
import type { RenderAnswer, RenderOrder } from './render.types.js';

/** Of JavaScript in one thread; a report needs a tenth of it. */
const MAX_HEAP_MEGABYTES = 256;

export interface WorkerPoolOptions {
  readonly threads: number;
  /** Milliseconds that one document may take, the start of a thread included. */
  readonly timeLimit: number;
  readonly fontDirs: readonly string[];
}

interface Task {
  readonly order: RenderOrder;
  readonly resolve: (answer: RenderAnswer) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Threads that render one document each at a time. A thread that takes too long or too much memory is thrown away with its
 * document, which is refused (`document.template`); the next document gets a new thread.
 */
export class WorkerPool {
  private readonly waiting: Task[] = [];
  private readonly idle: Worker[] = [];
  private readonly alive = new Set<Worker>();
  private closed = false;

  constructor(private readonly options: WorkerPoolOptions) {}

  run(order: RenderOrder): Promise<RenderAnswer> {
    if (this.closed) return Promise.reject(new Error('the renderer is closed'));
    return new Promise((resolve, reject) => {
      this.waiting.push({ order, resolve, reject });
      this.dispatch();
    });
  }

  /** Refuses what still waits and ends the threads. */
  async close(): Promise<void> {
    this.closed = true;
    for (const { reject } of this.waiting.splice(0)) reject(new Error('the renderer is closed'));
    await Promise.all([...this.alive].map((worker) => worker.terminate()));
  }

  private dispatch(): void {
    if (this.waiting.length === 0) return;
    const worker = this.idle.pop() ?? (this.alive.size < this.options.threads ? this.start() : undefined);
    const task = worker && this.waiting.shift();
    if (task) this.give(worker, task);
  }

  private start(): Worker {
    const { fontDirs } = this.options;
    const worker = new Worker(new URL('./render-worker.js', import.meta.url), {
      workerData: { fontDirs },
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MEGABYTES },
    });
    this.alive.add(worker);
    return worker;
  }

  private give(worker: Worker, { order, resolve, reject }: Task): void {
    const { timeLimit } = this.options;
    const settle = (keep: boolean, outcome: () => void): void => {
      clearTimeout(timer);
      // By name: without one, Node removes listeners of its own too and the thread is never heard again.
      for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
      // An idle thread does not keep the process alive: whoever forgets to close can still end.
      worker.unref();
      if (keep) this.idle.push(worker);
      else this.discard(worker);
      outcome();
      this.dispatch();
    };
    const timer = setTimeout(() => {
      settle(false, () => reject(outputFault(order.templateName, undefined, `超过 ${timeLimit / 1000} 秒仍未完成`)));
    }, timeLimit);
    worker.ref();
    worker.once('message', (answer: RenderAnswer) => settle(true, () => resolve(answer)));
    worker.once('error', (error) => settle(false, () => reject(lossOf(order, error))));
    worker.once('exit', (code) => settle(false, () => reject(new Error(`the rendering thread ended with ${code}`))));
    worker.postMessage(order);
  }

  private discard(worker: Worker): void {
    this.alive.delete(worker);
    // What a dying thread still says concerns nobody: its document was refused.
    worker.on('error', () => undefined);
    void worker.terminate();
  }
}

function lossOf({ templateName }: RenderOrder, error: Error): Error {
  const isOutOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isOutOfMemory ? outputFault(templateName, undefined, `内容过大，超过 ${MAX_HEAP_MEGABYTES} MB 内存`) : error;
}
