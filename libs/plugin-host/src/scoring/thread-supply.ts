import { PluginThread, type ThreadLimits } from './plugin-thread.js';

/**
 * Gives out threads that nothing was ever asked, so that nothing a plugin remembers gets from one request into the next. While
 * one is used, the next one of the plugin is started, so that a request need not wait for the start.
 */
export class ThreadSupply {
  private readonly spares = new Map<string, PluginThread>();
  private isClosed = false;

  constructor(private readonly limits: ThreadLimits) {}

  /** A thread of the plugin for the one piece of work; ended after it, whatever came of it. */
  async use<T>(moduleUrl: string, work: (thread: PluginThread) => Promise<T>): Promise<T> {
    const thread = this.take(moduleUrl);
    try {
      return await work(thread);
    } finally {
      await thread.close();
    }
  }

  /** Ends the threads that wait; those in use end with their work. */
  async close(): Promise<void> {
    this.isClosed = true;
    await Promise.all([...this.spares.values()].map((thread) => thread.close()));
    this.spares.clear();
  }

  private take(moduleUrl: string): PluginThread {
    const spare = this.spares.get(moduleUrl);
    this.spares.delete(moduleUrl);
    const thread = spare?.isAlive ? spare : new PluginThread(moduleUrl, this.limits);
    void thread.started.then((failure) => {
      if (!failure) this.prepare(moduleUrl);
    });
    return thread;
  }

  private prepare(moduleUrl: string): void {
    if (this.isClosed || this.spares.has(moduleUrl)) return;
    this.spares.set(moduleUrl, new PluginThread(moduleUrl, this.limits));
  }
}
