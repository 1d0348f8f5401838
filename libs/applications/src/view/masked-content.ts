import { type Ability, maskEmail, maskedFor, maskPhone } from '@shucu/permissions';
import type { Dossier } from '../dossier/dossier.types.js';

const MASKS = { contactPhone: maskPhone, contactEmail: maskEmail } as const;

/** The dossier as it is shown by this ability: how the contact can be reached is masked unless granted. */
export function maskedDossier(ability: Ability, dossier: Dossier): Dossier {
  const { form } = dossier;
  if (!form) return dossier;
  const { contactPhone = null, contactEmail = null } = form;
  const shown = maskedFor(ability, 'Application', { contactPhone, contactEmail }, MASKS);
  return {
    ...dossier,
    form: {
      ...form,
      ...(shown.contactPhone !== null && { contactPhone: shown.contactPhone }),
      ...(shown.contactEmail !== null && { contactEmail: shown.contactEmail }),
    },
  };
}
