export { APPLICATION_MACHINE, type ApplicationState } from './application.machine.js';
export { APPLICATION_ABILITIES } from './applications.abilities.js';
export { APPLICATION_ENTITIES } from './applications.entities.js';
export { ApplicationsModule, ApplicationsWorkerModule } from './applications.module.js';
