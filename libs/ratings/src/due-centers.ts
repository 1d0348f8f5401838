import { TenantContext } from '@shucu/tenancy';

export { dueCenters } from '@shucu/centers';

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
