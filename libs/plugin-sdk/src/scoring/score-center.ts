import type { CategoryPlugin } from '../plugin/category-plugin.types.js';
import type { ScoreInput } from './score-input.types.js';
import type { ScoreSheet } from './score-sheet.types.js';

/** Scores one center. Throws {@link ScoringInputError} when figures, opinions or overrides do not fit the plugin. */
export function scoreCenter(plugin: CategoryPlugin, _input: ScoreInput): ScoreSheet {
  throw new Error(`${plugin.id}: scoring follows in the next commit`);
}
