import { type CategoryPlugin, SERVICE_AREAS, type ServiceArea } from '@shucu/plugin-sdk';
import { type ClaimableValue, claimableValues } from './claimable-values.js';
import { evidencePlaces } from './evidence-places.js';
import { FIELD_TITLES } from './field-titles.js';

/** What there is to fill in for an application of a category and variant, with what it is called. */
export interface DossierForm {
  readonly fields: readonly { readonly field: string; readonly title: string; readonly titleEn: string }[];
  readonly serviceAreas: readonly {
    readonly id: ServiceArea;
    readonly title: string;
    readonly titleEn: string;
    readonly required: boolean;
  }[];
  readonly values: readonly ClaimableValue[];
  readonly places: readonly { readonly place: string; readonly title: string }[];
}

/** The form of a category: built on the plugin's table, so that a new category brings its own. */
export function dossierForm(plugin: CategoryPlugin, variant: string | null): DossierForm {
  return {
    fields: Object.entries(FIELD_TITLES).map(([field, { zh, en }]) => ({ field, title: zh, titleEn: en })),
    serviceAreas: (Object.keys(SERVICE_AREAS) as ServiceArea[]).map((id) => ({
      ...{ id, title: SERVICE_AREAS[id]['zh-CN'], titleEn: SERVICE_AREAS[id].en },
      required: plugin.requiredServiceAreas.includes(id),
    })),
    values: claimableValues(plugin, variant),
    places: [...evidencePlaces(plugin, variant)].map(([place, title]) => ({ place, title })),
  };
}
