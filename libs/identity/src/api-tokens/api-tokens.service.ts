import { Injectable } from '@nestjs/common';
import { AppError, type FieldFault, newId } from '@shucu/kernel';
import { AbilityFactory, type Actor, conditionsOf } from '@shucu/permissions';
import { currentTenant, TenantContext } from '@shucu/tenancy';
import { newApiToken } from '../credentials/index.js';
import { type ApiTokenPage, type ApiTokenView, findTokens } from './api-token.repository.js';

export interface NewApiToken {
  readonly name: string;
  /** `Subject:action` pairs. */
  readonly scopes: readonly string[];
  /** How long it is good. */
  readonly days: number;
}

/** A token that was just made: it is shown this once. */
export interface IssuedApiToken extends ApiTokenView {
  readonly token: string;
}

/** Tokens of one account that are good at the same time. */
const MOST_TOKENS = 20;

/**
 * What takes a person: whoever found a token that could do it would come in as anybody (by a link, a role, a provider or a weaker
 * policy), or end a tenant. Of the own account a token may only read.
 */
const NEVER = new Set([
  'Self:update',
  'Account:create',
  'Account:update',
  'SecurityPolicy:update',
  'IdentityProvider:create',
  'IdentityProvider:update',
  'ExportRecipient:update',
  'Tenant:create',
  'Tenant:erase',
]);

/** Tokens by which machines act for a person, each with no more than the person may do and than it was made for. */
@Injectable()
export class ApiTokensService {
  constructor(private readonly abilities: AbilityFactory) {}

  /** The person's own tokens, a page, newest first. */
  listOwn({ accountId }: Actor, page: Omit<ApiTokenPage, 'accountId'>): Promise<ApiTokenView[]> {
    return findTokens({ ...page, accountId });
  }

  /** Throws `auth.sessionNeeded`, `validation.failed` for scopes that the person does not have, `apiToken.tooMany`. */
  async create(actor: Actor, { name, scopes, days }: NewApiToken): Promise<IssuedApiToken> {
    refuseUnlessPresent(actor);
    this.refuseUnknown(actor, scopes);
    await this.refuseMore(actor);
    const { manager, tenantId } = TenantContext;
    const { code } = await currentTenant();
    const { token, hash } = newApiToken(code);
    const id = newId();
    await manager.query(
      `INSERT INTO api_token (tenant_id, id, account_id, name, token_hash, scopes, expires_at, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, now() + make_interval(days => $7), $3)`,
      [tenantId, id, actor.accountId, name, hash, [...new Set(scopes)].sort(), days],
    );
    const [view] = await findTokens({ id, limit: 1 });
    if (!view) throw new Error(`The token ${id} was just made`);
    return { ...view, token };
  }

  /** Revokes an own token, from the next request on in every process. Throws `resource.notFound`. */
  async revokeOwn({ accountId }: Actor, id: string): Promise<void> {
    if ((await this.revokeThose('id = $2 AND account_id = $3', [id, accountId])) === 0) {
      throw new AppError('resource.notFound');
    }
  }

  /** All tokens of the tenant, a page, newest first. */
  async list(actor: Actor, page: ApiTokenPage): Promise<ApiTokenView[]> {
    conditionsOf(actor, 'read', 'ApiToken');
    return findTokens(page);
  }

  /** Revokes anybody's token. Throws `resource.notFound`. */
  async revoke(actor: Actor, id: string): Promise<void> {
    conditionsOf(actor, 'update', 'ApiToken');
    if ((await this.revokeThose('id = $2', [id])) === 0) throw new AppError('resource.notFound');
  }

  /** Revokes all tokens of an account; the caller has the right to. */
  async revokeAll(accountId: string): Promise<void> {
    await this.revokeThose('account_id = $2 AND revoked_at IS NULL', [accountId]);
  }

  private async revokeThose(which: string, parameters: readonly string[]): Promise<number> {
    const { manager, tenantId } = TenantContext;
    const [, count] = await manager.query<[unknown, number]>(
      `UPDATE api_token SET revoked_at = COALESCE(revoked_at, now()) WHERE tenant_id = $1 AND ${which}`,
      [tenantId, ...parameters],
    );
    return count;
  }

  private refuseUnknown({ accountId, roles }: Actor, scopes: readonly string[]): void {
    const possible = this.abilities.scopesOf({ accountId, roles }).filter((scope) => !NEVER.has(scope));
    const faults = scopes.flatMap((scope, index): FieldFault[] => {
      if (possible.includes(scope)) return [];
      const [field, rule] = [`scopes.${index}`, 'scope'];
      const among = possible.join('、');
      return [
        { field, rule, message: `不在可授予的范围内，可用：${among}`, en: `Not among what can be given: ${among}` },
      ];
    });
    if (faults.length > 0) throw new AppError('validation.failed', { count: faults.length }, faults);
  }

  /** Holds off a second token at the same moment, and an end of the account: it revokes this one, or this one is not made. */
  private async refuseMore({ accountId }: Actor): Promise<void> {
    const { manager, tenantId } = TenantContext;
    const active = await manager.query<unknown[]>(
      `SELECT 1 FROM account WHERE tenant_id = $1 AND id = $2 AND status = 'active' FOR UPDATE`,
      [tenantId, accountId],
    );
    if (active.length === 0) throw new AppError('auth.required');
    const [{ count }] = await manager.query<[{ count: number }]>(
      `SELECT count(*)::int AS count FROM api_token
       WHERE tenant_id = $1 AND account_id = $2 AND revoked_at IS NULL AND expires_at > now()`,
      [tenantId, accountId],
    );
    if (count >= MOST_TOKENS) throw new AppError('apiToken.tooMany', { limit: MOST_TOKENS });
  }
}

/** A token outlives what a person has still to do, so it must be done first. */
function refuseUnlessPresent({ sessionId, pending }: Actor): void {
  if (sessionId === null) throw new AppError('auth.sessionNeeded');
  if (pending === 'password') throw new AppError('auth.passwordFirst');
  if (pending === 'twoFactor') throw new AppError('auth.twoFactorFirst');
}
