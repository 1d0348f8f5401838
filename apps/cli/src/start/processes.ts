import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ProcessFailed } from '@shucu/platform';

/** How long a process may take to stop before it is killed. */
const PATIENCE_MS = 20_000;

/** Child processes of `shucu start`, which end with it. */
export class Processes {
  private readonly children = new Map<string, ChildProcess>();
  private stopping = false;

  constructor(
    private readonly logDirectory: string,
    private readonly onUnexpectedEnd: (name: string) => void,
  ) {}

  /**
   * Starts an app of the platform and waits until it is ready; gives what it says of itself, e.g. its URL. Refuses once
   * `stop` was called.
   */
  async start(name: 'api' | 'worker', environment: NodeJS.ProcessEnv): Promise<string> {
    await mkdir(this.logDirectory, { recursive: true });
    const log = createWriteStream(join(this.logDirectory, `${name}.log`), { flags: 'a' });
    if (this.stopping) throw new ProcessFailed(`${name} is not started any more, as everything stops`);
    const entry = fileURLToPath(new URL('./main.js', import.meta.resolve(`@shucu/${name}`)));
    const child = fork(entry, [], {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      execArgv: ['--enable-source-maps'],
    });
    let complaint = '';
    child.stdout?.pipe(log);
    child.stderr?.on('data', (chunk: Buffer) => {
      complaint = `${complaint}${chunk.toString()}`.slice(-4_000);
      log.write(chunk);
    });
    this.children.set(name, child);
    const ready = await Promise.race([
      once(child, 'message').then(([message]) => String((message as { ready: string }).ready)),
      once(child, 'exit').then(() => {
        throw new ProcessFailed(complaint.trim().replace(/^\w+: /, '') || `${name} ended at once`);
      }),
    ]);
    child.once('exit', () => {
      this.children.delete(name);
      if (!this.stopping) this.onUnexpectedEnd(name);
    });
    return ready;
  }

  /** Ends all of them at once, whatever they are doing. */
  kill(): void {
    this.stopping = true;
    for (const child of this.children.values()) child.kill('SIGKILL');
  }

  /** Stops all of them, the api first; one that does not obey is killed. */
  async stop(): Promise<void> {
    this.stopping = true;
    for (const name of ['api', 'worker']) {
      const child = this.children.get(name);
      if (!child || child.exitCode !== null || child.signalCode !== null) continue;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const impatience = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
      await ended;
      clearTimeout(impatience);
    }
  }
}
