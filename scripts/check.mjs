// npm run check: types, lint and format, import rules, dead code, known vulnerabilities. All run; the first failure ends it.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { audit } from './audit.mjs';
import { prepare, root, run, say } from './prepare.mjs';

const bin = (name) => join(root, 'node_modules', '.bin', name);

prepare();
say('types: checked by the build');
say('lint and format …');
run('biome', bin('biome'), ['check', '--error-on-warnings', '.']);
say('import rules …');
const sources = ['apps', 'libs', 'plugins'].flatMap((room) =>
  readdirSync(join(root, room)).map((name) => `${room}/${name}/src`),
);
run('dependency-cruiser', bin('depcruise'), [
  '--config',
  '.dependency-cruiser.cjs',
  ...sources,
  'test/src',
  'bench/src',
]);
say('dead code and unused dependencies …');
run('knip', bin('knip'), []);
say('known vulnerabilities …');
audit();
say('check passed');
