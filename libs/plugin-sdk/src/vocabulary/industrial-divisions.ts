/** Divisions of GB/T 4754-2017 that are industry (工业): mining B06–B12, manufacturing C13–C43, energy and water D44–D46. */
export const INDUSTRIAL_DIVISIONS: readonly string[] = [
  ...divisions('B', 6, 12),
  ...divisions('C', 13, 43),
  ...divisions('D', 44, 46),
];

function divisions(section: string, first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => `${section}${String(first + index).padStart(2, '0')}`);
}
