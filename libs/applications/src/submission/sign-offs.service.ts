import { Injectable } from '@nestjs/common';
import { AppError } from '@shucu/kernel';
import { NotificationsService } from '@shucu/notifications';
import { OrganizationsService } from '@shucu/organizations';
import { type Actor, conditionsOf } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import { WorkflowService } from '@shucu/workflow';
import type { Application } from '../application.entity.js';
import { APPLICATION_MACHINE } from '../application.machine.js';
import { MEMBER_SIGNED } from '../application-messages.js';
import { ApplicationsService } from '../applications.service.js';
import { APPLICATION_SUBJECT } from '../dossier/application-contents.service.js';
import { refuseUneditable } from '../dossier/dossiers.service.js';

/** Members sign off what they take part in (第五条). */
@Injectable()
export class SignOffsService {
  constructor(
    private readonly applications: ApplicationsService,
    private readonly organizations: OrganizationsService,
    private readonly workflow: WorkflowService,
    private readonly notifications: NotificationsService,
  ) {}

  /**
   * Signs off the content of this hash, and no other, for every member that the caller acts for. What is signed is named by its hash
   * and not by the row's version, so that two members do not get in each other's way. Throws `application.contentChanged`.
   */
  async sign(actor: Actor, id: string, dossierHash: string): Promise<Application> {
    await this.applications.reachable(actor, id, 'signOff');
    const application = await this.applications.lock(id);
    refuseUneditable(application);
    if (application.dossierHash !== dossierHash) throw new AppError('application.contentChanged');
    const organizationIds = await this.membersFor(actor, application);
    const { manager, tenantId } = TenantContext;
    await manager.query(
      `UPDATE application_member SET signed_by = $4, signed_at = statutory_now(), signed_hash = $5
       WHERE tenant_id = $1 AND application_id = $2 AND organization_id = ANY ($3::uuid[])`,
      [tenantId, id, organizationIds, actor.accountId, dossierHash],
    );
    await this.workflow.record(APPLICATION_MACHINE, {
      ...{ id, event: 'signOff', article: '第五条', actor },
      details: { organizationIds, dossierHash },
    });
    await this.tellLead(application, organizationIds);
    return this.applications.get(actor, id);
  }

  private async membersFor(actor: Actor, application: Application): Promise<string[]> {
    const own = conditionsOf(actor, 'signOff', 'Application').map(({ memberOrganizationId }) => memberOrganizationId);
    const members = await this.applications.membersOf(application);
    return members.map(({ organizationId }) => organizationId).filter((one) => own.includes(one));
  }

  private async tellLead(application: Application, organizationIds: readonly string[]): Promise<void> {
    const { id, name, dossierHash } = application;
    for (const member of await this.organizations.byIds(organizationIds)) {
      await this.notifications.send(
        MEMBER_SIGNED,
        { roles: this.applications.leadHolders(application) },
        {
          subject: { kind: APPLICATION_SUBJECT, id },
          key: `${id}:${member.id}:${dossierHash}`,
          params: { name, member: member.name },
        },
      );
    }
  }
}
