import { Inject, Injectable } from '@nestjs/common';
import { AppError } from '@shucu/kernel';
import { REFUSALS, type Refusals } from '@shucu/permissions';
import { TenancyService, TenantContext } from '@shucu/tenancy';
import { readSecretToken } from '../credentials/index.js';
import { PasswordsService } from '../passwords/passwords.service.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { forgetAllDevices, rememberDevice } from '../sign-in/known-devices.repository.js';
import type { LinkPurpose } from './access-links.service.js';

/** A link as its holder brings it: the tenant of the page, and the secret. */
export interface BroughtLink {
  readonly tenantCode: string;
  readonly token: string;
}

/** Whom a link is for, told to its holder alone. */
export interface LinkContents {
  readonly purpose: LinkPurpose;
  readonly login: string;
  readonly displayName: string;
  readonly expiresAt: Date;
}

interface LockedAccount {
  readonly accountId: string;
}

const invalid = (): AppError => new AppError('auth.linkInvalid');

/**
 * Invitations and resets as their holders use them: once, in time, and in the tenant that made them. Whatever is wrong with a
 * link, the refusal is the same, and it is kept in the audit log of the tenant that was named.
 */
@Injectable()
export class LinksService {
  constructor(
    private readonly tenancy: TenancyService,
    private readonly passwords: PasswordsService,
    private readonly sessions: SessionsService,
    @Inject(REFUSALS) private readonly refusals: Refusals,
  ) {}

  /** What a link is for; it stays as good as it was. Throws `auth.linkInvalid`. */
  inspect(link: BroughtLink): Promise<LinkContents> {
    return this.holding(link, async (hash) => {
      const { manager, tenantId } = TenantContext;
      const [found] = await manager.query<LinkContents[]>(
        `SELECT purpose, login, display_name AS "displayName", expires_at AS "expiresAt"
         FROM access_link link JOIN account ON account.tenant_id = link.tenant_id AND account.id = link.account_id
         WHERE link.tenant_id = $1 AND token_hash = $2 AND used_at IS NULL AND expires_at > now() AND status <> 'disabled'`,
        [tenantId, hash],
      );
      if (!found) throw invalid();
      return found;
    });
  }

  /**
   * Sets the password of the link's account, which is then active and signed out everywhere; a second factor stays. Where the
   * rules refuse the password the link stays usable. Gives the token of a device: whoever was given a link by an administrator need
   * not wait behind strangers to sign in. Throws `auth.linkInvalid`, and `validation.failed` with all faults.
   */
  accept(link: BroughtLink, password: string): Promise<string> {
    return this.use(link, ['invitation', 'reset'], async (accountId) => {
      await this.passwords.set(accountId, password, 'password');
      await forgetAllDevices(accountId);
      return rememberDevice(accountId, []);
    });
  }

  /**
   * Activates the account of an invitation by another way of signing in, which `establish` gives it in the same transaction; where
   * that throws the link stays usable. Throws `auth.linkInvalid`.
   */
  acceptBy(link: BroughtLink, establish: (accountId: string) => Promise<void>): Promise<void> {
    return this.use(link, ['invitation'], establish);
  }

  private use<T>(
    link: BroughtLink,
    purposes: readonly LinkPurpose[],
    establish: (accountId: string) => Promise<T>,
  ): Promise<T> {
    return this.holding(link, async (hash) => {
      const { accountId } = await this.lockAccount(hash, purposes);
      await this.useUp(hash);
      const established = await establish(accountId);
      const { manager, tenantId } = TenantContext;
      await manager.query(
        `UPDATE account SET status = 'active', version = version + 1, updated_at = now()
         WHERE tenant_id = $1 AND id = $2 AND status = 'invited'`,
        [tenantId, accountId],
      );
      await this.sessions.endAll(accountId, 'passwordChanged');
      return established;
    });
  }

  private async holding<T>({ tenantCode, token }: BroughtLink, work: (hash: string) => Promise<T>): Promise<T> {
    try {
      return await this.tenancy.transactionByCode(tenantCode, invalid, async () => {
        const read = readSecretToken(token);
        if (read?.tenantCode !== tenantCode) throw invalid();
        return work(read.hash);
      });
    } catch (error) {
      if (error instanceof AppError) await this.refusals.record(tenantCode, null, error);
      throw error;
    }
  }

  /** Before the link itself, as administration does, and named to the audit log as who acts. */
  private async lockAccount(hash: string, purposes: readonly LinkPurpose[]): Promise<LockedAccount> {
    const { manager, tenantId } = TenantContext;
    const [found] = await manager.query<LockedAccount[]>(
      `SELECT id AS "accountId",
         set_config('app.audit_actor', jsonb_build_object('kind', 'account', 'id', id, 'name', display_name)::text, true)
       FROM account WHERE tenant_id = $1 AND status <> 'disabled'
         AND id = (SELECT account_id FROM access_link WHERE tenant_id = $1 AND token_hash = $2 AND purpose = ANY ($3))
       FOR UPDATE`,
      [tenantId, hash, purposes],
    );
    if (!found) throw invalid();
    return found;
  }

  /** By the clock and not by the beginning of this transaction: the link may have been made void while it waited. */
  private async useUp(hash: string): Promise<void> {
    const { manager, tenantId } = TenantContext;
    const [, used] = await manager.query<[unknown, number]>(
      `UPDATE access_link SET used_at = now()
       WHERE tenant_id = $1 AND token_hash = $2 AND used_at IS NULL AND expires_at > clock_timestamp()`,
      [tenantId, hash],
    );
    if (used !== 1) throw invalid();
  }
}
