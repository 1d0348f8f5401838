import type { OrganizationDefinition } from './province.types.js';

/** Key, name, kind, ownership, region and county-level code of a legal person. */
export type OrganizationLine = readonly [
  key: string,
  name: string,
  kind: OrganizationDefinition['kind'],
  ownership: OrganizationDefinition['ownership'],
  region: string,
  division: string,
];

/** Definitions from lines of a table. */
export function organizations(lines: readonly OrganizationLine[]): readonly OrganizationDefinition[] {
  return lines.map(([key, name, kind, ownership, region, division]) => ({
    key,
    name,
    kind,
    ownership,
    region,
    division,
  }));
}
