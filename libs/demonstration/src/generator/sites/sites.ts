import { enterprisesOf } from '../enterprises/enterprise-pool.js';
import { suppliersOf } from '../enterprises/supplier-pool.js';
import { normsOf } from '../norms/norms.js';
import type { ProvinceDefinition } from '../provinces/province.types.js';
import { tenantIds } from '../tenant/ids.js';
import type { CenterSite } from './center-site.js';

/** The centers of a province with everything that their records depend on. */
export function sitesOf(province: ProvinceDefinition, seed: string): CenterSite[] {
  const enterprises = enterprisesOf(province, seed);
  const suppliers = suppliersOf(province, seed);
  const ids = tenantIds(province.code);
  return province.centers.map((definition) => {
    const home = province.regions.find(({ key }) => key === definition.region);
    if (!home) throw new RangeError(`${definition.key} is in no region of ${province.code}`);
    return {
      seed,
      province,
      home,
      definition,
      norms: normsOf(definition),
      tenantId: ids.tenantId,
      centerId: ids.center(definition.key),
      operatorId: ids.account('centerOperator', definition.lead),
      enterprises,
      suppliers,
    };
  });
}
