import { Injectable } from '@nestjs/common';
import { organizationPart } from '@shucu/centers';
import type { ApplicationFormData } from '@shucu/documents';
import { statutoryDateOf } from '@shucu/kernel';
import { OrganizationsService } from '@shucu/organizations';
import { TenantContext } from '@shucu/tenancy';
import type { Application } from '../application.entity.js';
import { ApplicationsService } from '../applications.service.js';

type SignOffPart = ApplicationFormData['signOffs'][number];

/** Who stands behind what was submitted, organization by organization, the lead first. */
@Injectable()
export class SignOffPartsService {
  constructor(
    private readonly applications: ApplicationsService,
    private readonly organizations: OrganizationsService,
  ) {}

  /** The lead signs by submitting; a member by its own sign-off. */
  async of(application: Application, lead: { by: string; on: string }): Promise<SignOffPart[]> {
    const members = await this.applications.membersOf(application);
    const organizations = new Map(
      (await this.organizations.byIds(members.map(({ organizationId }) => organizationId))).map((one) => [one.id, one]),
    );
    const names = await signerNames(application.id);
    return [
      {
        organization: organizationPart(await this.applications.leadOf(application)),
        ...{ isLead: true, signedBy: lead.by, signedOn: lead.on },
      },
      ...members.flatMap(({ organizationId, signedAt }) => {
        const organization = organizations.get(organizationId);
        if (!organization) return [];
        const signedOn = signedAt && statutoryDateOf(signedAt);
        const signedBy = names.get(organizationId) ?? null;
        return [{ organization: organizationPart(organization), isLead: false, signedBy, signedOn }];
      }),
    ];
  }
}

async function signerNames(applicationId: string): Promise<ReadonlyMap<string, string>> {
  const { manager, tenantId } = TenantContext;
  const rows = await manager.query<{ organizationId: string; name: string }[]>(
    `SELECT member.organization_id AS "organizationId", account.display_name AS name FROM application_member member
     JOIN account ON account.tenant_id = member.tenant_id AND account.id = member.signed_by
     WHERE member.tenant_id = $1 AND member.application_id = $2`,
    [tenantId, applicationId],
  );
  return new Map(rows.map(({ organizationId, name }) => [organizationId, name]));
}
