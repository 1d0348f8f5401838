import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { until } from './platform.js';

const MAIN = fileURLToPath(new URL('../../../apps/cli/dist/main.js', import.meta.url));

/** The command `shucu` as a process of its own, as a terminal would run it. */
export class ShucuProcess {
  private readonly child: ChildProcess;
  private readonly ended: Promise<unknown>;
  output = '';
  complaint = '';

  constructor(args: readonly string[], variables: NodeJS.ProcessEnv) {
    const { PATH, HOME } = process.env;
    this.child = spawn(process.execPath, [MAIN, ...args], {
      env: { PATH, HOME, ...variables },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.ended = once(this.child, 'close');
    this.child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      this.output += chunk;
    });
    this.child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      this.complaint += chunk;
    });
  }

  /** Waits for a part of the output; fails at once where the process has ended without it. */
  async says(part: string, patienceMs = 180_000): Promise<void> {
    await until(
      `"${part}"`,
      async () => {
        if (this.output.includes(part)) return true;
        if (this.child.exitCode !== null) throw new Error(`Ended without "${part}": ${this.output}${this.complaint}`);
        return false;
      },
      patienceMs,
    );
  }

  signal(name: NodeJS.Signals): void {
    this.child.kill(name);
  }

  /** The exit code, or the signal that ended it. */
  async end(): Promise<number | NodeJS.Signals | null> {
    await this.ended;
    return this.child.exitCode ?? this.child.signalCode;
  }
}

/** Which processes work in or for a data directory: by arguments, environment or working directory (Linux). */
export async function processesOf(directory: string): Promise<string[]> {
  const found: string[] = [];
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name) && name !== String(process.pid))) {
    const at = (file: string): string => join('/proc', pid, file);
    // A process may end while it is looked at, and those of others show less: neither is a hit.
    const nothing = (): string => '';
    const [command, environment, workingDirectory] = await Promise.all([
      readFile(at('cmdline'), 'utf8').catch(nothing),
      readFile(at('environ'), 'utf8').catch(nothing),
      readlink(at('cwd')).catch(nothing),
    ]);
    if ([command, environment, workingDirectory].some((text) => text.includes(directory))) {
      found.push(`${pid} ${command.replaceAll('\0', ' ').trim()}`);
    }
  }
  return found;
}
