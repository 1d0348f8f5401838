import { type CategoryPlugin, indicatorTable, SERVICE_AREAS, type ServiceArea } from '@shucu/plugin-sdk';
import type { ApplicationContent } from '../dossier/application-content.js';
import { type ClaimableValue, claimableValues } from '../dossier/claimable-values.js';
import { AGREEMENT_PLACE, indicatorPlace } from '../dossier/evidence-places.js';
import { FIELD_TITLES } from '../dossier/field-titles.js';
import { claimFaults, declaredFaults } from '../dossier/value-faults.js';
import { type CheckFault, missing } from './check.types.js';

const REQUIRED = {
  plan: ['foundation', 'positioning', 'goals', 'schedule', 'guarantees'],
  form: ['legalRepresentative', 'contactName', 'contactPhone', 'address', 'investment'],
} as const;

/** Everything that a content lacks, or has wrong, before it can be submitted (第五条、第六条、第十条); each fault at its field. */
export function completenessFaults(plugin: CategoryPlugin, content: ApplicationContent): CheckFault[] {
  return [
    ...sectionFaults(content),
    ...serviceFaults(plugin, content),
    ...consortiumFaults(content),
    ...valueFaults(plugin, content),
  ];
}

/** What a person should look at, though it keeps nobody from submitting: stated figures that nothing bears out. */
export function evidenceHints(plugin: CategoryPlugin, { variant, evidence }: ApplicationContent): CheckFault[] {
  return indicatorTable(plugin, variant)
    .filter(({ indicator }) => !evidence[indicatorPlace(indicator.id)]?.length)
    .map(({ indicator }) => ({
      field: `evidence.${indicatorPlace(indicator.id)}`,
      rule: 'unproven',
      message: `“${indicator.title}”尚无证明材料`,
      en: `No evidence for "${indicator.title}"`,
      article: '第十条',
    }));
}

function sectionFaults({ dossier }: ApplicationContent): CheckFault[] {
  return (Object.keys(REQUIRED) as (keyof typeof REQUIRED)[]).flatMap((section) => {
    const written: Readonly<Record<string, unknown>> = { ...dossier[section] };
    return REQUIRED[section].filter((field) => isEmpty(written[field])).map((field) => required(`${section}.${field}`));
  });
}

/** 第六条: a comprehensive center covers all of 第二条; every other one at least something. */
function serviceFaults({ requiredServiceAreas }: CategoryPlugin, { dossier }: ApplicationContent): CheckFault[] {
  const services = dossier.plan?.services ?? {};
  const covered = Object.keys(SERVICE_AREAS).filter((area) => !isEmpty(services[area as ServiceArea]));
  if (requiredServiceAreas.length === 0 && covered.length === 0) return [required('plan.services', '第二条')];
  return requiredServiceAreas
    .filter((area) => !covered.includes(area))
    .map((area) => {
      const { 'zh-CN': zh, en } = SERVICE_AREAS[area];
      return {
        field: `plan.services.${area}`,
        rule: 'serviceArea',
        message: `该类中心须包含“${zh}”服务，请写明服务内容（第六条）`,
        en: `A center of this category must offer ${en}: say what (article 6)`,
        article: '第六条',
      };
    });
}

function consortiumFaults({ memberIds, dossier, evidence }: ApplicationContent): CheckFault[] {
  if (memberIds.length === 0) return [];
  const faults = (['signedOn', 'division'] as const)
    .filter((field) => isEmpty(dossier.consortium?.[field]))
    .map((field) => required(`consortium.${field}`, '第五条'));
  if (evidence[AGREEMENT_PLACE]?.length) return faults;
  const agreement = {
    field: `evidence.${AGREEMENT_PLACE}`,
    rule: 'required',
    message: '联合体申报须在提交前上传各单位达成的合作协议（第五条）',
    en: 'A consortium uploads its cooperation agreement before submission (article 5)',
    article: '第五条',
  };
  return [...faults, agreement];
}

function valueFaults(plugin: CategoryPlugin, { variant, claimed, facts }: ApplicationContent): CheckFault[] {
  const values = claimableValues(plugin, variant);
  const unstated = values.filter(({ measure, fact }) => (fact === null ? claimed[measure] : facts[fact]) === undefined);
  const wrong = [...claimFaults(plugin, variant, claimed), ...declaredFaults(plugin, facts)];
  return [
    ...unstated.map(unstatedFault),
    ...wrong.map((fault) => ({ ...fault, en: fault.en ?? fault.message, article: null })),
  ];
}

function unstatedFault({ measure, fact, title, unit }: ClaimableValue): CheckFault {
  return {
    field: fact === null ? `claimed.${measure}` : `facts.${fact}`,
    rule: 'required',
    message: `请填报“${title}”（${unit}）；没有的填 0`,
    en: `State "${title}" (${unit}), 0 where there is none`,
    article: '第十条',
  };
}

function required(field: string, article = '第十条'): CheckFault {
  return missing({ field, ...(FIELD_TITLES[field] ?? { zh: field, en: field }) }, article);
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
