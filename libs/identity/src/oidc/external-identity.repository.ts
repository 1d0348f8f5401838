import { newId, sha256 } from '@shucu/kernel';
import { TenantContext } from '@shucu/tenancy';
import { ATTEMPT_MINUTES, type OidcProof } from './oidc-notes.js';

type Identity = Pick<OidcProof, 'issuer' | 'subject'>;

/** An identity at a provider that belongs to an account. */
export interface ExternalIdentityView extends Identity {
  readonly id: string;
  readonly provider: { readonly slug: string; readonly name: string };
  readonly linkedAt: Date;
}

/** The account an identity belongs to, by issuer and subject alone: names and addresses of mail are claims of others. */
export async function findLinkedAccount(providerId: string, { issuer, subject }: Identity): Promise<string | null> {
  const { manager, tenantId } = TenantContext;
  const [found] = await manager.query<{ accountId: string }[]>(
    `SELECT account_id AS "accountId" FROM external_identity
     WHERE tenant_id = $1 AND provider_id = $2 AND issuer = $3 AND subject = $4`,
    [tenantId, providerId, issuer, subject],
  );
  return found?.accountId ?? null;
}

/** Whether a provider is enabled; it stays so until the commit, and whoever disables it sees what was begun by it. */
export async function holdEnabled(providerId: string): Promise<boolean> {
  const { manager, tenantId } = TenantContext;
  const found = await manager.query<unknown[]>(
    'SELECT 1 FROM identity_provider WHERE tenant_id = $1 AND id = $2 AND enabled FOR SHARE',
    [tenantId, providerId],
  );
  return found.length > 0;
}

/** Links an identity to an account; false where it belongs to one already. */
export async function insertIdentity(accountId: string, providerId: string, identity: Identity): Promise<boolean> {
  const { manager, tenantId } = TenantContext;
  const inserted = await manager.query<unknown[]>(
    `INSERT INTO external_identity (tenant_id, id, account_id, provider_id, issuer, subject)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING id`,
    [tenantId, newId(), accountId, providerId, identity.issuer, identity.subject],
  );
  return inserted.length > 0;
}

/** What is linked to an account, the latest first. */
export async function findIdentities(accountId: string): Promise<ExternalIdentityView[]> {
  const { manager, tenantId } = TenantContext;
  return manager.query<ExternalIdentityView[]>(
    `SELECT identity.id, identity.issuer, identity.subject, identity.linked_at AS "linkedAt",
       jsonb_build_object('slug', provider.slug, 'name', provider.name) AS provider
     FROM external_identity identity
     JOIN identity_provider provider ON provider.tenant_id = identity.tenant_id AND provider.id = identity.provider_id
     WHERE identity.tenant_id = $1 AND identity.account_id = $2 ORDER BY identity.id DESC`,
    [tenantId, accountId],
  );
}

/** Lets something be used once in this tenant: a state that came back, a proof. False from the second time on. */
export async function useOnce(secret: string): Promise<boolean> {
  const { manager, tenantId } = TenantContext;
  await manager.query('DELETE FROM oidc_attempt WHERE tenant_id = $1 AND expires_at < now()', [tenantId]);
  const inserted = await manager.query<unknown[]>(
    `INSERT INTO oidc_attempt (tenant_id, state_hash, used_at, expires_at)
     VALUES ($1, $2, now(), now() + make_interval(mins => $3)) ON CONFLICT DO NOTHING RETURNING used_at`,
    [tenantId, sha256(secret), ATTEMPT_MINUTES],
  );
  return inserted.length > 0;
}
