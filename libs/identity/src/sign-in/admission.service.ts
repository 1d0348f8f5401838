import { Injectable } from '@nestjs/common';
import { AuditService } from '@shucu/audit';
import { newId } from '@shucu/kernel';
import { currentTenant, TenantContext } from '@shucu/tenancy';
import { newSecretToken, readSecretToken } from '../credentials/secret-tokens.js';
import { SecurityPolicyService } from '../policy/security-policy.service.js';
import type { SignInMethod } from '../sessions/session.entity.js';
import { type ClientTrace, SessionsService } from '../sessions/sessions.service.js';

/** Somebody who has proven who they are. */
export interface Admission extends ClientTrace {
  readonly accountId: string;
  readonly method: SignInMethod;
  readonly secondFactor: boolean;
  /** The hash that the password was compared with: a password changed meanwhile proves nothing. */
  readonly provenPasswordHash: string | null;
  readonly deviceToken: string | undefined;
}

/** Tokens for the two cookies. */
export interface SignedIn {
  readonly sessionToken: string;
  readonly deviceToken: string;
}

/** Lets in who has proven to be somebody: the session begins, the browser is remembered, the audit log knows, in one transaction. */
@Injectable()
export class AdmissionService {
  constructor(
    private readonly sessions: SessionsService,
    private readonly policies: SecurityPolicyService,
    private readonly audit: AuditService,
  ) {}

  /** Nothing where the account was disabled or its password changed since the proof. */
  async admit(admission: Admission): Promise<SignedIn | null> {
    const { accountId, method, secondFactor, address, userAgent } = admission;
    if (!(await this.lockActive(admission))) return null;
    const { session, password } = await this.policies.current();
    if (method === 'password' && password.maxAgeDays) await this.expirePassword(accountId, password.maxAgeDays);
    const { id, token } = await this.sessions.begin({
      accountId,
      method,
      secondFactor,
      address,
      userAgent,
      ...session,
    });
    const deviceToken = await this.remember(accountId, admission.deviceToken);
    await this.audit.note({
      action: 'session.signIn',
      subject: 'session',
      subjectId: id,
      result: 'done',
      details: { accountId, method, secondFactor },
    });
    return { sessionToken: token, deviceToken };
  }

  private async lockActive({ accountId, method, provenPasswordHash }: Admission): Promise<boolean> {
    const { manager, tenantId } = TenantContext;
    const [found] = await manager.query<{ passwordHash: string | null }[]>(
      `SELECT password_hash AS "passwordHash",
         set_config('app.audit_actor', jsonb_build_object('kind', 'account', 'id', account.id, 'name', display_name)::text, true)
       FROM account LEFT JOIN credential ON credential.tenant_id = account.tenant_id AND credential.account_id = account.id
       WHERE account.tenant_id = $1 AND account.id = $2 AND account.status = 'active' FOR UPDATE OF account`,
      [tenantId, accountId],
    );
    if (!found || (method === 'password' && found.passwordHash !== provenPasswordHash)) return false;
    await manager.query('UPDATE account SET last_sign_in_at = now() WHERE tenant_id = $1 AND id = $2', [
      tenantId,
      accountId,
    ]);
    return true;
  }

  /** A password that is too old must be changed before anything else. */
  private async expirePassword(accountId: string, maxAgeDays: number): Promise<void> {
    const { manager, tenantId } = TenantContext;
    await manager.query(
      `UPDATE credential SET must_change_password = true WHERE tenant_id = $1 AND account_id = $2
         AND NOT must_change_password AND password_changed_at < now() - make_interval(days => $3)`,
      [tenantId, accountId, maxAgeDays],
    );
  }

  /** The browser's device token, or a new one where it has none of this account. */
  private async remember(accountId: string, deviceToken: string | undefined): Promise<string> {
    const { manager, tenantId } = TenantContext;
    const read = readSecretToken(deviceToken);
    const [, known] = await manager.query<[unknown, number]>(
      'UPDATE known_device SET last_used_at = now() WHERE tenant_id = $1 AND account_id = $2 AND token_hash = $3',
      [tenantId, accountId, read?.hash ?? ''],
    );
    if (deviceToken && known === 1) return deviceToken;
    const { token, hash } = newSecretToken((await currentTenant()).code);
    await manager.query('INSERT INTO known_device (tenant_id, id, account_id, token_hash) VALUES ($1, $2, $3, $4)', [
      tenantId,
      newId(),
      accountId,
      hash,
    ]);
    return token;
  }
}
