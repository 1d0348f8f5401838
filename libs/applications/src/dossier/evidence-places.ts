import { type CategoryPlugin, indicatorTable } from '@shucu/plugin-sdk';

/** 合作协议 of the consortium (第五条). */
export const AGREEMENT_PLACE = 'agreement';

/** Parts of a dossier, beside its indicators, that can rest on files. */
const PART_PLACES: Readonly<Record<string, string>> = {
  [AGREEMENT_PLACE]: '联合体合作协议',
  plan: '建设方案附件',
  form: '申报书附件',
};

/** The place of an indicator's evidence. */
export function indicatorPlace(indicatorId: string): string {
  return `indicator:${indicatorId}`;
}

/** Every place of an application of the variant where files can be cited, with what it is called. */
export function evidencePlaces(plugin: CategoryPlugin, variant: string | null): ReadonlyMap<string, string> {
  return new Map([
    ...Object.entries(PART_PLACES),
    ...indicatorTable(plugin, variant).map(
      ({ group, indicator }) => [indicatorPlace(indicator.id), `${group.title}·${indicator.title}`] as const,
    ),
  ]);
}
