import type { AbilityDeclaration } from '@shucu/permissions';

declare module '@shucu/permissions' {
  interface Subjects {
    /** Tenants as the platform keeps them, with the orders to export and to erase them; nothing of what they hold. */
    Tenant: 'read' | 'create' | 'suspend' | 'export' | 'erase';
    /** The key to which a tenant's own export is encrypted. */
    ExportRecipient: 'read' | 'update';
  }
}

/** Tenants are the platform operator's; who may read an export is the tenant's own security administration to say. */
export const TENANT_ABILITIES: AbilityDeclaration = {
  platformOperator: (grant) => grant(['read', 'create', 'suspend', 'export', 'erase'], 'Tenant'),
  provinceAdministrator: (grant, { duties }) => {
    if (duties.includes('security')) grant(['read', 'update'], 'ExportRecipient');
  },
  auditor: (grant) => grant('read', 'ExportRecipient'),
};
