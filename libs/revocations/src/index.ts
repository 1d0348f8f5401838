export { GROUNDS, RevocationCase, type RevocationFact } from './revocation-case.entity.js';
export { REVOCATION_ABILITIES } from './revocations.abilities.js';
export { RevocationsModule } from './revocations.module.js';
export { type NewRevocationCase, type RevocationDecision, RevocationsService } from './revocations.service.js';
