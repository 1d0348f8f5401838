import { Injectable } from '@nestjs/common';
import { AbilityFactory, type Actor, type ActorRequest, type Authenticator, type Credential } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import { readApiToken, readSecretToken } from '../credentials/secret-tokens.js';
import { type CallerRow, findByApiToken, findBySession } from './caller.repository.js';
import { SESSION_COOKIE } from './session-cookie.js';

/** Authenticates by an API token in the `Authorization` header, else by the session cookie; never by both. */
@Injectable()
export class SessionAuthenticator implements Authenticator {
  constructor(private readonly abilities: AbilityFactory) {}

  read({ headers, cookies }: Pick<ActorRequest, 'headers' | 'cookies'>): Credential | null {
    const { authorization } = headers;
    if (authorization !== undefined) {
      const token = readApiToken(/^Bearer (\S+)$/i.exec(String(authorization))?.[1]);
      return token && this.credential(token.tenantCode, () => findByApiToken(token.hash), false);
    }
    const token = readSecretToken(cookies?.[SESSION_COOKIE]);
    return token && this.credential(token.tenantCode, () => findBySession(token.hash), true);
  }

  private credential(tenantCode: string, find: () => Promise<CallerRow | null>, isSession: boolean): Credential {
    return {
      tenantCode,
      actor: async (): Promise<Actor | null> => {
        const caller = await find();
        if (!caller) return null;
        const { accountId, displayName, roles, pending, scopes, credentialId } = caller;
        const ability = this.abilities.abilityOf({ accountId, roles, pending, scopes });
        const sessionId = isSession ? credentialId : null;
        return { tenantId: TenantContext.tenantId, accountId, displayName, roles, pending, ability, sessionId };
      },
    };
  }
}
