import { Injectable, Logger } from '@nestjs/common';
import { TenantContext } from '@shucu/tenancy';
import { lockAccount } from '../access/account-lock.js';
import { recoveryCodeHash, SecretBox, SecretBoxError, type SecretPlace, verifyTotp } from '../credentials/index.js';

interface FactorRow {
  readonly totpSecret: string | null;
  readonly totpLastStep: string | null;
}

/** Proves the second factor: a code of the authenticator or a recovery code, each good for once. */
@Injectable()
export class SecondFactorService {
  private readonly logger = new Logger(SecondFactorService.name);

  constructor(private readonly secrets: SecretBox) {}

  /**
   * Uses up the code that an account came with, in the open transaction and held against a second use at the same moment.
   * `none` where the account has no second factor.
   */
  async useUp(accountId: string, code: string | undefined): Promise<'none' | 'proven' | 'refused'> {
    await lockAccount(accountId);
    const { manager, tenantId } = TenantContext;
    const [found] = await manager.query<FactorRow[]>(
      `SELECT CASE WHEN totp_confirmed_at IS NOT NULL THEN totp_secret END AS "totpSecret", totp_last_step AS "totpLastStep"
       FROM credential WHERE tenant_id = $1 AND account_id = $2`,
      [tenantId, accountId],
    );
    if (!found?.totpSecret) return 'none';
    if (!code) return 'refused';
    const isRight =
      (await this.useTotp(accountId, found.totpSecret, found.totpLastStep, code)) ||
      (await this.useRecoveryCode(accountId, code));
    return isRight ? 'proven' : 'refused';
  }

  private async useTotp(accountId: string, sealed: string, lastStep: string | null, code: string): Promise<boolean> {
    const { manager, tenantId } = TenantContext;
    const place: SecretPlace = { kind: 'totp', tenantId, ownerId: accountId };
    const secret = this.open(sealed, place);
    if (secret === null) return false;
    const used = { lastStep: lastStep === null ? null : Number(lastStep), now: new Date() };
    const step = verifyTotp(secret, code, used);
    if (step === null) return false;
    // Here old keys go out of use.
    const kept = this.secrets.isOfOldKey(sealed) ? this.secrets.seal(secret, place) : sealed;
    await manager.query(
      'UPDATE credential SET totp_last_step = $3, totp_secret = $4 WHERE tenant_id = $1 AND account_id = $2',
      [tenantId, accountId, step, kept],
    );
    return true;
  }

  /** Nothing where the key is lost: the operator is told, the person signs in by a recovery code. */
  private open(sealed: string, place: SecretPlace): string | null {
    try {
      return this.secrets.open(sealed, place);
    } catch (err) {
      if (!(err instanceof SecretBoxError)) throw err;
      this.logger.error({ err, tenantId: place.tenantId, accountId: place.ownerId }, 'A second factor cannot be read');
      return null;
    }
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
