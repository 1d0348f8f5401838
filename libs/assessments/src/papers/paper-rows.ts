import type { ExpertScoreSheetData } from '@shucu/documents';
import { type CategoryPlugin, type Criterion, criterionKey, figureText, indicatorTable } from '@shucu/plugin-sdk';
import type { Assessment } from '../assessment.entity.js';

/** The three figures of a criterion side by side, with units; nothing for what experts judge. */
export type SideBySide = Pick<
  ExpertScoreSheetData['items'][number]['criteria'][number],
  'claimed' | 'verified' | 'confirmed'
>;

/** A row of the category's table on paper, its criteria made by `make`. */
export function paperRows<Made>(
  plugin: CategoryPlugin,
  variant: string | null,
  make: (criterion: Criterion, key: string) => Made,
): { number: number; group: string; title: string; criteria: Made[] }[] {
  return indicatorTable(plugin, variant).map(({ number, group, indicator }) => ({
    number,
    group: group.title,
    title: indicator.title,
    criteria: indicator.criteria.map((criterion) => make(criterion, criterionKey(indicator.id, criterion.id))),
  }));
}

/** What was claimed, verified and confirmed of the measures of a criterion. */
export function sideBySide(criterion: Criterion, { claimed, verified, confirmed }: Assessment): SideBySide {
  const measures = measuresOf(criterion);
  const told = (figureOf: (measure: string) => string | undefined): string | null => {
    const known = measures.flatMap(({ measure, title, unit }) => {
      const value = figureOf(measure);
      if (value === undefined) return [];
      return [measures.length > 1 ? `${title} ${figureText(value, unit)}` : figureText(value, unit)];
    });
    return known.length > 0 ? known.join('；') : null;
  };
  return {
    claimed: told((measure) => claimed[measure]),
    verified: told((measure) => verified[measure]),
    confirmed: told((measure) => confirmed[measure]?.value),
  };
}

function measuresOf(criterion: Criterion): readonly { measure: string; title: string; unit: string }[] {
  if (criterion.kind === 'quantitative') return [criterion];
  return criterion.kind === 'combined' ? criterion.parts : criterion.shows;
}
