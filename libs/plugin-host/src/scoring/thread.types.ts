import type { CategoryOverrides, Cohort, GradeResult, ScoreInput, ScoreSheet } from '@shucu/plugin-sdk';
import { z } from 'zod';

/** Why a plugin gave no result: `plugin.threw`, `plugin.timeout`, `plugin.crashed`, `plugin.invalidSheet`, `plugin.strayAnswer`. */
export interface PluginFailure {
  readonly code: string;
  /** At most 500 characters, storable in the database. */
  readonly message: string;
}

export type ScoreResult =
  | { readonly ok: true; readonly sheet: ScoreSheet }
  | { readonly ok: false; readonly error: PluginFailure };

export type GradeAllResult =
  | { readonly ok: true; readonly grades: Readonly<Record<string, GradeResult>> }
  | { readonly ok: false; readonly error: PluginFailure };

/** What the thread is asked; the centers of a `score` are counted on from `first`. */
export type ThreadRequest =
  | { readonly kind: 'score'; readonly first: number; readonly inputs: readonly ScoreInput[] }
  | { readonly kind: 'grade'; readonly cohort: Cohort; readonly overrides: CategoryOverrides | undefined };

const threwSchema = z.object({ ok: z.literal(false), message: z.string() });

/**
 * What the thread answers: one message a center, or one for the cohort; the first message says that it is ready. The plugin
 * shares the thread and can send what it likes, so what came is known only as far as this schema goes.
 */
export const threadAnswerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({
    kind: z.literal('scored'),
    index: z.int().min(0),
    result: z.union([z.object({ ok: z.literal(true), sheet: z.unknown() }), threwSchema]),
  }),
  z.object({
    kind: z.literal('graded'),
    result: z.union([z.object({ ok: z.literal(true), grades: z.record(z.string(), z.unknown()) }), threwSchema]),
  }),
]);

export type ThreadAnswer = z.infer<typeof threadAnswerSchema>;
/** The answer for one center, before anything about the sheet is believed. */
export type ScoreAnswer = Extract<ThreadAnswer, { kind: 'scored' }>['result'];
export type GradeAnswer = Extract<ThreadAnswer, { kind: 'graded' }>['result'];

/** What an answer means to the one who asked; a stray one counts as silence. */
export type Progress = 'stray' | 'partial' | 'complete';
