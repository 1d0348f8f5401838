import { creditCodeOf } from '../enterprises/legal-person.js';
import { INDUSTRY_CODES, industryByCode } from '../industries/industries.js';
import type { ProvinceDefinition } from '../provinces/province.types.js';

/** A partner that is no company: it has a credit code where it is a legal person of its own. */
export interface Institution {
  readonly name: string;
  readonly creditCode: string | null;
}

type ResearcherKind = 'university' | 'researchInstitute';
type Researcher = readonly [name: string, division: string];

const ELSEWHERE: Readonly<Record<ResearcherKind, readonly Researcher[]>> = {
  university: [
    ['关中理工大学', '610113'],
    ['长安信息工程大学', '610116'],
    ['西北装备工程大学', '610113'],
    ['江淮工业大学', '340104'],
    ['燕山信息科技大学', '130302'],
  ],
  researchInstitute: [
    ['西部自动化研究所', '610113'],
    ['中原工业控制研究院', '410105'],
    ['长江数字技术研究院', '420111'],
    ['渤海智能装备研究院', '120116'],
  ],
};

/** Names of the universities that centers of the province work with. */
export function universitiesOf(province: ProvinceDefinition): readonly string[] {
  return researchersOf(province, 'university').map(([name]) => name);
}

/** Whom centers of the province can have as a partner of this kind. Throws for a kind whose partners are companies. */
export function institutionsOf(province: ProvinceDefinition, partnerKind: string): readonly Institution[] {
  const { shortName, regions } = province;
  const industries = INDUSTRY_CODES.map((code) => industryByCode(code).name);
  switch (partnerKind) {
    case 'university':
    case 'researchInstitute':
      return researchersOf(province, partnerKind).map(([name, division]) => ({
        name,
        creditCode: creditCodeOf(partnerKind, name, division),
      }));
    case 'provincialLab':
      return industries.map((industry) => part(`${province.name}${industry}智能制造重点实验室`));
    case 'technologyCenter':
      return industries.map((industry) => part(`${province.name}${industry}工业互联网技术中心`));
    case 'association':
      return industries.map((industry) => part(`${shortName}${industry}行业协会`));
    case 'park':
      return regions.map(({ shortName: place }) => part(`${place}循环经济产业园`));
    case 'bank':
      return regions.flatMap(({ shortName: place }) => [part(`丝路银行${place}分行`), part(`${place}惠商村镇银行`)]);
    case 'industryFund':
      return ['智能制造', '数字经济', '绿色转型'].map((theme) => part(`${shortName}${theme}产业投资基金`));
    case 'otherFinance':
      return ['融资担保', '融资租赁', '小额贷款'].map((business) => part(`${shortName}工信${business}有限公司`));
    default:
      throw new RangeError(`no institutions for ${partnerKind}`);
  }
}

/** Those of the province lead or join a center; the employers of experts are left out, they must not be partners of whom they judge. */
function researchersOf({ organizations, people }: ProvinceDefinition, kind: ResearcherKind): Researcher[] {
  const employers = people.experts.map(({ organization }) => organization);
  const own = organizations.filter((one) => one.kind === kind && !employers.includes(one.key));
  return [...own.map(({ name, division }): Researcher => [name, division]), ...ELSEWHERE[kind]];
}

function part(name: string): Institution {
  return { name, creditCode: null };
}
