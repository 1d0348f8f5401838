import { RECORDED_YEARS } from '../demonstration-years.js';
import { aboveScaleIn } from '../enterprises/above-scale.js';
import type { ProvinceDefinition } from '../provinces/province.types.js';
import type { ReferenceFigureRow } from '../rows.types.js';
import { tenantIds } from './ids.js';

/** The number of enterprises above designated size, by industry and year. */
export function referenceFiguresOf({
  code,
  name,
  aboveScaleEnterprises,
  people,
}: ProvinceDefinition): ReferenceFigureRow[] {
  const ids = tenantIds(code);
  return RECORDED_YEARS.flatMap((year) =>
    Object.keys(aboveScaleEnterprises).map((industry) => ({
      tenantId: ids.tenantId,
      name: 'aboveScaleEnterprises',
      industry,
      year,
      value: String(aboveScaleIn(aboveScaleEnterprises, industry, year)),
      source: `${name}规模以上工业企业名录（${year}年，演示数据）`,
      createdBy: ids.account('provinceOfficer', people.officers[0] ?? people.administrator),
    })),
  );
}
