export { DEADLINE_STATES, Deadline, type DeadlineState } from './deadline.entity.js';
export { DeadlineWatch, type DeadlineWatchOptions } from './deadline-watch.js';
export { DEADLINE_ABILITIES } from './deadlines.abilities.js';
export { DEADLINE_ENTITIES } from './deadlines.entities.js';
export { DeadlinesModule, DeadlinesWorkerModule } from './deadlines.module.js';
export { DeadlinesService, type NewDeadline } from './deadlines.service.js';
export { type DeadlineHandler, OnDeadline } from './on-deadline.decorator.js';
