import { z } from 'zod';
import { instantSchema } from '../http/request.schema.js';

const faultSchema = z
  .object({
    field: z.string(),
    rule: z.string(),
    message: z.string(),
    en: z.string(),
    article: z.string().nullable(),
  })
  .meta({ id: 'ApplicationFault' });

const criterionSchema = z
  .object({
    key: z.string(),
    title: z.string(),
    kind: z.enum(['quantitative', 'qualitative']),
    value: z.string().nullable(),
    valueText: z.string(),
    threshold: z.string().nullable(),
    thresholdText: z.string(),
    attainment: z.string(),
    score: z.string(),
    fullScore: z.string(),
    explanation: z.string(),
  })
  .meta({ id: 'StatedCriterion' });

const indicatorSchema = z
  .object({
    id: z.string(),
    number: z.int(),
    groupTitle: z.string(),
    title: z.string(),
    standard: z.string(),
    weight: z.string(),
    attainment: z.string(),
    score: z.string(),
    criteria: z.array(criterionSchema),
  })
  .meta({ id: 'StatedIndicator' });

const attainmentSchema = z.union([
  z.object({
    ok: z.literal(true),
    attainment: z.object({
      indicators: z.array(indicatorSchema),
      total: z.string(),
      computableWeight: z.string(),
    }),
  }),
  z.object({ ok: z.literal(false), error: z.object({ code: z.string(), message: z.string() }) }),
]);

export const applicationCheckSchema = z
  .object({
    ready: z.boolean(),
    faults: z.array(faultSchema),
    hints: z.array(faultSchema),
    attainment: attainmentSchema,
  })
  .meta({ id: 'ApplicationCheck' });

const titledField = z.object({ field: z.string(), title: z.string(), titleEn: z.string() });

export const dossierFormSchema = z
  .object({
    fields: z.array(titledField),
    serviceAreas: z.array(z.object({ id: z.string(), title: z.string(), titleEn: z.string(), required: z.boolean() })),
    values: z.array(
      z.object({
        measure: z.string(),
        title: z.string(),
        unit: z.string(),
        indicator: z.string(),
        isWhole: z.boolean(),
        fact: z.string().nullable(),
        isYesNo: z.boolean(),
      }),
    ),
    places: z.array(z.object({ place: z.string(), title: z.string() })),
  })
  .meta({ id: 'DossierForm' });

export const applicationStepsSchema = z
  .array(
    z
      .object({
        id: z.uuid(),
        transition: z.string(),
        fromState: z.string().nullable(),
        toState: z.string(),
        subjectVersion: z.int(),
        article: z.string().nullable(),
        actorId: z.uuid().nullable(),
        reason: z.string().nullable(),
        takenAt: instantSchema,
      })
      .meta({ id: 'ApplicationStep' }),
  )
  .meta({ id: 'ApplicationSteps' });
