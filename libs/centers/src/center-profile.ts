import type { Region } from '@shucu/organizations';
import type { CategoryPlugin } from '@shucu/plugin-sdk';
import { INDUSTRY_TITLES } from '@shucu/plugin-sdk';
import type { CenterWithOrganizations } from './centers.service.js';

/** A center as a document names it. */
export interface CenterProfile {
  readonly name: string;
  readonly categoryTitle: string;
  readonly variantTitle: string | null;
  readonly industry: string | null;
  readonly region: string;
  readonly leadOrganization: string;
  readonly members: string[];
  readonly announcedOn: string;
}

/** The words for a center on paper; only an announced center has them. */
export function centerProfile(
  { center, lead, members }: CenterWithOrganizations,
  plugin: CategoryPlugin,
  region: Region,
): CenterProfile {
  if (!center.announcedOn) throw new Error(`Center ${center.id} is not announced`);
  const variant = plugin.variants.find(({ id }) => id === center.variant);
  return {
    name: center.name,
    categoryTitle: plugin.title['zh-CN'],
    variantTitle: variant?.title['zh-CN'] ?? null,
    industry: center.industry && `${INDUSTRY_TITLES[center.industry] ?? ''}（${center.industry}）`,
    region: region.name,
    leadOrganization: lead.name,
    members: members.map(({ name }) => name),
    announcedOn: center.announcedOn,
  };
}
