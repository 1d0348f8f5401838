// npm start: prepares the clone, then hands over to `shucu start` in this process, so that Ctrl-C reaches it directly.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepare, root } from './prepare.mjs';

prepare();
process.chdir(root);
process.argv.splice(2, 0, 'start');
await import(pathToFileURL(join(root, 'apps/cli/dist/main.js')).href);
