import { EvidenceCitation } from './files/evidence-citation.entity.js';
import { EvidenceFile } from './files/evidence-file.entity.js';

/** The tables of evidence. */
export const EVIDENCE_ENTITIES: (new () => object)[] = [EvidenceFile, EvidenceCitation];
