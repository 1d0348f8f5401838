import { metadataOf, PIECE } from '../../harness/upload.js';
import { PIECE_OF_ALL } from '../world/evidence.world.js';
import type { Places } from './place.js';

const upload = { caller: 'centerOperator', ids: { 'path.id': 'evidenceUpload' } } as const;
const file = {
  caller: 'centerOperator',
  ids: { 'path.id': 'evidenceFile' },
  // An expert reads what an expert's dossier cites, and no service record.
  readers: ['provinceAdministrator', 'provinceOfficer', 'cityOfficer', 'centerOperator', 'auditor'],
} as const;

/** Uploads, files, what became of them, and hints. */
export const EVIDENCE_PLACES: Places = {
  'GET /evidence-uploads': { caller: 'centerOperator', ids: {} },
  'POST /evidence-uploads': {
    caller: 'centerOperator',
    ids: {},
    headers: { 'upload-length': '10', 'upload-metadata': metadataOf('又一份.txt') },
  },
  'GET /evidence-uploads/{id}': { ...upload, readers: ['centerOperator'] },
  'PATCH /evidence-uploads/{id}': {
    ...upload,
    headers: { 'content-type': PIECE, 'upload-offset': '0' },
    bytes: PIECE_OF_ALL,
  },
  'DELETE /evidence-uploads/{id}': upload,
  'GET /evidence-files': { caller: 'centerOperator', ids: { 'query.after': 'evidenceFile' } },
  'GET /evidence-files/{id}': file,
  'GET /evidence-files/{id}/content': file,
  'GET /file-findings': { caller: 'auditor', ids: { 'query.after': 'fileFinding' } },
  'GET /centers/{id}/hints': { caller: 'cityOfficer', ids: { 'path.id': 'center' }, query: 'year=2025' },
};
