import type { FieldFault } from '@shucu/kernel';
import { CHANGE_KINDS, type ChangeContent, type ChangeKind } from './change-report.entity.js';

type Field = keyof ChangeContent;

/** What a report of each kind must say, and what it may say besides. */
const FIELDS: Readonly<Record<ChangeKind, { readonly needed: readonly Field[]; readonly allowed?: readonly Field[] }>> =
  {
    centerRename: { needed: ['name'] },
    organizationRename: { needed: ['organizationId', 'name'] },
    merger: { needed: ['organizationId', 'party', 'region'] },
    split: { needed: ['organizationId', 'party', 'region'] },
    reorganisation: { needed: ['organizationId', 'party', 'region'] },
    memberJoins: { needed: ['party', 'region'] },
    memberLeaves: { needed: ['organizationId'] },
    relocation: { needed: ['organizationId', 'address'], allowed: ['region'] },
    legalRepresentative: { needed: ['organizationId', 'legalRepresentative'] },
  };

const TITLES: Readonly<Record<Field, string>> = {
  organizationId: '发生变更的单位',
  name: '变更后的名称',
  address: '变更后的住所',
  region: '所属地区',
  legalRepresentative: '变更后的法定代表人',
  party: '承继（加入）的单位',
};

/** What is missing from a report of this kind, and what has no place in it. */
export function changeFaults(kind: ChangeKind, content: ChangeContent): FieldFault[] {
  const { needed, allowed = [] } = FIELDS[kind];
  const said = (Object.keys(content) as Field[]).filter((field) => content[field] !== undefined);
  const missing = needed.filter((field) => !said.includes(field));
  const surplus = said.filter((field) => !needed.includes(field) && !allowed.includes(field));
  return [
    ...missing.map((field) => ({
      ...{ field: `content.${field}`, rule: 'required' },
      message: `“${CHANGE_KINDS[kind]}”须填写“${TITLES[field]}”`,
    })),
    ...surplus.map((field) => ({
      ...{ field: `content.${field}`, rule: 'absent' },
      message: `“${CHANGE_KINDS[kind]}”不涉及“${TITLES[field]}”，请勿填写`,
    })),
  ];
}
