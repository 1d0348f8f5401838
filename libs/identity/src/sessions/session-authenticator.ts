import { Injectable } from '@nestjs/common';
import { AbilityFactory, type Actor, type ActorRequest, type Authenticator, type Credential } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import { type ReadToken, readApiToken, readSecretToken } from '../credentials/secret-tokens.js';
import { type CallerRow, findByApiToken, findBySession, touchApiToken, touchSession } from './caller.repository.js';
import { SESSION_COOKIE } from './session-cookie.js';

/** Authenticates by an API token in the `Authorization` header, else by the session cookie; never by both. */
@Injectable()
export class SessionAuthenticator implements Authenticator {
  constructor(private readonly abilities: AbilityFactory) {}

  read({ headers, cookies }: Pick<ActorRequest, 'headers' | 'cookies'>): Credential | null {
    const { authorization } = headers;
    if (authorization !== undefined) {
      const token = readApiToken(/^Bearer (\S+)$/i.exec(String(authorization))?.[1]);
      return token && this.credential(token, false);
    }
    const token = readSecretToken(cookies?.[SESSION_COOKIE]);
    return token && this.credential(token, true);
  }

  private credential({ tenantCode, hash }: ReadToken, isSession: boolean): Credential {
    let used: CallerRow | null = null;
    return {
      tenantCode,
      actor: async (): Promise<Actor | null> => {
        used = await (isSession ? findBySession(hash) : findByApiToken(hash));
        return used && this.actorOf(used, isSession);
      },
      touch: async (): Promise<void> => {
        if (used?.isStale) await (isSession ? touchSession : touchApiToken)(used.credentialId);
      },
    };
  }

  private actorOf(caller: CallerRow, isSession: boolean): Actor {
    const { accountId, displayName, roles, pending, scopes, credentialId } = caller;
    const ability = this.abilities.abilityOf({ accountId, roles, pending, scopes });
    const sessionId = isSession ? credentialId : null;
    return { tenantId: TenantContext.tenantId, accountId, displayName, roles, pending, ability, sessionId };
  }
}
