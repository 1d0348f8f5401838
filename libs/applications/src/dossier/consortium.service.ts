import { Injectable } from '@nestjs/common';
import type { FieldFault } from '@shucu/kernel';
import { Organization } from '@shucu/organizations';
import { TenantContext } from '@shucu/tenancy';
import { In } from 'typeorm';
import { type Application, ApplicationMember } from '../application.entity.js';

/** Members that were named, or what is wrong with them. */
export interface NamedMembers {
  readonly organizationIds: readonly string[];
  readonly faults: readonly FieldFault[];
}

/** Who takes part in an application beside its lead (第五条). */
@Injectable()
export class ConsortiumService {
  /** Finds the members by their credit codes, which is how an applicant knows them. */
  async named(lead: Pick<Organization, 'id'>, creditCodes: readonly string[]): Promise<NamedMembers> {
    const { manager, tenantId } = TenantContext;
    const known = await manager.findBy(Organization, { tenantId, creditCode: In([...creditCodes]) });
    const idOf = (creditCode: string): string | undefined => known.find((one) => one.creditCode === creditCode)?.id;
    const faults = creditCodes.flatMap((creditCode, index): FieldFault[] => {
      const field = `members.${index}`;
      const id = idOf(creditCode);
      if (!id) return [unknownMember(field, creditCode)];
      if (id === lead.id) return [leadAsMember(field)];
      return creditCodes.indexOf(creditCode) === index ? [] : [repeatedMember(field)];
    });
    return { organizationIds: creditCodes.flatMap((creditCode) => idOf(creditCode) ?? []), faults };
  }

  /** Makes these, and no others, the members; the sign-offs of those who stay are kept. Gives those who are new. */
  async replace({ id, centerId }: Application, organizationIds: readonly string[]): Promise<string[]> {
    const { manager, tenantId } = TenantContext;
    const held = await manager.findBy(ApplicationMember, { tenantId, applicationId: id });
    const kept = held.map(({ organizationId }) => organizationId).filter((one) => organizationIds.includes(one));
    const added = organizationIds.filter((one) => !kept.includes(one));
    await manager.query(
      `DELETE FROM application_member WHERE tenant_id = $1 AND application_id = $2 AND organization_id <> ALL ($3::uuid[])`,
      [tenantId, id, organizationIds],
    );
    if (added.length > 0) {
      await manager.insert(
        ApplicationMember,
        added.map((organizationId) => ({ tenantId, applicationId: id, organizationId })),
      );
    }
    await this.mirror(centerId, organizationIds);
    return added;
  }

  /** The candidate center has the same members, so that nobody from a member judges it. */
  private async mirror(centerId: string, organizationIds: readonly string[]): Promise<void> {
    const { manager, tenantId } = TenantContext;
    await manager.query(
      'DELETE FROM center_member WHERE tenant_id = $1 AND center_id = $2 AND organization_id <> ALL ($3::uuid[])',
      [tenantId, centerId, organizationIds],
    );
    await manager.query(
      `INSERT INTO center_member (tenant_id, center_id, organization_id)
       SELECT $1, $2, unnest($3::uuid[]) ON CONFLICT DO NOTHING`,
      [tenantId, centerId, organizationIds],
    );
  }
}

const unknownMember = (field: string, creditCode: string): FieldFault => ({
  field,
  rule: 'exists',
  message: `没有登记统一社会信用代码为 ${creditCode} 的单位，请先由省级工信部门登记`,
  en: `No organization with the credit code ${creditCode} is registered`,
});

const leadAsMember = (field: string): FieldFault => ({
  field,
  rule: 'lead',
  message: '牵头单位不必列为成员单位',
  en: 'The lead is not a member as well',
});

const repeatedMember = (field: string): FieldFault => ({
  field,
  rule: 'unique',
  message: '成员单位重复',
  en: 'The same member twice',
});
