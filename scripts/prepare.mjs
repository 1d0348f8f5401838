// Brings a fresh clone to the point where everything is installed and built. No dependencies: it runs before there are any.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Runs a command in the root; a failure ends this process with one sentence. */
export function run(title, command, args, options = {}) {
  const { status, signal } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (status === 0) return;
  process.stderr.write(`shucu: ${title} failed (${signal ?? `exit code ${status}`})\n`);
  process.exit(status ?? 1);
}

export function say(sentence) {
  process.stdout.write(`shucu: ${sentence}\n`);
}

/** Checks Node, installs what the lock file names unless that is done, and compiles what has changed. */
export function prepare() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    process.stderr.write(`shucu: Node ${process.versions.node} is too old, 20.19 or newer is needed\n`);
    process.exit(1);
  }
  const stamp = join(root, 'node_modules', '.shucu-installed');
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
    say('installing packages (npm ci) …');
    run('npm ci', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
    writeFileSync(stamp, lock);
  }
  say('building …');
  run('the build', process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-b']);
}
