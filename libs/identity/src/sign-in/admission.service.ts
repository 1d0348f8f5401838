import { Injectable } from '@nestjs/common';
import { AuditService } from '@shucu/audit';
import { TenantContext } from '@shucu/tenancy';
import { lockAccount } from '../access/account-lock.js';
import { isPasswordExpired, type PasswordPolicy } from '../credentials/index.js';
import { PasswordsService } from '../passwords/passwords.service.js';
import { SecurityPolicyService } from '../policy/security-policy.service.js';
import type { SignInMethod } from '../sessions/session.entity.js';
import type { BroughtTokens } from '../sessions/session-cookie.js';
import { type ClientTrace, SessionsService } from '../sessions/sessions.service.js';
import { rememberDevice } from './known-devices.repository.js';

/** Somebody who has proven who they are. */
export interface Admission extends ClientTrace, BroughtTokens {
  readonly accountId: string;
  readonly method: SignInMethod;
  readonly secondFactor: boolean;
  /** The password and the hash that it was compared with: one that was changed meanwhile proves nothing. */
  readonly provenPassword: { readonly password: string; readonly hash: string } | null;
}

/** Tokens for the two cookies. */
export interface SignedIn {
  readonly sessionToken: string;
  readonly deviceToken: string;
}

interface AccountRow {
  readonly passwordHash: string | null;
  readonly passwordChangedAt: Date | null;
  readonly now: Date;
}

/** Lets in who has proven to be somebody: the session begins, the browser is remembered, the audit log knows, in one transaction. */
@Injectable()
export class AdmissionService {
  constructor(
    private readonly sessions: SessionsService,
    private readonly passwords: PasswordsService,
    private readonly policies: SecurityPolicyService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Begins a session of its own, never one that the browser brings: what it had here before is over (ASVS 7.2.4). Nothing where
   * the account was disabled or its password changed since the proof.
   */
  async admit(admission: Admission): Promise<SignedIn | null> {
    const { accountId, method, secondFactor, address, userAgent, sessionTokens, deviceTokens } = admission;
    const account = await this.active(admission);
    if (!account) return null;
    await this.nameActor(accountId);
    const { session, password } = await this.policies.current();
    if (admission.provenPassword) {
      await this.passwords.strengthenHash(accountId, admission.provenPassword);
      await this.demandFreshPassword(accountId, account, password);
    }
    await this.sessions.endPresented(sessionTokens);
    const { id, token } = await this.sessions.begin({
      accountId,
      method,
      secondFactor,
      address,
      userAgent,
      ...session,
    });
    const deviceToken = await rememberDevice(accountId, deviceTokens);
    await this.audit.note({
      action: 'session.signIn',
      subject: 'session',
      subjectId: id,
      result: 'done',
      details: { accountId, method, secondFactor },
    });
    return { sessionToken: token, deviceToken };
  }

  private async active({ accountId, provenPassword }: Admission): Promise<AccountRow | null> {
    await lockAccount(accountId);
    const { manager, tenantId } = TenantContext;
    const [found] = await manager.query<AccountRow[]>(
      `SELECT password_hash AS "passwordHash", password_changed_at AS "passwordChangedAt", now() AS now
       FROM account LEFT JOIN credential ON credential.tenant_id = account.tenant_id AND credential.account_id = account.id
       WHERE account.tenant_id = $1 AND account.id = $2 AND account.status = 'active'`,
      [tenantId, accountId],
    );
    return found && (!provenPassword || found.passwordHash === provenPassword.hash) ? found : null;
  }

  /** From here on the transaction is the person's own. */
  private async nameActor(accountId: string): Promise<void> {
    const { manager, tenantId } = TenantContext;
    await manager.query(
      `UPDATE account SET last_sign_in_at = now() WHERE tenant_id = $1 AND id = $2
       RETURNING set_config('app.audit_actor', jsonb_build_object('kind', 'account', 'id', id, 'name', display_name)::text, true)`,
      [tenantId, accountId],
    );
  }

  /** A password that is too old must be changed before anything else. */
  private async demandFreshPassword(accountId: string, account: AccountRow, policy: PasswordPolicy): Promise<void> {
    if (!isPasswordExpired(account.passwordChangedAt, policy, account.now)) return;
    const { manager, tenantId } = TenantContext;
    await manager.query(
      `UPDATE credential SET must_change_password = true
       WHERE tenant_id = $1 AND account_id = $2 AND NOT must_change_password`,
      [tenantId, accountId],
    );
  }
}
