import type { BarChart, Cell, Row } from './document-tree.types.js';

/** Relative widths of a chart's columns: name, bar, and its figures. */
export function chartWidths({ head }: BarChart): number[] {
  return [5, 6, ...head.slice(1).map(() => 2)];
}

/** Headings of a chart: that of the first figure stands over the bars too. */
export function chartHeading({ head: [name, figure, ...others] }: BarChart): Row {
  const figures = [...(figure ? [{ ...figure, span: 2 }] : []), ...others];
  return [...(name ? [name] : []), ...figures.map((cell): Cell => ({ ...cell, align: 'center' }))];
}
