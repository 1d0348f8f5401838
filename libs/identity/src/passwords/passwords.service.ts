import { Injectable } from '@nestjs/common';
import { AppError } from '@shucu/kernel';
import type { Actor } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import { lockAccount } from '../access/account-lock.js';
import { ensureCredential } from '../access/credential.repository.js';
import { sessionOf } from '../access/session-needed.js';
import { hashPassword, minimumAgeFault, needsRehash, passwordFaults } from '../credentials/index.js';
import { AccessLinksService } from '../links/access-links.service.js';
import { SecurityPolicyService } from '../policy/security-policy.service.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { addToHistory, formerHashes, replaceInHistory } from './password-history.repository.js';
import { PasswordProof } from './password-proof.js';

interface CredentialRow {
  readonly login: string;
  readonly displayName: string;
  readonly changedAt: Date | null;
  readonly mustChange: boolean;
  readonly now: Date;
}

/** Sets passwords by the tenant's rules and history; whoever was signed in with the one before is signed out. */
@Injectable()
export class PasswordsService {
  constructor(
    private readonly policies: SecurityPolicyService,
    private readonly proof: PasswordProof,
    private readonly sessions: SessionsService,
    private readonly links: AccessLinksService,
  ) {}

  /** A person changes the own password; the session it is done in stays, and a link to reset the one before is void. */
  async change(actor: Actor, current: string, next: string): Promise<void> {
    const { accountId } = actor;
    const kept = sessionOf(actor);
    await this.proof.require(accountId, current);
    const { password: policy } = await this.policies.current();
    const { changedAt, mustChange, now } = await this.credentialOf(accountId);
    const tooSoon = mustChange ? null : minimumAgeFault(changedAt, policy, { now, field: 'next' });
    if (tooSoon) throw new AppError('validation.failed', { count: 1 }, [tooSoon]);
    await this.set(accountId, next, 'next');
    await this.links.voidUnused(accountId);
    await this.sessions.endAll(accountId, 'passwordChanged', kept);
  }

  /**
   * Sets a password that satisfies the rules, and with it whatever second factor somebody had begun to set up by the one before is
   * gone; `field` is where it was sent. Throws `validation.failed` with every fault.
   */
  async set(accountId: string, password: string, field: string): Promise<void> {
    await lockAccount(accountId);
    const { password: policy } = await this.policies.current();
    const { login, displayName } = await this.credentialOf(accountId);
    const history = await formerHashes(accountId);
    const faults = await passwordFaults({ password, policy, names: [login, displayName], history, field });
    if (faults.length > 0) throw new AppError('validation.failed', { count: faults.length }, faults);
    const hash = await hashPassword(password);
    const { manager, tenantId } = TenantContext;
    await manager.query(
      `UPDATE credential SET password_hash = $3, password_changed_at = now(), must_change_password = false,
         totp_secret = CASE WHEN totp_confirmed_at IS NOT NULL THEN totp_secret END
       WHERE tenant_id = $1 AND account_id = $2`,
      [tenantId, accountId, hash],
    );
    await addToHistory(accountId, hash);
  }

  /** Hashes a password that was just proven anew, where it was hashed by weaker parameters than today's. The account is locked. */
  async strengthenHash(accountId: string, proven: { readonly password: string; readonly hash: string }): Promise<void> {
    if (!needsRehash(proven.hash)) return;
    const hash = await hashPassword(proven.password);
    const { manager, tenantId } = TenantContext;
    await manager.query('UPDATE credential SET password_hash = $3 WHERE tenant_id = $1 AND account_id = $2', [
      tenantId,
      accountId,
      hash,
    ]);
    await replaceInHistory(accountId, proven.hash, hash);
  }

  private async credentialOf(accountId: string): Promise<CredentialRow> {
    await ensureCredential(accountId);
    const { manager, tenantId } = TenantContext;
    const [row] = await manager.query<[CredentialRow]>(
      `SELECT login, display_name AS "displayName", password_changed_at AS "changedAt", must_change_password AS "mustChange",
         now() AS now
       FROM account JOIN credential ON credential.tenant_id = account.tenant_id AND credential.account_id = account.id
       WHERE account.tenant_id = $1 AND account.id = $2`,
      [tenantId, accountId],
    );
    return row;
  }
}
