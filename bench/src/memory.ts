import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/** Peak resident memory of a process in MB, as the kernel counted it. */
export async function peakMemoryMb({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024);
}
