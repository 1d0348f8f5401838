export { ABILITIES } from './abilities.js';
export { ENTITIES } from './entities.js';
export { JOBS } from './jobs.js';
export { JsonLogger } from './json-logger.js';
export { MACHINES } from './machines.js';
export { PLUGINS } from './plugins.js';
export { ProcessFailed, runProcess, startFault } from './run-process.js';
