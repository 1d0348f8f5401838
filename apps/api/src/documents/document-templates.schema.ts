import { DOCUMENT_KINDS } from '@shucu/documents';
import { z } from 'zod';
import { instantSchema, pageOf, pageSchema, prose, versionSchema } from '../http/request.schema.js';

/** Characters of a template, as many as the renderer reads. */
const LONGEST_SOURCE = 65_536;

const kindSchema = z.enum(DOCUMENT_KINDS);
const sourceSchema = prose(LONGEST_SOURCE);

export const newDocumentTemplateSchema = z
  .strictObject({ kind: kindSchema, source: sourceSchema })
  .meta({ id: 'NewDocumentTemplate' });

export const documentTemplateChangeSchema = z
  .strictObject({ version: versionSchema, source: sourceSchema })
  .meta({ id: 'DocumentTemplateChange' });

export const documentTemplateStepSchema = z
  .strictObject({ version: versionSchema })
  .meta({ id: 'DocumentTemplateStep' });

export const previewFormSchema = z.strictObject({ form: z.enum(['html', 'pdf']) }).meta({ id: 'DocumentPreviewForm' });

export const documentTemplatePageSchema = pageSchema.extend({ kind: kindSchema.optional() });

const summaryShape = {
  id: z.uuid(),
  kind: kindSchema,
  number: z.int(),
  sourceHash: z.string(),
  state: z.enum(['draft', 'inForce', 'retired']),
  version: z.int(),
  createdBy: z.uuid(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  inForceAt: instantSchema.nullable(),
  retiredAt: instantSchema.nullable(),
};

export const documentTemplateSchema = z
  .object({ ...summaryShape, source: z.string() })
  .meta({ id: 'DocumentTemplate' });

export const documentTemplatesSchema = pageOf(z.object(summaryShape).meta({ id: 'DocumentTemplateSummary' })).meta({
  id: 'DocumentTemplates',
});

const documentKindSchema = z
  .object({
    kind: kindSchema,
    title: z.object({ 'zh-CN': z.string(), en: z.string() }),
    layout: z.enum(['official', 'report']),
    fields: z.record(z.string(), z.unknown()),
    templates: z.array(
      z.object({ category: z.string().nullable(), template: z.string(), templateVersion: z.string() }),
    ),
  })
  .meta({ id: 'DocumentKind' });
export const documentKindsSchema = z.array(documentKindSchema).meta({ id: 'DocumentKinds' });
