import type { AbilityDeclaration } from '@shucu/permissions';

declare module '@shucu/permissions' {
  interface Subjects {
    AuditEntry: 'read' | 'export' | 'verify' | 'configure';
  }
}

/** The log is the auditor's alone: who administers the system or its security does not administer the audit (等保三级). */
export const AUDIT_ABILITIES: AbilityDeclaration = {
  auditor: (grant) => grant(['read', 'export', 'verify', 'configure'], 'AuditEntry'),
};
