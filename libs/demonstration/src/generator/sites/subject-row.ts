import { datedIdOf } from '../basis/identifiers.js';
import type { Random, Weighted } from '../basis/random.js';
import { daysAfter, officeHour } from '../basis/working-days.js';
import { evidenceFor } from '../content/evidence.js';
import { LAST_YEAR } from '../demonstration-years.js';
import type { SubjectRow } from '../rows.types.js';
import type { CenterSite } from './center-site.js';

/** What a service record or a resource says; the rest of its row follows from chance. */
export interface SubjectDraft {
  /** Day of the service, or on which the thing was acquired. */
  readonly date: string;
  /** Type of service or kind of resource. */
  readonly word: string;
  readonly title: string;
  readonly region: string | null;
  readonly industry: string | null;
  readonly link: string | null;
  readonly field: string | null;
  readonly enterprise: string | null;
  readonly enterpriseName: string | null;
  readonly sme: boolean;
  readonly aboveScale: boolean;
  readonly discounted: boolean;
}

const VERIFICATIONS: Weighted<SubjectRow['verification']> = [
  ['verified', 97],
  ['unverified', 1.6],
  ['rejected', 1.4],
];
/** Bureaus have not come to all of the last year yet. */
const VERIFICATIONS_OF_LAST_YEAR: Weighted<SubjectRow['verification']> = [
  ['verified', 84],
  ['unverified', 14.6],
  ['rejected', 1.4],
];
const VOID_SHARE = 0.006;
const VOID_REASONS = ['重复录入', '服务对象填报错误', '日期填报错误，已另行补录', '服务未实际完成'];

/** The columns that service records and resources share; `number` tells apart what has the same date. */
export function subjectRow(site: CenterSite, random: Random, number: number, draft: SubjectDraft): SubjectRow {
  const { date, word } = draft;
  const createdAt = officeHour(random, daysAfter(date, random.integer(1, 9)));
  const status = random.chance(VOID_SHARE) ? 'void' : 'active';
  const fresh = date.startsWith(`${LAST_YEAR}-`);
  return {
    tenantId: site.tenantId,
    id: datedIdOf(date, site.centerId, word, number),
    centerId: site.centerId,
    title: draft.title,
    region: draft.region,
    industry: draft.industry,
    link: draft.link,
    field: draft.field,
    enterprise: draft.enterprise,
    enterpriseName: draft.enterpriseName,
    sme: draft.sme,
    aboveScale: draft.aboveScale,
    discounted: draft.discounted,
    evidence: evidenceFor(random, word),
    verification: random.weighted(fresh ? VERIFICATIONS_OF_LAST_YEAR : VERIFICATIONS),
    status,
    voidReason: status === 'void' ? random.pick(VOID_REASONS) : null,
    version: 1,
    createdBy: site.operatorId,
    createdAt,
    updatedAt: createdAt,
  };
}
