import { type DossierForm, dossierForm } from '@shucu/applications';
import type { FieldFault } from '@shucu/kernel';
import type { CategoryPlugin } from '@shucu/plugin-sdk';

/** Every place of an application of the variant that can be remarked on: sections, figures, evidence. */
export function remarkPlaces(plugin: CategoryPlugin, variant: string | null): string[] {
  const { fields, serviceAreas, values, places }: DossierForm = dossierForm(plugin, variant);
  return [
    ...fields.map(({ field }) => field),
    ...serviceAreas.map(({ id }) => `plan.services.${id}`),
    ...values.map(({ measure, fact }) => (fact === null ? `claimed.${measure}` : `facts.${fact}`)),
    ...places.map(({ place }) => `evidence.${place}`),
  ];
}

/** Remarks that are about no place of the application. */
export function placeFaults(known: readonly string[], remarks: readonly { readonly place: string }[]): FieldFault[] {
  return remarks.flatMap(({ place }, index) =>
    known.includes(place)
      ? []
      : {
          field: `remarks.${index}.place`,
          rule: 'oneOf',
          message: `申报中没有“${place}”，可用：${known.join('、')}`,
          en: `An application has no "${place}": ${known.join(', ')}`,
        },
  );
}
