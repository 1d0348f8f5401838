import type { Application } from '@shucu/applications';
import type { Organization, Region } from '@shucu/organizations';
import type { CategoryPlugin } from '@shucu/plugin-sdk';
import type { PublishedEntry } from './public-notice.entity.js';

/** What of a candidate is shown to the public. */
export interface PublishedCandidate {
  readonly application: Application;
  readonly plugin: CategoryPlugin;
  readonly lead: Organization;
  readonly members: readonly Organization[];
  readonly region: Region;
}

/** The list as the public sees it, in order of category and name, numbered from 1. */
export function publishedEntries(candidates: readonly PublishedCandidate[]): PublishedEntry[] {
  const order = (one: PublishedCandidate): string => `${one.plugin.id} ${one.application.name}`;
  return [...candidates]
    .sort((one, other) => (order(one) < order(other) ? -1 : 1))
    .map(({ application, plugin, lead, members, region }, index) => ({
      number: index + 1,
      applicationId: application.id,
      name: application.name,
      categoryTitle: plugin.title['zh-CN'],
      variantTitle: plugin.variants.find(({ id }) => id === application.variant)?.title['zh-CN'] ?? null,
      leadOrganization: lead.name,
      members: members.map(({ name }) => name),
      region: region.name,
    }));
}
