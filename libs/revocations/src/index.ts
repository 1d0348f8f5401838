export { REVOCATION_MACHINE } from './revocation.machine.js';
export {
  GROUNDS,
  type Ground,
  REVOCATION_STATES,
  type Reversal,
  RevocationCase,
  type RevocationFact,
  STATEMENT_KINDS,
  SUPERIOR_KINDS,
} from './revocation-case.entity.js';
export { RevocationCasesService, type RevocationFile } from './revocation-cases.service.js';
export { type RevocationDecision, RevocationDecisionsService } from './revocation-decisions.service.js';
export { REVOCATION_ABILITIES } from './revocations.abilities.js';
export { RevocationsModule, RevocationsWorkerModule } from './revocations.module.js';
export { type FactInput, type NewRevocationCase, RevocationsService } from './revocations.service.js';
export { type StatementInput, StatementsService } from './statements.service.js';
