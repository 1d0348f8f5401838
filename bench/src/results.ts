/** One line of the bench: ours beside its floor. */
export interface Result {
  readonly name: string;
  readonly ours: number;
  readonly floor: number;
  /** `s`: less is better; `/s`: more is better. */
  readonly unit: 's' | '/s';
  /** The ratio of ours to the floor that is aimed at, if any. */
  readonly aim: number | null;
}

/** A bound that a figure of its own must keep. */
export interface Bound {
  readonly name: string;
  /** Nothing where it cannot be measured. */
  readonly value: number | null;
  readonly unit: string;
  /** At most, or at least, so much; neither: it is only shown. */
  readonly most?: number | null;
  readonly least?: number | null;
}

const HEADER = ['', 'ours', 'floor', 'ours / floor', 'aim', 'met'];

/** The whole outcome as text: the table of results in order of name, then the bounds. */
export function resultTable(results: readonly Result[], bounds: readonly Bound[]): string {
  const inOrder = results.toSorted((a, b) => a.name.localeCompare(b.name));
  return [...aligned([HEADER, ...inOrder.map(resultCells)]), '', ...aligned(bounds.map(boundCells))].join('\n');
}

function resultCells({ name, ours, floor, unit, aim }: Result): string[] {
  const ratio = ours / floor;
  const isTime = unit === 's';
  const shown = (value: number): string => `${value.toFixed(isTime || value < 100 ? 1 : 0)} ${unit}`;
  const figures = [name, shown(ours), shown(floor), ratio.toFixed(2)];
  if (aim === null) return [...figures, '', ''];
  const isMet = isTime ? ratio <= aim : ratio >= aim;
  return [...figures, `${isTime ? '≤' : '≥'} ${aim.toFixed(2)}`, isMet ? 'yes' : 'NO'];
}

function boundCells({ name, value, unit, most = null, least = null }: Bound): string[] {
  const shown = value === null ? 'unknown here' : `${value.toFixed(0)} ${unit}`;
  if (most === null && least === null) return [name, shown, '', ''];
  const isMet = value !== null && value <= (most ?? value) && value >= (least ?? value);
  return [name, shown, most === null ? `≥ ${least} ${unit}` : `≤ ${most} ${unit}`, isMet ? 'yes' : 'NO'];
}

/** The first column to the left, the others to the right. */
function aligned(rows: readonly string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('   ')
      .trimEnd(),
  );
}
