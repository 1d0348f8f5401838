import { Injectable } from '@nestjs/common';
import { Center } from '@shucu/centers';
import { AppError, newId } from '@shucu/kernel';
import { TenantContext } from '@shucu/tenancy';
import { QueryFailedError } from 'typeorm';
import type { Application } from '../application.entity.js';

/** What of an application its candidate center shows. */
export type CandidateTraits = Pick<
  Application,
  'name' | 'category' | 'variant' | 'industry' | 'regionId' | 'leadOrganizationId'
>;

/** The center behind an application before it is announced: a candidate, which a lead takes into its next round. */
@Injectable()
export class CandidateCentersService {
  /**
   * The candidate of the lead that no application is under way for, which becomes what is applied for now, or a new one. One beside
   * another center of the same lead exists by exception (第八条). Throws `validation.failed` at `name` where another center has it.
   */
  async take(traits: CandidateTraits, createdBy: string): Promise<string> {
    const { manager, tenantId } = TenantContext;
    const { leadOrganizationId } = traits;
    const candidate = await idleCandidateOf(leadOrganizationId);
    if (candidate) {
      await this.rename(candidate.id, traits);
      return candidate.id;
    }
    const { name, category, variant, industry, regionId } = traits;
    const id = newId();
    await refuseTakenName(
      manager.query(
        `INSERT INTO center (tenant_id, id, name, category, variant, industry, region_id, lead_organization_id, status,
           created_by, by_exception)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'candidate', $9,
           EXISTS (SELECT 1 FROM center WHERE tenant_id = $1 AND lead_organization_id = $8 AND status IN ('candidate', 'active')))`,
        [tenantId, id, name, category, variant, industry, regionId, leadOrganizationId, createdBy],
      ),
    );
    return id;
  }

  /** Has the candidate show what the application says now. A center that is running already is not touched. */
  async rename(id: string, { name, category, variant, industry, regionId }: CandidateTraits): Promise<void> {
    const { manager, tenantId } = TenantContext;
    const shown = { name, category, variant, industry, regionId };
    await refuseTakenName(manager.update(Center, { tenantId, id, status: 'candidate' }, shown));
  }
}

function idleCandidateOf(leadOrganizationId: string): Promise<Center | null> {
  const { manager, tenantId } = TenantContext;
  return manager
    .createQueryBuilder(Center, 'center')
    .where('center.tenant_id = :tenantId AND center.lead_organization_id = :leadOrganizationId', {
      tenantId,
      leadOrganizationId,
    })
    .andWhere(`center.status = 'candidate'`)
    .andWhere(
      `NOT EXISTS (SELECT 1 FROM application live WHERE live.tenant_id = center.tenant_id AND live.center_id = center.id
         AND live.state NOT IN ('announced', 'rejected', 'notPassed', 'withdrawn'))`,
    )
    .orderBy('center.id', 'DESC')
    .getOne();
}

async function refuseTakenName<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (cause) {
    const constraint = cause instanceof QueryFailedError && (cause.driverError as { constraint?: string }).constraint;
    if (constraint !== 'center_tenant_id_name_key') throw cause;
    const fault = { field: 'name', rule: 'unique', message: '已有同名中心', en: 'Another center has this name' };
    throw new AppError('validation.failed', { count: 1 }, [fault], { cause });
  }
}
