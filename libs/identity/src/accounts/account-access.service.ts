import { Injectable } from '@nestjs/common';
import { AppError } from '@shucu/kernel';
import type { Actor } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import { ApiTokensService } from '../api-tokens/api-tokens.service.js';
import { AccessLinksService, type IssuedLink } from '../links/access-links.service.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { TwoFactorSetupService } from '../two-factor/two-factor-setup.service.js';
import { AccountDirectory } from './account-directory.service.js';
import type { AccountView } from './account-view.js';
import { lockOther } from './administration.js';

/**
 * Lets others in and keeps them out. Sessions and tokens are rows that every request looks up, so what is taken away here is
 * gone with the next request, in every process.
 */
@Injectable()
export class AccountAccessService {
  constructor(
    private readonly directory: AccountDirectory,
    private readonly sessions: SessionsService,
    private readonly tokens: ApiTokensService,
    private readonly links: AccessLinksService,
    private readonly twoFactor: TwoFactorSetupService,
  ) {}

  /** Ends everything by which the person could come in: the account itself, sessions, tokens, and links on their way. */
  async disable(actor: Actor, id: string): Promise<AccountView> {
    const { status } = await lockOther(actor, id);
    if (status !== 'disabled') await this.setStatus(id, `'disabled'`);
    await this.sessions.endAll(id, 'accountChanged');
    await this.tokens.revokeAll(id);
    await this.links.voidUnused(id);
    return this.directory.get(actor, id);
  }

  /** The person may sign in again with what they had; one who had nothing yet is to be invited again. */
  async enable(actor: Actor, id: string): Promise<AccountView> {
    const { status } = await lockOther(actor, id);
    if (status === 'disabled') {
      await this.setStatus(
        id,
        `CASE WHEN EXISTS (SELECT 1 FROM credential WHERE tenant_id = $1 AND account_id = $2 AND password_hash IS NOT NULL)
           OR EXISTS (SELECT 1 FROM external_identity WHERE tenant_id = $1 AND account_id = $2) THEN 'active' ELSE 'invited' END`,
      );
    }
    return this.directory.get(actor, id);
  }

  /** Signs a person out everywhere. Gives how many sessions there were. */
  async endSessions(actor: Actor, id: string): Promise<number> {
    await lockOther(actor, id);
    return this.sessions.endAll(id, 'endedByAdministrator');
  }

  /** A new link to set a password by, shown this once; those before are void, and a password in use stays until then. */
  async issueLink(actor: Actor, id: string): Promise<IssuedLink> {
    const { status } = await lockOther(actor, id);
    if (status === 'disabled') throw new AppError('account.disabled');
    return this.links.issue(actor, id, status === 'invited' ? 'invitation' : 'reset');
  }

  /** Takes away the second factor of somebody who has lost it, and whoever is signed in with it is signed out. */
  async resetSecondFactor(actor: Actor, id: string): Promise<void> {
    await lockOther(actor, id);
    await this.twoFactor.reset(id);
    await this.sessions.endAll(id, 'accountChanged');
  }

  private async setStatus(id: string, status: string): Promise<void> {
    const { manager, tenantId } = TenantContext;
    await manager.query(
      `UPDATE account SET status = ${status}, version = version + 1, updated_at = now() WHERE tenant_id = $1 AND id = $2`,
      [tenantId, id],
    );
  }
}
