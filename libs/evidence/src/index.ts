export { EVIDENCE_ABILITIES } from './evidence.abilities.js';
export { EVIDENCE_ENTITIES } from './evidence.entities.js';
export { EvidenceModule, EvidenceWorkerModule } from './evidence.module.js';
