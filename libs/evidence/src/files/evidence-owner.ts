import type { Actor } from '@shucu/permissions';
import type { EvidenceFile } from './evidence-file.entity.js';

/**
 * The organizations whose evidence is the actor's own: those whose centers they operate. The employer of an expert is none of them,
 * for it has no part in what the expert sees.
 */
export function evidenceOrganizationsOf({ roles }: Pick<Actor, 'roles'>): string[] {
  return roles.flatMap(({ role, organizationId }) =>
    role === 'centerOperator' && organizationId ? organizationId : [],
  );
}

/** Whether the file is of the actor or of a colleague in the same organization. */
export function isOwnFile(actor: Actor, { uploadedBy, organizationId }: EvidenceFile): boolean {
  if (uploadedBy === actor.accountId) return true;
  return organizationId !== null && evidenceOrganizationsOf(actor).includes(organizationId);
}
