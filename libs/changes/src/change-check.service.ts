import { Injectable } from '@nestjs/common';
import { type Center, CentersService } from '@shucu/centers';
import { AppError } from '@shucu/kernel';
import { OrganizationsService } from '@shucu/organizations';
import { statutoryToday, TenantContext } from '@shucu/tenancy';
import { changeFaults } from './change-faults.js';
import type { ChangeKind, ChangeReport } from './change-report.entity.js';

/** Holds what is reported against the kind of change and against the register. */
@Injectable()
export class ChangeCheck {
  constructor(
    private readonly centers: CentersService,
    private readonly organizations: OrganizationsService,
  ) {}

  /** Throws `validation.failed` field by field, and `change.future` for what has not happened yet. */
  async refuseFaulty(
    center: Center,
    kind: ChangeKind,
    { content, effectiveOn }: Pick<ChangeReport, 'content' | 'effectiveOn'>,
  ): Promise<void> {
    const faults = changeFaults(kind, content);
    const { lead, members } = await this.centers.withOrganizations(center);
    const { organizationId, region } = content;
    if (organizationId && ![lead, ...members].some(({ id }) => id === organizationId)) {
      const message = '不是该中心的牵头单位或联合体成员单位';
      faults.push({ field: 'content.organizationId', rule: 'exists', message });
    }
    if (faults.length > 0) throw new AppError('validation.failed', { count: faults.length }, faults);
    if (region) await this.organizations.regionNamed(region);
    if (effectiveOn > (await statutoryToday(TenantContext.manager))) {
      throw new AppError('change.future', { effectiveOn });
    }
  }
}
