import type { Center } from '@shucu/centers';
import type { CategoryPlugin, Measure } from '@shucu/plugin-sdk';
import type { ReferenceFigure } from '@shucu/records';

/** Names of the province's figures that a category reads. */
function referenceNames({ measures }: CategoryPlugin): string[] {
  return [...new Set(Object.values(measures).flatMap(namesIn))];
}

function namesIn(measure: Measure): string[] {
  switch (measure.op) {
    case 'reference':
      return [measure.name];
    case 'ratio':
      return [...namesIn(measure.dividend), ...namesIn(measure.divisor)];
    default:
      return [];
  }
}

/** The figures (`name industry`) that the centers' categories read and that the province has not entered for the year. */
export function missingReferences(
  centers: readonly Center[],
  pluginOf: (category: string) => CategoryPlugin,
  figures: readonly ReferenceFigure[],
): string[] {
  const entered = new Set(figures.map(({ name, industry }) => `${name} ${industry}`));
  const needed = centers.flatMap(({ category, industry }) =>
    referenceNames(pluginOf(category)).map((name) => `${name} ${industry ?? ''}`),
  );
  return [...new Set(needed)].filter((figure) => !entered.has(figure)).sort();
}
