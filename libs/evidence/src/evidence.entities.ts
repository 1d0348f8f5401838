import { FileFinding } from './checks/file-finding.entity.js';
import { EvidenceCitation } from './files/evidence-citation.entity.js';
import { EvidenceFile } from './files/evidence-file.entity.js';
import { EvidenceUpload } from './uploads/evidence-upload.entity.js';

/** The tables of evidence. */
export const EVIDENCE_ENTITIES: (new () => object)[] = [EvidenceFile, EvidenceCitation, EvidenceUpload, FileFinding];
