import { z } from 'zod';
import { instantSchema, pageOf, pageSchema } from '../http/request.schema.js';

export const evidencePageSchema = pageSchema;

export const evidenceUploadSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    bytes: z.int(),
    received: z.int(),
    createdAt: instantSchema,
    expiresAt: instantSchema,
  })
  .meta({ id: 'EvidenceUpload' });
export const evidenceUploadsSchema = z.object({ items: z.array(evidenceUploadSchema) }).meta({ id: 'EvidenceUploads' });

export const evidenceFileSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    mediaType: z.string(),
    bytes: z.int(),
    sha256: z.string(),
    uploadedBy: z.uuid(),
    uploadedAt: instantSchema,
  })
  .meta({ id: 'EvidenceFile' });
export const evidenceFilesSchema = pageOf(evidenceFileSchema).meta({ id: 'EvidenceFiles' });

const fileFindingSchema = z
  .object({
    id: z.uuid(),
    fault: z.enum(['missing', 'damaged']),
    subjectKind: z.enum(['evidence', 'document']),
    subjectId: z.uuid(),
    file: z.string(),
    foundAt: instantSchema,
    settledAt: instantSchema.nullable(),
  })
  .meta({ id: 'FileFinding' });
export const fileFindingsSchema = pageOf(fileFindingSchema).meta({ id: 'FileFindings' });
