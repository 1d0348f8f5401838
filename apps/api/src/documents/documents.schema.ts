import { z } from 'zod';
import { instantSchema, pageOf, pageSchema, text } from '../http/request.schema.js';

export const documentPageSchema = pageSchema.extend({
  kind: text(60).optional(),
  centerId: z.uuid().optional(),
});
export const documentFormSchema = z.enum(['html', 'pdf', 'docx']);

export const documentSchema = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    subjectId: z.uuid(),
    centerId: z.uuid().nullable(),
    title: z.string(),
    number: z.string(),
    template: z.string(),
    templateVersion: z.string(),
    templateHash: z.string().nullable(),
    dataHash: z.string(),
    state: z.enum(['pending', 'ready', 'failed']),
    error: z.string().nullable(),
    htmlHash: z.string().nullable(),
    pdfHash: z.string().nullable(),
    docxHash: z.string().nullable(),
    createdAt: instantSchema,
    renderedAt: instantSchema.nullable(),
  })
  .meta({ id: 'Document' });
export const documentsSchema = pageOf(documentSchema).meta({ id: 'Documents' });
