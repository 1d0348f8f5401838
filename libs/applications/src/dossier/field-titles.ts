import { type CategoryPlugin, SERVICE_AREAS, type ServiceArea } from '@shucu/plugin-sdk';
import { claimableValues, factTitle } from './claimable-values.js';
import { evidencePlaces } from './evidence-places.js';

/** A name in both languages. */
interface Title {
  readonly zh: string;
  readonly en: string;
}

/** What the fields of an application are called, by their paths. */
export const FIELD_TITLES: Readonly<Record<string, Title>> = {
  name: { zh: '中心名称', en: 'Name of the center' },
  category: { zh: '类别', en: 'Category' },
  variant: { zh: '类型', en: 'Variant' },
  industry: { zh: '所属行业', en: 'Industry' },
  route: { zh: '申报途径', en: 'Route' },
  memberIds: { zh: '联合体成员单位', en: 'Members of the consortium' },
  'plan.foundation': { zh: '建设方案·建设基础', en: 'Plan: foundation' },
  'plan.positioning': { zh: '建设方案·功能定位', en: 'Plan: positioning' },
  'plan.services': { zh: '建设方案·服务内容', en: 'Plan: services' },
  'plan.goals': { zh: '建设方案·建设目标', en: 'Plan: goals' },
  'plan.schedule': { zh: '建设方案·进度安排', en: 'Plan: schedule' },
  'plan.guarantees': { zh: '建设方案·保障措施', en: 'Plan: guarantees' },
  'form.legalRepresentative': { zh: '申报书·法定代表人', en: 'Form: legal representative' },
  'form.contactName': { zh: '申报书·联系人', en: 'Form: contact' },
  'form.contactPosition': { zh: '申报书·联系人职务', en: 'Form: position of the contact' },
  'form.contactPhone': { zh: '申报书·联系电话', en: 'Form: telephone' },
  'form.contactEmail': { zh: '申报书·电子邮箱', en: 'Form: e-mail' },
  'form.address': { zh: '申报书·通讯地址', en: 'Form: address' },
  'form.foundedOn': { zh: '申报书·单位成立日期', en: 'Form: founded on' },
  'form.employees': { zh: '申报书·职工人数', en: 'Form: employees' },
  'form.investment': { zh: '申报书·建设总投资（万元）', en: 'Form: investment (10,000 yuan)' },
  'form.ownFunds': { zh: '申报书·自筹资金（万元）', en: 'Form: own funds (10,000 yuan)' },
  'form.summary': { zh: '申报书·概述', en: 'Form: summary' },
  'consortium.signedOn': { zh: '合作协议·签订日期', en: 'Consortium: signed on' },
  'consortium.division': { zh: '合作协议·任务分工', en: 'Consortium: who does what' },
};

/** What the field at a path is called: its own title, that of the category for figures and evidence, else the path. */
export function fieldTitle(plugin: CategoryPlugin, variant: string | null, path: string): Title {
  const [section = '', ...rest] = path.split('.');
  const key = rest.join('.');
  const own = FIELD_TITLES[path] ?? FIELD_TITLES[`${section}.${rest[0]}`];
  if (section === 'plan' && rest[0] === 'services' && rest[1]) return serviceTitle(rest[1] as ServiceArea);
  if (own) return own;
  switch (section) {
    case 'claimed': {
      const title = claimableValues(plugin, variant).find(({ measure }) => measure === key)?.title ?? key;
      return { zh: `自报数据·${title}`, en: `Stated value: ${title}` };
    }
    case 'facts':
      return { zh: `填报数据·${factTitle(plugin, key)}`, en: `Declared figure: ${factTitle(plugin, key)}` };
    case 'evidence': {
      const title = evidencePlaces(plugin, variant).get(key) ?? key;
      return { zh: `证明材料·${title}`, en: `Evidence: ${title}` };
    }
    default:
      return { zh: path, en: path };
  }
}

function serviceTitle(area: ServiceArea): Title {
  const title = SERVICE_AREAS[area];
  return { zh: `建设方案·服务内容·${title['zh-CN']}`, en: `Plan: services, ${title.en}` };
}
