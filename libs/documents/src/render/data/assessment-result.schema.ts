import { z } from 'zod';
import { centerPartSchema, day, decimal, reportParts, sentences, text } from './document-parts.schema.js';

const criterionSchema = z.strictObject({
  title: text,
  /** With units; null where there is none. */
  claimed: text.nullable(),
  verified: text.nullable(),
  confirmed: text.nullable(),
  /** The experts' points in no order that would tell who gave them, empty for what a figure decides. */
  scores: z.array(decimal),
  /** By the merge rule; null for what a figure decides. */
  merged: decimal.nullable(),
  /** Highest less lowest; null for fewer than two. */
  spread: decimal.nullable(),
  /** A further opinion was asked for because the spread was above the limit. */
  furtherOpinion: z.boolean(),
  /** Opinions without names. */
  opinions: z.array(text),
});

const itemSchema = z.strictObject({
  number: z.int().min(1),
  /** 评价项目. */
  group: text,
  /** 评价指标. */
  title: text,
  criteria: z.array(criterionSchema),
});

/** What the merged and signed result of an expert group says (核查评估结果, 第十二条). */
export const assessmentResultSchema = z.strictObject({
  ...reportParts,
  /** 核查评估 of an application, or 年度运行质量评估. */
  purpose: text,
  center: centerPartSchema,
  draw: z.strictObject({
    drawnOn: day,
    /** The recorded seed from which the draw can be repeated. */
    seed: text,
    poolSize: z.int().min(0),
    /** The constraints that held, a sentence each. */
    constraints: sentences,
  }),
  experts: z.array(z.strictObject({ name: text, employer: text, isLeader: z.boolean() })),
  /** How sheets are merged, a sentence. */
  mergeRule: text,
  items: z.array(itemSchema),
  /** Sheets that no longer count, and why (late recusal). */
  voided: z.array(z.strictObject({ reason: text, voidedOn: day })),
  /** 现场核查; null where there was none. */
  siteVisit: z.strictObject({ visitedOn: day, people: z.array(text), findings: sentences }).nullable(),
  groups: z.array(z.strictObject({ title: text, score: decimal, weight: decimal })),
  /** Unrounded total. */
  total: decimal,
  /** The rule set's pass mark; null where there is none. */
  passScore: decimal.nullable(),
  passed: z.boolean().nullable(),
  /** The group's conclusion, a paragraph each. */
  conclusion: sentences,
  signedBy: text,
  signedOn: day,
});

export type AssessmentResultData = z.infer<typeof assessmentResultSchema>;
