import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';

export interface KillRepeatedlySettings {
  /** Starts the process that is killed and started again; it must not be wrapped by a shell, which would survive. */
  readonly spawn: () => ChildProcess;
  /** How often it is killed before it may finish. */
  readonly kills: number;
  /** Whether all the work is done; asked every 100 ms. */
  readonly isDone: () => Promise<boolean>;
  /** Shortest and longest life of a process, in milliseconds from when it is ready. */
  readonly betweenMs: readonly [number, number];
  /** Resolves when a new process has begun to work; by default at once. */
  readonly whenReady?: (process: ChildProcess) => Promise<unknown>;
  /** Milliseconds that the last process, which nobody kills, has for the rest; 60,000 by default. */
  readonly finishWithinMs?: number;
}

export interface KillRepeatedlyResult {
  /** Processes that were killed with SIGKILL while work was left. Fewer than asked for: there was too little work. */
  readonly kills: number;
}

/**
 * Kills a working process with SIGKILL at random moments and starts it again, until it has been killed as often as asked; then
 * lets it finish and stops it with SIGTERM. Throws where a process ends by itself or the work is not done in time.
 */
export async function killRepeatedly(settings: KillRepeatedlySettings): Promise<KillRepeatedlyResult> {
  const [shortest, longest] = settings.betweenMs;
  for (let kills = 0; kills < settings.kills; kills += 1) {
    const victim = await start(settings);
    await setTimeout(shortest + Math.random() * (longest - shortest));
    const wasDone = await settings.isDone();
    await end(victim, 'SIGKILL');
    if (wasDone) return { kills };
  }
  await finish(settings);
  return { kills: settings.kills };
}

async function finish(settings: KillRepeatedlySettings): Promise<void> {
  const { isDone, finishWithinMs = 60_000 } = settings;
  const last = await start(settings);
  try {
    const deadline = Date.now() + finishWithinMs;
    while (!(await isDone())) {
      if (Date.now() > deadline) throw new Error(`The work is not done ${finishWithinMs} ms after the last kill`);
      await setTimeout(100);
    }
  } finally {
    await end(last, 'SIGTERM');
  }
}

async function start({ spawn, whenReady }: KillRepeatedlySettings): Promise<ChildProcess> {
  const child = spawn();
  await Promise.race([
    whenReady?.(child),
    once(child, 'exit').then(([code, signal]) => {
      throw new Error(`The process ended by itself before it was ready (${code ?? signal})`);
    }),
  ]);
  return child;
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) {
    throw new Error(`The process ended by itself (${child.exitCode ?? child.signalCode})`);
  }
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}
