import { Injectable } from '@nestjs/common';
import { AppError, newId } from '@shucu/kernel';
import { type Actor, conditionsOf } from '@shucu/permissions';
import { currentTenant, TenantContext } from '@shucu/tenancy';
import { SecretBox } from '../credentials/secret-box.js';
import { IdentityProvider } from './identity-provider.entity.js';
import { OidcAddress } from './oidc-address.js';
import { OidcClient } from './oidc-client.js';

/** What of a provider may change. */
export interface ProviderDetails {
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  /** Nothing for a public client. */
  readonly clientSecret: string | null;
  readonly enabled: boolean;
}

export interface NewProvider extends ProviderDetails {
  readonly slug: string;
}

/** A provider as its administrators see it: never the secret, but where the provider has to send people back to. */
export interface ProviderView extends Omit<IdentityProvider, 'tenantId' | 'clientSecret'> {
  readonly hasClientSecret: boolean;
  readonly redirectUri: string;
}

/** The OpenID providers of a tenant: the security duty. None is ever deleted, as identities and the audit log speak of it. */
@Injectable()
export class IdentityProvidersService {
  constructor(
    private readonly secrets: SecretBox,
    private readonly client: OidcClient,
    private readonly address: OidcAddress,
  ) {}

  /** All of them, in order of slug: a tenant has a handful. */
  async list(actor: Actor): Promise<ProviderView[]> {
    conditionsOf(actor, 'read', 'IdentityProvider');
    const { manager, tenantId } = TenantContext;
    const providers = await manager.find(IdentityProvider, { where: { tenantId }, order: { slug: 'ASC' } });
    const { code } = await currentTenant();
    return providers.map((provider) => this.view(code, provider));
  }

  /** Throws `resource.notFound`. */
  async get(actor: Actor, id: string): Promise<ProviderView> {
    conditionsOf(actor, 'read', 'IdentityProvider');
    const { code } = await currentTenant();
    return this.view(code, await this.find(id));
  }

  /** Throws `conflict.duplicate` for a slug that is taken, `validation.failed` for an issuer that may not be asked. */
  async create(actor: Actor, provider: NewProvider): Promise<ProviderView> {
    conditionsOf(actor, 'create', 'IdentityProvider');
    this.refuseUnreachable(provider.issuer, 'issuer');
    const { manager, tenantId } = TenantContext;
    const id = newId();
    const { raw } = await manager
      .createQueryBuilder()
      .insert()
      .into(IdentityProvider)
      .values({ ...provider, ...this.sealed(id, provider), tenantId, id, createdBy: actor.accountId })
      .orIgnore()
      .returning('id')
      .updateEntity(false)
      .execute();
    if ((raw as unknown[]).length === 0) throw new AppError('conflict.duplicate', { what: provider.slug });
    return this.get(actor, id);
  }

  /**
   * Changes a provider of the version that the caller saw; disabled, it ends the sessions of its people. A secret is never sent to
   * another issuer than it was given for.
   */
  async update(actor: Actor, id: string, version: number, change: Partial<ProviderDetails>): Promise<ProviderView> {
    conditionsOf(actor, 'update', 'IdentityProvider');
    const before = await this.find(id);
    if (change.issuer !== undefined) this.refuseUnreachable(change.issuer, 'change.issuer');
    if (change.issuer !== undefined && change.issuer !== before.issuer && change.clientSecret === undefined) {
      refuse(
        'change.clientSecret',
        'required',
        '更换签发者时须重新填写客户端密钥',
        'Give the secret of the new issuer',
      );
    }
    const { manager, tenantId } = TenantContext;
    const changed = { ...change, ...this.sealed(id, change) };
    const { affected } = await manager.update(IdentityProvider, { tenantId, id, version }, changed);
    if (affected !== 1) {
      const { version: current } = await this.find(id);
      throw new AppError('conflict.stale', { current, given: version });
    }
    if (change.enabled === false) await this.endSessionsOf(id);
    return this.get(actor, id);
  }

  /** Whoever came in by a provider that is not to be trusted any more has to come in another way. */
  private async endSessionsOf(providerId: string): Promise<void> {
    const { manager, tenantId } = TenantContext;
    await manager.query(
      `UPDATE session SET ended_at = now(), end_reason = 'endedByAdministrator'
       WHERE tenant_id = $1 AND method = 'oidc' AND ended_at IS NULL AND account_id IN (
         SELECT account_id FROM external_identity WHERE tenant_id = $1 AND provider_id = $2)`,
      [tenantId, providerId],
    );
  }

  private sealed(id: string, { clientSecret }: Partial<ProviderDetails>): Partial<ProviderDetails> {
    if (!clientSecret) return {};
    const { tenantId } = TenantContext;
    return { clientSecret: this.secrets.seal(clientSecret, { kind: 'oidcClient', tenantId, ownerId: id }) };
  }

  private refuseUnreachable(issuer: string, field: string): void {
    if (this.client.mayAsk(issuer)) return;
    refuse(
      field,
      'issuer',
      '应为 https:// 开头的签发者地址，不含参数与账号，也不是元数据地址',
      'The https address of an issuer, without query or credentials, and not that of its metadata',
    );
  }

  private async find(id: string): Promise<IdentityProvider> {
    const { manager, tenantId } = TenantContext;
    const provider = await manager.findOneBy(IdentityProvider, { tenantId, id });
    if (!provider) throw new AppError('resource.notFound');
    return provider;
  }

  private view(tenantCode: string, { tenantId: _tenant, clientSecret, ...provider }: IdentityProvider): ProviderView {
    const redirectUri = this.address.callbackOf(tenantCode, provider.slug);
    return { ...provider, hasClientSecret: clientSecret !== null, redirectUri };
  }
}

function refuse(field: string, rule: string, message: string, en: string): never {
  throw new AppError('validation.failed', { count: 1 }, [{ field, rule, message, en }]);
}
