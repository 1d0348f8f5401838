import { Injectable } from '@nestjs/common';
import { AppError, newId } from '@shucu/kernel';
import type { Actor } from '@shucu/permissions';
import { currentTenant, TenantContext } from '@shucu/tenancy';
import { newSecretToken } from '../credentials/secret-tokens.js';
import { type EndReason, Session, type SignInMethod } from './session.entity.js';
import { hashesOf } from './session-cookie.js';

/** From where somebody signs in. */
export interface ClientTrace {
  readonly address: string;
  readonly userAgent: string;
}

/** How somebody signed in, and for how long it lasts. */
export interface NewSession extends ClientTrace {
  readonly accountId: string;
  readonly method: SignInMethod;
  readonly secondFactor: boolean;
  readonly idleMinutes: number;
  readonly absoluteHours: number;
}

/** How much of what a browser says of itself is kept. */
const USER_AGENT_LENGTH = 200;

/** Sessions live in the database alone, so one that is ended is over in every process with its next request. */
@Injectable()
export class SessionsService {
  /** Begins a session; the token is for the cookie and is kept nowhere else. */
  async begin({ absoluteHours, userAgent, ...given }: NewSession): Promise<{ id: string; token: string }> {
    const { manager, tenantId } = TenantContext;
    const { code } = await currentTenant();
    const { token, hash } = newSecretToken(code);
    const id = newId();
    await manager.insert(Session, {
      ...given,
      userAgent: userAgent.slice(0, USER_AGENT_LENGTH),
      tenantId,
      id,
      tokenHash: hash,
      expiresAt: () => `now() + interval '${Number(absoluteHours)} hours'`,
    });
    return { id, token };
  }

  /** The person's own sessions that still hold, the latest first. */
  listOwn({ accountId }: Actor): Promise<Session[]> {
    return this.open(accountId).orderBy('session.last_seen_at', 'DESC').getMany();
  }

  /** Ends one of the person's own sessions. */
  async endOwn(actor: Actor, id: string): Promise<void> {
    const session = await this.open(actor.accountId).andWhere('session.id = :id', { id }).getOne();
    if (!session) throw new AppError('resource.notFound');
    await this.end([id], id === actor.sessionId ? 'signedOut' : 'endedElsewhere');
  }

  /** Ends all sessions of an account but the one that is kept. Gives how many there were. */
  async endAll(accountId: string, reason: EndReason, kept: string | null = null): Promise<number> {
    const sessions = await this.open(accountId).getMany();
    const ids = sessions.map(({ id }) => id).filter((id) => id !== kept);
    await this.end(ids, reason);
    return ids.length;
  }

  /** Ends those among the tokens that are of the open tenant: the browser has another session here from now on. */
  async endPresented(tokens: readonly string[]): Promise<void> {
    const { manager, tenantId } = TenantContext;
    await manager.query(
      `UPDATE session SET ended_at = now(), end_reason = 'signedInAnew'
       WHERE tenant_id = $1 AND token_hash = ANY ($2) AND ended_at IS NULL`,
      [tenantId, hashesOf(tokens)],
    );
  }

  private open(accountId: string) {
    const { manager, tenantId } = TenantContext;
    return manager
      .createQueryBuilder(Session, 'session')
      .where('session.tenant_id = :tenantId AND session.account_id = :accountId', { tenantId, accountId })
      .andWhere('session.ended_at IS NULL AND session.expires_at > now()')
      .andWhere('session.last_seen_at > now() - make_interval(mins => session.idle_minutes)');
  }

  private async end(ids: readonly string[], reason: EndReason): Promise<void> {
    if (ids.length === 0) return;
    const { manager, tenantId } = TenantContext;
    await manager.query(
      `UPDATE session SET ended_at = now(), end_reason = $3
       WHERE tenant_id = $1 AND id = ANY ($2::uuid[]) AND ended_at IS NULL`,
      [tenantId, ids, reason],
    );
  }
}
