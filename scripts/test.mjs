// npm test: prepares the clone, then runs every test on the compiled files. Arguments go to jest (e.g. a path).
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { prepare, root, run } from './prepare.mjs';

prepare();
mkdirSync(join(root, 'reports'), { recursive: true });
// A run that dies early must not leave the report of the one before.
rmSync(join(root, 'reports', 'jest.json'), { force: true });
run('jest', process.execPath, [
  '--experimental-vm-modules',
  '--no-warnings=ExperimentalWarning',
  '--enable-source-maps',
  join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
  '--json',
  '--outputFile=reports/jest.json',
  ...process.argv.slice(2),
]);
