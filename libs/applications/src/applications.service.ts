import { Injectable } from '@nestjs/common';
import { AppError } from '@shucu/kernel';
import type { RoleHolders } from '@shucu/notifications';
import { type Organization, OrganizationsService } from '@shucu/organizations';
import { type ActionOf, type Actor, scopeRows } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import type { SelectQueryBuilder } from 'typeorm';
import { Application, ApplicationMember } from './application.entity.js';
import type { ApplicationState } from './application.machine.js';
import { APPLICATION_COLUMNS } from './application-columns.js';

export interface ApplicationPage {
  readonly after?: string | undefined;
  readonly limit: number;
  readonly roundId?: string | undefined;
  readonly state?: ApplicationState | undefined;
}

/** Finds applications, for whoever may; the base of every feature that moves them on. */
@Injectable()
export class ApplicationsService {
  constructor(private readonly organizations: OrganizationsService) {}

  /** Throws `resource.notFound` where the actor may not read it. */
  get(actor: Actor, id: string): Promise<Application> {
    return this.reachable(actor, id, 'read');
  }

  /** The application on which the actor may do the action; otherwise it is as if it did not exist. */
  async reachable(actor: Actor, id: string, action: ActionOf<'Application'>): Promise<Application> {
    const found = await this.scoped(actor, action).andWhere('application.id = :id', { id }).getOne();
    if (!found) throw new AppError('resource.notFound');
    return found;
  }

  /** The application as it is, whoever asks. Throws where there is none. */
  byId(id: string): Promise<Application> {
    const { manager, tenantId } = TenantContext;
    return manager.findOneByOrFail(Application, { tenantId, id });
  }

  /** The application under a lock until the transaction ends, whoever asks: for decisions about it. */
  lock(id: string): Promise<Application> {
    const { manager, tenantId } = TenantContext;
    return manager.findOneOrFail(Application, { where: { tenantId, id }, lock: { mode: 'pessimistic_write' } });
  }

  /** A page, newest first; `after` is the last id of the page before. */
  list(actor: Actor, { after, limit, roundId, state }: ApplicationPage): Promise<Application[]> {
    const query = this.scoped(actor, 'read').orderBy('application.id', 'DESC').limit(limit);
    if (after) query.andWhere('application.id < :after', { after });
    if (roundId) query.andWhere('application.round_id = :roundId', { roundId });
    if (state) query.andWhere('application.state = :state', { state });
    return query.getMany();
  }

  /** The organization that leads. */
  async leadOf({ id, leadOrganizationId }: Application): Promise<Organization> {
    const [lead] = await this.organizations.byIds([leadOrganizationId]);
    if (!lead) throw new Error(`Application ${id} has no lead organization`);
    return lead;
  }

  /** The members besides the lead, with their sign-offs. */
  membersOf({ id }: Pick<Application, 'id'>): Promise<ApplicationMember[]> {
    const { manager, tenantId } = TenantContext;
    return manager.find(ApplicationMember, {
      where: { tenantId, applicationId: id },
      order: { organizationId: 'ASC' },
    });
  }

  /** Who gets messages about it as its applicant: the operators of the lead. */
  leadHolders({ leadOrganizationId }: Application): RoleHolders[] {
    return [{ role: 'centerOperator', organizationId: leadOrganizationId }];
  }

  private scoped(actor: Actor, action: ActionOf<'Application'>): SelectQueryBuilder<Application> {
    const { manager, tenantId } = TenantContext;
    const query = manager
      .createQueryBuilder(Application, 'application')
      .where('application.tenant_id = :tenantId', { tenantId });
    return scopeRows(query, APPLICATION_COLUMNS, actor, action, 'Application');
  }
}
