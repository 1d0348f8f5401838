import { type ApplicationFormData, paragraphsOf } from '@shucu/documents';
import { SERVICE_AREAS, type ServiceArea } from '@shucu/plugin-sdk';
import type { ApplicationForm, ConsortiumTerms, ConstructionPlan, Dossier } from '../dossier/dossier.types.js';
import { FIELD_TITLES } from '../dossier/field-titles.js';

type Section = ApplicationFormData['sections'][number];

const FORM_ENTRIES = [
  'legalRepresentative',
  'contactPosition',
  'address',
  'foundedOn',
  'employees',
  'investment',
  'ownFunds',
] as const satisfies readonly (keyof ApplicationForm)[];

/** The written parts of a dossier as sections of the application form, empty ones left out. */
export function formSections({ form = {}, plan = {}, consortium }: Dossier): Section[] {
  return [formSection(form), ...planSections(plan), ...(consortium ? [consortiumSection(consortium)] : [])].filter(
    ({ entries, paragraphs }) => entries.length + paragraphs.length > 0,
  );
}

function formSection(form: ApplicationForm): Section {
  const entries = FORM_ENTRIES.flatMap((field) => {
    const value = form[field];
    return value === undefined ? [] : [{ label: label(`form.${field}`), value: String(value) }];
  });
  return { title: '申报单位基本情况', entries, paragraphs: paragraphsOf(form.summary) };
}

function planSections(plan: ConstructionPlan): Section[] {
  const prose = (field: 'foundation' | 'positioning' | 'goals' | 'guarantees'): Section => ({
    title: label(`plan.${field}`),
    entries: [],
    paragraphs: paragraphsOf(plan[field]),
  });
  const services = (Object.keys(SERVICE_AREAS) as ServiceArea[]).map((area) => ({
    title: `服务内容：${SERVICE_AREAS[area]['zh-CN']}`,
    entries: [],
    paragraphs: paragraphsOf(plan.services?.[area]),
  }));
  const schedule = (plan.schedule ?? []).map(({ by, goal }) => ({ label: by, value: goal }));
  const timetable = { title: label('plan.schedule'), entries: schedule, paragraphs: [] };
  return [prose('foundation'), prose('positioning'), ...services, prose('goals'), timetable, prose('guarantees')];
}

function consortiumSection({ signedOn, division }: ConsortiumTerms): Section {
  const entries = signedOn ? [{ label: label('consortium.signedOn'), value: signedOn }] : [];
  return { title: '联合体合作协议', entries, paragraphs: paragraphsOf(division) };
}

/** The title of the field without that of its section. */
function label(path: string): string {
  return FIELD_TITLES[path]?.zh.split('·').at(-1) ?? path;
}
