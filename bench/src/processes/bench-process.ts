import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';

/** How long a process may take to start and to stop. */
const PATIENCE_MS = 30_000;

/** A process under measurement. */
export interface BenchProcess {
  /** What it said when it was ready: a server's URL. */
  readonly ready: string;
  /** Peak resident memory so far in MB, as the kernel counted it; nothing where there is no `/proc`. */
  peakMemoryMb(): Promise<number | null>;
  /** Asks it to end, and kills it when it does not. */
  stop(): Promise<void>;
}

/** Starts a module as a process of its own and waits until it says that it is ready. Throws when it does not. */
export async function startBenchProcess(module: URL, environment: NodeJS.ProcessEnv): Promise<BenchProcess> {
  const child = fork(module, { env: environment, execArgv: [] });
  const [message] = await Promise.race([
    once(child, 'message', { signal: AbortSignal.timeout(PATIENCE_MS) }),
    once(child, 'exit').then(() => {
      throw new Error(`${module.pathname} ended before it was ready`);
    }),
  ]).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw error;
  });
  return {
    ready: (message as { ready: string }).ready,
    peakMemoryMb: () => peakMemoryMb(child),
    stop: () => stop(child),
  };
}

async function peakMemoryMb({ pid }: ChildProcess): Promise<number | null> {
  if (process.platform !== 'linux') return null;
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  const patience = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  child.kill('SIGTERM');
  await ended;
  clearTimeout(patience);
}
