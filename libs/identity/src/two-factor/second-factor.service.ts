import { Injectable } from '@nestjs/common';
import { TenantContext } from '@shucu/tenancy';
import { recoveryCodeHash, SecretBox, verifyTotp } from '../credentials/index.js';

interface FactorRow {
  readonly totpSecret: string | null;
  readonly totpLastStep: string | null;
}

/** Proves the second factor: a code of the authenticator or a recovery code, each good for once. */
@Injectable()
export class SecondFactorService {
  constructor(private readonly secrets: SecretBox) {}

  /**
   * Uses up the code that an account came with, in the open transaction and held against a second use at the same moment.
   * `none` where the account has no second factor.
   */
  async useUp(accountId: string, code: string | undefined): Promise<'none' | 'proven' | 'refused'> {
    const { manager, tenantId } = TenantContext;
    const [found] = await manager.query<FactorRow[]>(
      `SELECT CASE WHEN totp_confirmed_at IS NOT NULL THEN totp_secret END AS "totpSecret", totp_last_step AS "totpLastStep"
       FROM credential WHERE tenant_id = $1 AND account_id = $2 FOR UPDATE`,
      [tenantId, accountId],
    );
    if (!found?.totpSecret) return 'none';
    if (!code) return 'refused';
    const isRight = (await this.useTotp(accountId, found, code)) || (await this.useRecoveryCode(accountId, code));
    return isRight ? 'proven' : 'refused';
  }

  private async useTotp(accountId: string, { totpSecret, totpLastStep }: FactorRow, code: string): Promise<boolean> {
    const { manager, tenantId } = TenantContext;
    const secret = this.secrets.open(totpSecret ?? '', { kind: 'totp', tenantId, ownerId: accountId });
    const lastStep = totpLastStep === null ? null : Number(totpLastStep);
    const step = verifyTotp(secret, code, { lastStep, now: new Date() });
    if (step === null) return false;
    await manager.query('UPDATE credential SET totp_last_step = $3 WHERE tenant_id = $1 AND account_id = $2', [
      tenantId,
      accountId,
      step,
    ]);
    return true;
  }

  private async useRecoveryCode(accountId: string, code: string): Promise<boolean> {
    const hash = recoveryCodeHash(code);
    if (!hash) return false;
    const { manager, tenantId } = TenantContext;
    const [, used] = await manager.query<[unknown, number]>(
      `UPDATE recovery_code SET used_at = now() WHERE tenant_id = $1 AND account_id = $2 AND code_hash = $3 AND used_at IS NULL`,
      [tenantId, accountId, hash],
    );
    return used === 1;
  }
}
