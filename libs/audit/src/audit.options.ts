/** Injection token of {@link AuditOptions}. */
export const AUDIT_OPTIONS = Symbol('AuditOptions');

export interface AuditOptions {
  /** Where the seals are, a file a tenant; outside of what the database can reach. */
  readonly sealsDirectory?: string | undefined;
  /** PEM file of the Ed25519 key that heads are signed with. */
  readonly signingKeyFile?: string | undefined;
  /** Seconds between two looks for heads that moved; 60 by default. */
  readonly sealSeconds?: number | undefined;
}
