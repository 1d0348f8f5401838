/** What the hand-written statement says of a center: a column a measure. */
export type ReadByHand = Readonly<Record<string, unknown>> & { readonly center_id: string };

/** What the run froze for a center. */
export interface FrozenFigures {
  readonly center_id: string;
  readonly measures: Readonly<Record<string, string | null>>;
}

/** Both sides divide to more decimals than this. */
const TOLERANCE = 1e-6;

/** Compares every measure of every center and gives how many there were; throws at the first that differs, and when there are none. */
export function compareFigures(byHand: readonly ReadByHand[], frozen: readonly FrozenFigures[]): number {
  const hand = new Map(byHand.map((row) => [row.center_id, row]));
  let compared = 0;
  for (const { center_id: center, measures } of frozen) {
    for (const [name, value] of Object.entries(measures)) {
      const other = hand.get(center)?.[name];
      if (other === undefined) throw new Error(`The statement has no ${name} of center ${center}`);
      if (!isSame(value, other)) throw new Error(`${name} of center ${center}: ${value} in the run, ${other} by hand`);
      compared += 1;
    }
  }
  if (compared === 0) throw new Error('The run has no figures to compare');
  return compared;
}

/** A sum over nothing is 0 in the run and NULL in SQL. */
function isSame(value: string | null, other: unknown): boolean {
  if (value === null || other === null) return Number(value ?? 0) === 0 && Number(other ?? 0) === 0;
  return Math.abs(Number(value) - Number(other)) < TOLERANCE;
}
