import { Injectable } from '@nestjs/common';
import { AppError } from '@shucu/kernel';
import { currentTenant, TenancyService, TenantContext } from '@shucu/tenancy';
import { SecretBox } from '../credentials/secret-box.js';
import { IdentityProvider } from './identity-provider.entity.js';
import { OidcAddress } from './oidc-address.js';
import { OidcDoor } from './oidc-door.js';

/** A provider as an address names it. */
export interface DoorName {
  readonly tenantCode: string;
  readonly slug: string;
}

/** The providers by which one can sign in at this moment. */
@Injectable()
export class OidcDoorsService {
  constructor(
    private readonly tenancy: TenancyService,
    private readonly secrets: SecretBox,
    private readonly address: OidcAddress,
  ) {}

  /** In a transaction of its own. Throws `auth.refused` alike for an unknown or suspended tenant and an unknown or disabled provider. */
  find({ tenantCode, slug }: DoorName): Promise<OidcDoor> {
    return this.tenancy.transactionByCode(
      tenantCode,
      () => new AppError('auth.refused'),
      async () => {
        const door = await this.open(slug);
        if (!door) throw new AppError('auth.refused');
        return door;
      },
    );
  }

  /** In the open tenant; nothing for an unknown or disabled provider. */
  async open(slug: string): Promise<OidcDoor | null> {
    const { manager, tenantId } = TenantContext;
    const provider = await manager.findOneBy(IdentityProvider, { tenantId, slug, enabled: true });
    if (!provider) return null;
    const { id, issuer, clientId, clientSecret } = provider;
    const { code } = await currentTenant();
    return new OidcDoor(this.secrets, tenantId, id, {
      issuer,
      clientId,
      clientSecret: clientSecret && this.secrets.open(clientSecret, { kind: 'oidcClient', tenantId, ownerId: id }),
      redirectUri: this.address.callbackOf(code, slug),
    });
  }
}
