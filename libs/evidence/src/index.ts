export { EVIDENCE_ABILITIES } from './evidence.abilities.js';
export { EVIDENCE_ENTITIES } from './evidence.entities.js';
export { EvidenceModule, EvidenceWorkerModule } from './evidence.module.js';
export type { CitedFile, CitingPlace } from './files/citations.repository.js';
export { type EvidencePage, EvidenceService } from './files/evidence.service.js';
export { EvidenceFile } from './files/evidence-file.entity.js';
export { EvidenceSubject } from './files/evidence-subject.decorator.js';
