export { NOTICE_ABILITIES } from './notices.abilities.js';
export { NOTICE_ENTITIES } from './notices.entities.js';
export { NoticesModule, NoticesWorkerModule } from './notices.module.js';
