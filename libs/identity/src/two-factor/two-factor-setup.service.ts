import { Injectable } from '@nestjs/common';
import { AppError, newId } from '@shucu/kernel';
import type { Actor } from '@shucu/permissions';
import { currentTenant, TenantContext } from '@shucu/tenancy';
import { lockAccount } from '../access/account-lock.js';
import { ensureCredential } from '../access/credential.repository.js';
import { ProofThrottle } from '../access/proof-throttle.js';
import { sessionOf } from '../access/session-needed.js';
import {
  type NewTotp,
  newRecoveryCodes,
  newTotp,
  recoveryCodeHash,
  SecretBox,
  verifyTotp,
} from '../credentials/index.js';
import { PasswordProof } from '../passwords/password-proof.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { removeSecondFactor } from './second-factor.repository.js';
import { SecondFactorService } from './second-factor.service.js';

/** Sets up, renews and takes away a person's own second factor (等保三级: two factors). */
@Injectable()
export class TwoFactorSetupService {
  constructor(
    private readonly secrets: SecretBox,
    private readonly proof: PasswordProof,
    private readonly throttle: ProofThrottle,
    private readonly secondFactor: SecondFactorService,
    private readonly sessions: SessionsService,
  ) {}

  /** Whether the factor is set up, and how many recovery codes are left. */
  async state({ accountId }: Actor): Promise<{ isSetUp: boolean; recoveryCodesLeft: number }> {
    const { manager, tenantId } = TenantContext;
    const [row] = await manager.query<[{ isSetUp: boolean; recoveryCodesLeft: number }]>(
      `SELECT EXISTS (SELECT 1 FROM credential WHERE tenant_id = $1 AND account_id = $2 AND totp_confirmed_at IS NOT NULL) AS "isSetUp",
         (SELECT count(*)::int FROM recovery_code WHERE tenant_id = $1 AND account_id = $2 AND used_at IS NULL) AS "recoveryCodesLeft"`,
      [tenantId, accountId],
    );
    return row;
  }

  /** A secret for the authenticator; it counts from its confirmation on. Refused where a factor is set up already. */
  async begin(actor: Actor, password: string): Promise<NewTotp> {
    sessionOf(actor);
    const { accountId } = actor;
    await this.proof.requireAnew(actor, password);
    await ensureCredential(accountId);
    const { manager, tenantId } = TenantContext;
    const { department } = await currentTenant();
    const [{ login }] = await manager.query<[{ login: string }]>(
      'SELECT login FROM account WHERE tenant_id = $1 AND id = $2',
      [tenantId, accountId],
    );
    const totp = newTotp({ issuer: department, login });
    const sealed = this.secrets.seal(totp.secret, { kind: 'totp', tenantId, ownerId: accountId });
    const [, changed] = await manager.query<[unknown, number]>(
      `UPDATE credential SET totp_secret = $3, totp_last_step = NULL
       WHERE tenant_id = $1 AND account_id = $2 AND totp_confirmed_at IS NULL`,
      [tenantId, accountId, sealed],
    );
    if (changed !== 1) throw new AppError('auth.twoFactorSetUp');
    return totp;
  }

  /**
   * The first right code sets the factor up. Gives the recovery codes, which are shown this once. Throws `auth.codeRefused`,
   * `auth.twoFactorNotBegun` and `auth.throttled`.
   */
  async confirm(actor: Actor, code: string): Promise<string[]> {
    const { accountId } = actor;
    const kept = sessionOf(actor);
    await this.throttle.require(accountId, 'auth.codeRefused', () => this.useFirstCode(accountId, code));
    // Whoever signed in without the factor elsewhere must come again with it.
    await this.sessions.endAll(accountId, 'secondFactorChanged', kept);
    return this.replaceRecoveryCodes(accountId);
  }

  /** New recovery codes; the ones before are void. */
  async renewRecoveryCodes(actor: Actor, code: string): Promise<string[]> {
    sessionOf(actor);
    await this.require(actor.accountId, code);
    return this.replaceRecoveryCodes(actor.accountId);
  }

  /** Takes the own factor away, by one of its codes; the session it is done in stays. */
  async remove(actor: Actor, code: string): Promise<void> {
    const { accountId } = actor;
    const kept = sessionOf(actor);
    await this.require(accountId, code);
    await this.reset(accountId);
    await this.sessions.endAll(accountId, 'secondFactorChanged', kept);
  }

  /** Takes away the factor of somebody who has lost it; the caller has the right to. */
  reset(accountId: string): Promise<void> {
    return removeSecondFactor(accountId);
  }

  private async useFirstCode(accountId: string, code: string): Promise<boolean> {
    await lockAccount(accountId);
    const { manager, tenantId } = TenantContext;
    const [found] = await manager.query<{ totpSecret: string }[]>(
      `SELECT totp_secret AS "totpSecret" FROM credential
       WHERE tenant_id = $1 AND account_id = $2 AND totp_secret IS NOT NULL AND totp_confirmed_at IS NULL`,
      [tenantId, accountId],
    );
    if (!found) throw new AppError('auth.twoFactorNotBegun');
    const secret = this.secrets.open(found.totpSecret, { kind: 'totp', tenantId, ownerId: accountId });
    const step = verifyTotp(secret, code, { lastStep: null, now: new Date() });
    if (step === null) return false;
    await manager.query(
      'UPDATE credential SET totp_confirmed_at = now(), totp_last_step = $3 WHERE tenant_id = $1 AND account_id = $2',
      [tenantId, accountId, step],
    );
    return true;
  }

  private async require(accountId: string, code: string): Promise<void> {
    await this.throttle.require(accountId, 'auth.codeRefused', async () => {
      const outcome = await this.secondFactor.useUp(accountId, code);
      if (outcome === 'none') throw new AppError('auth.twoFactorNotBegun');
      return outcome === 'proven';
    });
  }

  private async replaceRecoveryCodes(accountId: string): Promise<string[]> {
    const { manager, tenantId } = TenantContext;
    const codes = newRecoveryCodes();
    await manager.query('DELETE FROM recovery_code WHERE tenant_id = $1 AND account_id = $2', [tenantId, accountId]);
    await manager.query(
      `INSERT INTO recovery_code (tenant_id, id, account_id, code_hash)
       SELECT $1, id, $2, code_hash FROM unnest($3::uuid[], $4::text[]) AS code (id, code_hash)`,
      [tenantId, accountId, codes.map(() => newId()), codes.map(recoveryCodeHash)],
    );
    return codes;
  }
}
