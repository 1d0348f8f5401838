export { DEADLINE_ABILITIES } from './deadlines.abilities.js';
export { DEADLINE_ENTITIES } from './deadlines.entities.js';
export { DeadlinesModule, DeadlinesWorkerModule } from './deadlines.module.js';
