import { AppError, type FieldFault } from '@shucu/kernel';
import type { CategoryPlugin } from '@shucu/plugin-sdk';
import { FIELDS, INDUSTRIAL_DIVISIONS, LINKS, PARTNER_KINDS, RESOURCE_KINDS, SERVICE_TYPES } from '@shucu/plugin-sdk';

/** The words of a record that must be of the vocabulary: the platform's and what the center's category adds. */
export interface RecordWords {
  readonly type?: string | undefined;
  readonly kind?: string | undefined;
  readonly partnerKind?: string | null | undefined;
  readonly link?: string | null | undefined;
  readonly field?: string | null | undefined;
}

/** Refuses words outside the vocabulary, naming the field and what would be right. */
export function checkVocabulary(plugin: CategoryPlugin, words: RecordWords): void {
  const { serviceTypes, resourceKinds, partnerKinds, links, fields } = plugin.vocabulary;
  const known: Record<keyof RecordWords, string[]> = {
    type: Object.keys({ ...SERVICE_TYPES, ...serviceTypes }),
    kind: Object.keys({ ...RESOURCE_KINDS, ...resourceKinds }),
    partnerKind: Object.keys({ ...PARTNER_KINDS, ...partnerKinds }),
    link: Object.keys({ ...LINKS, ...links }),
    field: Object.keys({ ...FIELDS, ...fields }),
  };
  const faults: FieldFault[] = [];
  for (const [field, terms] of Object.entries(known) as [keyof RecordWords, string[]][]) {
    const word = words[field];
    if (word && !terms.includes(word)) {
      faults.push({ field, rule: 'oneOf', message: `没有“${word}”，可用：${terms.join('、')}` });
    }
  }
  if (faults.length > 0) throw new AppError('validation.failed', { count: faults.length }, faults);
}

/** Whether a code is an industrial division of GB/T 4754-2017. */
export function isIndustry(code: string): boolean {
  return INDUSTRIAL_DIVISIONS.includes(code);
}
