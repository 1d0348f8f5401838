export { CHANGE_ABILITIES } from './changes.abilities.js';
export { CHANGE_ENTITIES } from './changes.entities.js';
export { ChangesModule, ChangesWorkerModule } from './changes.module.js';
