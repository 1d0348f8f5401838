import { TenantContext } from '@shucu/tenancy';
import { Center } from './center.entity.js';

/** Active centers that are due in a year: from the year after their announcement (第十六条), in order of announcement. */
export function dueCenters(year: number): Promise<Center[]> {
  const { manager, tenantId } = TenantContext;
  return manager
    .createQueryBuilder(Center, 'center')
    .where('center.tenant_id = :tenantId', { tenantId })
    .andWhere(`center.status = 'active' AND center.announced_on < make_date(:year, 1, 1)`, { year })
    .orderBy('center.announced_on')
    .addOrderBy('center.id')
    .getMany();
}
