import { Decimal } from '@shucu/kernel';

/** How many times its own past a figure must be, or how many times smaller, to be shown. */
export const FAR_TIMES = 3;
/** Below this the figures are so small that three times one of them says nothing. */
export const FAR_LEAST = 10;
/** Earlier years that are looked at, and how many of them must have a figure. */
export const PAST_YEARS = 3;
export const PAST_YEARS_NEEDED = 2;

/** What an officer is made aware of. Each is a question to a person and decides nothing. */
const HINTS = {
  fileCitedTwice: {
    'zh-CN': '文件“{file}”（SHA-256 {hash}…）同时用于{here}和{there}，请核对是否重复使用。',
    en: 'The file “{file}” (SHA-256 {hash}…) serves {here} and also {there}: please check whether it is used twice.',
  },
  recordClaimedTwice: {
    'zh-CN':
      '{date} 为“{enterprise}”提供的“{title}”，{there}也有同一企业、日期、类型和名称的服务记录，请核对由谁提供。',
    en: 'The service “{title}” for “{enterprise}” on {date} is also claimed by {there}: same enterprise, date, type and title; please check whose it is.',
  },
  impossibleCode: {
    'zh-CN': '“{title}”填写的统一社会信用代码 {code} 不可能存在（GB 32100 校验位不符），请核对企业。',
    en: 'The credit code {code} of “{title}” cannot exist (check character of GB 32100): please check the enterprise.',
  },
  figureFarFromPast: {
    'zh-CN':
      '{year} 年“{figure}”为 {value}，此前 {count} 年平均为 {mean}，为其 {times} 倍（规则：超过此前三年平均值的 {limit} 倍或不足其 1/{limit} 时提示），请核对。',
    en: '“{figure}” of {year} is {value}, {times} times the {mean} that the {count} years before had on average (shown beyond {limit} times the average of three years, or below 1/{limit} of it): please check.',
  },
} as const;

export type HintKind = keyof typeof HINTS;

export interface HintTexts {
  readonly 'zh-CN': string;
  readonly en: string;
}

/** A word in both languages, or a name that is the same in both. */
export type Hole = string | HintTexts;

/** The sentences of a hint, with its holes filled. */
export function hintTexts(kind: HintKind, holes: Readonly<Record<string, Hole>>): HintTexts {
  const filled = (language: keyof HintTexts): string =>
    HINTS[kind][language].replace(/\{(\w+)\}/g, (hole, name: string) => {
      const value = holes[name] ?? hole;
      return typeof value === 'string' ? value : value[language];
    });
  return { 'zh-CN': filled('zh-CN'), en: filled('en') };
}

/**
 * What states something for a center, and so must not state it twice with the same file. What examines a center, such as a visit,
 * a score sheet or an objection, may well look at the same file again, and is nobody else's business.
 */
const CLAIMS: Readonly<Record<string, HintTexts>> = {
  serviceRecord: { 'zh-CN': '服务记录', en: 'a service record' },
  resource: { 'zh-CN': '资源台账', en: 'a resource' },
  yearlyFact: { 'zh-CN': '年度填报数据', en: 'a yearly figure' },
  application: { 'zh-CN': '申报材料', en: 'an application' },
  annualReport: { 'zh-CN': '年度报告', en: 'an annual report' },
  changeReport: { 'zh-CN': '变更报告', en: 'a change report' },
};

export const CLAIM_KINDS: readonly string[] = Object.keys(CLAIMS);

/** Of these whoever examines the center may know; the others have drafts, which are their authors' own. */
export const RECORD_KINDS: readonly string[] = ['serviceRecord', 'resource', 'yearlyFact'];

/** A center whose name the reader may not know. */
export const OTHER_CENTER: HintTexts = { 'zh-CN': '其他中心', en: 'another center' };

/** A place that the reader may not know. */
export const OTHER_PAPERS: HintTexts = { 'zh-CN': '其他材料', en: 'other papers' };

/** A place that cites, as a person calls it. */
export function placeText(
  center: Hole,
  { kind, place, year }: { kind: string; place: string; year: number | null },
): HintTexts {
  const subject = CLAIMS[kind] ?? { 'zh-CN': kind, en: kind };
  const name = (language: keyof HintTexts): string => (typeof center === 'string' ? center : center[language]);
  const when = year === null ? { 'zh-CN': '', en: '' } : { 'zh-CN': ` ${year} 年`, en: ` of ${year}` };
  return {
    'zh-CN': `${name('zh-CN')}${when['zh-CN']}的${subject['zh-CN']}（${place}）`,
    en: `${subject.en}${when.en} of ${name('en')} (${place})`,
  };
}

const COUNTED: Readonly<Record<string, HintTexts>> = {
  records: { 'zh-CN': '服务记录数', en: 'number of service records' },
  headcount: { 'zh-CN': '服务人次', en: 'people reached' },
  amount: { 'zh-CN': '服务金额（元）', en: 'amount in yuan' },
};

/** What a yearly figure is called: one that was counted by us, one that the category declares, otherwise its own name. */
export function figureTitle(name: string, declared: string | undefined): Hole {
  return COUNTED[name] ?? declared ?? name;
}

/** How many times the past a figure is, to two digits. */
export function timesOf(value: string, mean: string): string {
  return new Decimal(value).div(mean).toSignificantDigits(2).toFixed();
}
