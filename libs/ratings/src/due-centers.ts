import { Center } from '@shucu/centers';
import { TenantContext } from '@shucu/tenancy';

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

/** Whether anything at all was recorded or declared for the year. */
export async function yearHasData(year: number): Promise<boolean> {
  const { manager, tenantId } = TenantContext;
  const [{ found }] = await manager.query<[{ found: boolean }]>(
    `SELECT EXISTS (SELECT 1 FROM service_record WHERE tenant_id = $1 AND year = $2)
         OR EXISTS (SELECT 1 FROM yearly_fact WHERE tenant_id = $1 AND year = $2)
         OR EXISTS (SELECT 1 FROM resource WHERE tenant_id = $1
                    AND acquired_on BETWEEN make_date($2, 1, 1) AND make_date($2, 12, 31)) AS found`,
    [tenantId, year],
  );
  return found;
}
