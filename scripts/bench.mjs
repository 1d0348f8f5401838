// npm run bench: prepares the clone, then measures ours beside its floors in one run.
import { join } from 'node:path';
import { prepare, root, run } from './prepare.mjs';

prepare();
run('the bench', process.execPath, [
  '--enable-source-maps',
  join(root, 'bench/dist/main.js'),
  ...process.argv.slice(2),
]);
