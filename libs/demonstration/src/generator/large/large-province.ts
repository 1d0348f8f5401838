import { RECORDED_YEARS } from '../demonstration-years.js';
import { INDUSTRY_CODES, industryByCode } from '../industries/industries.js';
import { HOUSE_NAMES } from '../names/house-names.js';
import { GANSU } from '../provinces/gansu.province.js';
import type {
  CenterDefinition,
  OrganizationDefinition,
  ProvinceDefinition,
  RegionDefinition,
} from '../provinces/province.types.js';

/** Category, variant and words of the name of the kinds of center, in turn: as many industry centers as all the others. */
const KINDS = [
  ['comprehensive', null, '综合类'],
  ['industry', null, '行业类'],
  ['functional', 'innovation', '技术创新功能类'],
  ['industry', null, '行业类'],
  ['functional', 'incubation', '产业孵化功能类'],
  ['industry', null, '行业类'],
  ['functional', 'talent', '人才培育功能类'],
  ['industry', null, '行业类'],
  ['functional', 'sme', '中小企业服务功能类'],
  ['industry', null, '行业类'],
] as const;
/** Industries with enough enterprises for an industry center. */
const INDUSTRIES = INDUSTRY_CODES.filter((code) => (GANSU.aboveScaleEnterprises[code] ?? 0) >= 40);
/** Levels of the centers, in turn. */
const LEVELS = [0.96, 0.84, 0.74, 0.66, 0.88, 0.5, 0.79];

/** A province of Gansu's shape with any number of centers, all announced before the first evaluated year. */
export function largeProvince(centers: number): ProvinceDefinition {
  const leads = Array.from({ length: centers }, (_, index) => leadOf(index));
  return {
    ...GANSU,
    code: 'large',
    name: '压测省',
    department: '压测省工业和信息化厅',
    documentPrefix: '压工信发',
    ruleSet: { ...GANSU.ruleSet, documentNumber: '压工信发〔2024〕1号' },
    organizations: [...leads, ...expertEmployers()],
    centers: leads.map(centerOf),
  };
}

function leadOf(index: number): OrganizationDefinition {
  const region = regionOf(index);
  const house = HOUSE_NAMES[index % HOUSE_NAMES.length] ?? '';
  return {
    key: `lead-${index}`,
    name: `${region.shortName}${house}数字化服务第${index + 1}有限公司`,
    kind: 'enterprise',
    ownership: 'local',
    region: region.key,
    division: region.counties[0]?.code ?? region.recordedAs,
  };
}

function centerOf({ key, region }: OrganizationDefinition, index: number): CenterDefinition {
  const [category, variant, kind] = KINDS[index % KINDS.length] ?? KINDS[0];
  const industry = category === 'industry' ? (INDUSTRIES[index % INDUSTRIES.length] ?? 'C26') : null;
  const subject = industry ? `${industryByCode(industry).name}行业` : kind;
  return {
    key: `center-${index}`,
    name: `压测省（${regionOf(index).shortName}）${subject}工业互联网数字化转型促进中心（${index + 1}）`,
    category,
    variant,
    industry,
    region,
    lead: key,
    members: [],
    announcedOn: '2022-12-02',
    field: 'platform',
    years: Object.fromEntries(
      RECORDED_YEARS.map((year) => [year, { base: LEVELS[(index + year) % LEVELS.length] ?? 0.7 }]),
    ),
  };
}

function regionOf(index: number): RegionDefinition {
  const region = GANSU.regions[index % GANSU.regions.length];
  if (!region) throw new RangeError('Gansu has no regions');
  return region;
}

function expertEmployers(): OrganizationDefinition[] {
  const employers = GANSU.people.experts.map(({ organization }) => organization);
  return GANSU.organizations.filter(({ key }) => employers.includes(key));
}
