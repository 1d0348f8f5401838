import { Injectable } from '@nestjs/common';
import { AppError } from '@shucu/kernel';
import type { Actor } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import { lockAccount } from '../access/account-lock.js';
import { type BroughtLink, LinksService } from '../links/links.service.js';
import { PasswordProof } from '../passwords/password-proof.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { type ExternalIdentityView, findIdentities, insertIdentity, useOnce } from './external-identity.repository.js';
import { OidcDoorsService } from './oidc-doors.service.js';

/** An identity as the browser brings it: by which provider, and what was proven there. */
export interface BroughtIdentity {
  readonly slug: string;
  readonly proofCookie: string | undefined;
}

/** Which identities at providers belong to which account: said by the person alone, signed in or invited, and never guessed. */
@Injectable()
export class ExternalIdentitiesService {
  constructor(
    private readonly doors: OidcDoorsService,
    private readonly links: LinksService,
    private readonly password: PasswordProof,
    private readonly sessions: SessionsService,
  ) {}

  listOwn({ accountId }: Actor): Promise<ExternalIdentityView[]> {
    return findIdentities(accountId);
  }

  /**
   * Links what was just proven to the own account, by the password. Throws `auth.sessionNeeded` for a token, `auth.passwordRefused`,
   * `externalIdentity.unproven` and `externalIdentity.taken`.
   */
  async linkOwn(actor: Actor, identity: BroughtIdentity, password: string): Promise<void> {
    if (actor.sessionId === null) throw new AppError('auth.sessionNeeded');
    await this.password.requireAnew(actor, password);
    await this.link(actor.accountId, identity);
  }

  /**
   * Accepts an invitation by what was just proven in place of a password; the account is then active. Throws `auth.linkInvalid`,
   * `externalIdentity.unproven` and `externalIdentity.taken`, after which the link is as good as before.
   */
  acceptInvitation(link: BroughtLink, identity: BroughtIdentity): Promise<void> {
    return this.links.acceptBy(link, (accountId) => this.link(accountId, identity));
  }

  /** Takes an own identity away. Throws `resource.notFound`, and `externalIdentity.last` where it is the only way to sign in. */
  async unlinkOwn({ accountId, sessionId }: Actor, id: string): Promise<void> {
    // Two at once must not each take the other for the way that is left.
    await lockAccount(accountId);
    const { manager, tenantId } = TenantContext;
    const [{ isOwn, isLast }] = await manager.query<[{ isOwn: boolean; isLast: boolean }]>(
      `SELECT EXISTS (SELECT 1 FROM external_identity WHERE tenant_id = $1 AND account_id = $2 AND id = $3) AS "isOwn",
         NOT EXISTS (SELECT 1 FROM external_identity WHERE tenant_id = $1 AND account_id = $2 AND id <> $3)
         AND NOT EXISTS (SELECT 1 FROM credential
           WHERE tenant_id = $1 AND account_id = $2 AND password_hash IS NOT NULL) AS "isLast"`,
      [tenantId, accountId, id],
    );
    if (!isOwn) throw new AppError('resource.notFound');
    if (isLast) throw new AppError('externalIdentity.last');
    await manager.query('DELETE FROM external_identity WHERE tenant_id = $1 AND id = $2', [tenantId, id]);
    // Whoever signed in by it elsewhere must come again by another way.
    await this.sessions.endAll(accountId, 'accountChanged', sessionId);
  }

  private async link(accountId: string, { slug, proofCookie }: BroughtIdentity): Promise<void> {
    const door = await this.doors.open(slug);
    const proof = door?.readProof(proofCookie);
    if (!door || !proof || !(await useOnce(proof.id))) throw new AppError('externalIdentity.unproven');
    if (!(await insertIdentity(accountId, door.providerId, proof))) throw new AppError('externalIdentity.taken');
  }
}
