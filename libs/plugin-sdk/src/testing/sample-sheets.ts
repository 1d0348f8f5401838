import { scoreCenter } from '../scoring/score-center.js';
import type { ScoreSheet } from '../scoring/score-sheet.types.js';
import { sampleInput, samplePlugin } from './sample-plugin.js';

/** Sheets of the sample plugin by center id with these totals. */
export function sheetsOf(totals: Readonly<Record<string, string>>, changes: Partial<ScoreSheet> = {}): ScoreSheet[] {
  const sheet = scoreCenter(samplePlugin(), sampleInput());
  return Object.entries(totals).map(([centerId, total]) => ({ ...sheet, ...changes, centerId, total }));
}
