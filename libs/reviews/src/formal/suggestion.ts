/** What the signed result says by the rule set's score; the officer decides. */
export interface Suggestion {
  /** Points of 100, decimal string; null where the category's plugin could not score. */
  readonly total: string | null;
  readonly passScore: string;
  readonly suggested: 'proposed' | 'notPassed' | null;
}
