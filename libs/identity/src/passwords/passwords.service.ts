import { Injectable } from '@nestjs/common';
import { AppError, newId } from '@shucu/kernel';
import type { Actor } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import { hashPassword, minimumAgeFault, passwordFaults } from '../credentials/index.js';
import { SecurityPolicyService } from '../policy/security-policy.service.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { PasswordProof } from './password-proof.js';

interface CredentialRow {
  readonly login: string;
  readonly displayName: string;
  readonly changedAt: Date | null;
  readonly mustChange: boolean;
}

/** Sets passwords by the tenant's rules and history; whoever was signed in with the one before is signed out. */
@Injectable()
export class PasswordsService {
  constructor(
    private readonly policies: SecurityPolicyService,
    private readonly proof: PasswordProof,
    private readonly sessions: SessionsService,
  ) {}

  /** A person changes the own password; the session it is done in stays. */
  async change(actor: Actor, current: string, next: string): Promise<void> {
    await this.proof.require(actor.accountId, current);
    const { password: policy } = await this.policies.current();
    const { changedAt, mustChange } = await this.locked(actor.accountId);
    const tooSoon = mustChange ? null : minimumAgeFault(changedAt, policy, { now: new Date(), field: 'next' });
    if (tooSoon) throw new AppError('validation.failed', { count: 1 }, [tooSoon]);
    await this.set(actor.accountId, next, 'next');
    await this.sessions.endAll(actor.accountId, 'passwordChanged', actor.sessionId);
  }

  /** Sets a password that satisfies the rules; `field` is where it was sent. Throws `validation.failed` with every fault. */
  async set(accountId: string, password: string, field: string): Promise<void> {
    const { manager, tenantId } = TenantContext;
    const { password: policy } = await this.policies.current();
    const { login, displayName } = await this.locked(accountId);
    const history = await this.history(accountId);
    const faults = await passwordFaults({ password, policy, names: [login, displayName], history, field });
    if (faults.length > 0) throw new AppError('validation.failed', { count: faults.length }, faults);
    const hash = await hashPassword(password);
    await manager.query(
      `UPDATE credential SET password_hash = $3, password_changed_at = now(), must_change_password = false
       WHERE tenant_id = $1 AND account_id = $2`,
      [tenantId, accountId, hash],
    );
    await manager.query(
      'INSERT INTO password_history (tenant_id, id, account_id, password_hash) VALUES ($1, $2, $3, $4)',
      [tenantId, newId(), accountId, hash],
    );
  }

  private async locked(accountId: string): Promise<CredentialRow> {
    const { manager, tenantId } = TenantContext;
    await manager.query(
      'INSERT INTO credential (tenant_id, account_id) VALUES ($1, $2) ON CONFLICT (tenant_id, account_id) DO NOTHING',
      [tenantId, accountId],
    );
    const [row] = await manager.query<[CredentialRow]>(
      `SELECT login, display_name AS "displayName", password_changed_at AS "changedAt", must_change_password AS "mustChange"
       FROM account JOIN credential ON credential.tenant_id = account.tenant_id AND credential.account_id = account.id
       WHERE account.tenant_id = $1 AND account.id = $2 FOR UPDATE OF credential`,
      [tenantId, accountId],
    );
    return row;
  }

  /** Former passwords, the one in use first; one that was set before histories were kept is in the credential only. */
  private async history(accountId: string): Promise<string[]> {
    const { manager, tenantId } = TenantContext;
    const rows = await manager.query<{ hash: string }[]>(
      `SELECT hash FROM (
         SELECT password_hash AS hash, set_at FROM password_history WHERE tenant_id = $1 AND account_id = $2
         UNION ALL
         SELECT password_hash, COALESCE(password_changed_at, '-infinity') FROM credential
         WHERE tenant_id = $1 AND account_id = $2 AND password_hash IS NOT NULL
       ) former GROUP BY hash ORDER BY max(set_at) DESC`,
      [tenantId, accountId],
    );
    return rows.map(({ hash }) => hash);
  }
}
