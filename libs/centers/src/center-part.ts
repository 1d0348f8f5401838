import { ORGANIZATION_KIND_TITLES, type Organization, type Region } from '@shucu/organizations';
import { type CategoryPlugin, INDUSTRY_TITLES } from '@shucu/plugin-sdk';
import type { CenterWithOrganizations } from './centers.service.js';

/** A legal person as a document names it. */
export interface OrganizationPart {
  readonly name: string;
  readonly creditCode: string;
  readonly kind: string;
}

/** A center or a candidate as the documents of its life name it (`centerPartSchema`). */
export interface CenterPart {
  readonly name: string;
  readonly categoryTitle: string;
  readonly variantTitle: string | null;
  readonly industry: string | null;
  readonly region: string;
  readonly lead: OrganizationPart;
  readonly members: OrganizationPart[];
}

/** The words for a center with its organizations on paper, as they are now. */
export function centerPart(
  { center, lead, members }: CenterWithOrganizations,
  plugin: CategoryPlugin,
  region: Region,
): CenterPart {
  const variant = plugin.variants.find(({ id }) => id === center.variant);
  return {
    name: center.name,
    categoryTitle: plugin.title['zh-CN'],
    variantTitle: variant?.title['zh-CN'] ?? null,
    industry: center.industry && `${INDUSTRY_TITLES[center.industry] ?? ''}（${center.industry}）`,
    region: region.name,
    lead: organizationPart(lead),
    members: members.map(organizationPart),
  };
}

/** The words for a legal person on paper. */
export function organizationPart({ name, creditCode, kind }: Organization): OrganizationPart {
  return { name, creditCode, kind: ORGANIZATION_KIND_TITLES[kind] };
}
