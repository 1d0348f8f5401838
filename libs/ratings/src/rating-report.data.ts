import type { CenterProfile } from '@shucu/centers';
import type { RatingReportData } from '@shucu/documents';
import { Decimal, normalDecimal } from '@shucu/kernel';
import { GRADE_TITLES, type IndicatorScore, type ScoreSheet } from '@shucu/plugin-sdk';
import type { RuleSet } from '@shucu/rule-sets';
import type { Tenant } from '@shucu/tenancy';
import type { FinalisedRating } from './grade-history.js';
import type { Rating } from './rating.entity.js';

/** Kind of the annual rating report's template. */
export const RATING_REPORT = 'ratingReport';

/** How many of the indicators that cost most a report names. */
const NAMED_LOSSES = 3;

export interface ReportSubject {
  readonly rating: Rating;
  readonly sheet: ScoreSheet;
  readonly profile: CenterProfile;
  /** Finalised ratings of the center, newest first, this one included. */
  readonly history: readonly FinalisedRating[];
  /** Number of the report that this one takes the place of. */
  readonly replaces: string | null;
}

export interface ReportFrame {
  readonly tenant: Tenant;
  readonly rules: RuleSet;
  readonly generatedOn: string;
  /** Whether the run is published already. */
  readonly released: boolean;
}

/** What the annual rating report of a center says (第十六条). */
export function ratingReportData(
  { rating, sheet, profile, history, replaces }: ReportSubject,
  { tenant, rules, generatedOn }: ReportFrame,
  number: string,
): RatingReportData {
  return {
    tenantName: tenant.name,
    departmentName: tenant.department,
    number,
    year: rating.year,
    generatedOn,
    ruleDocument: { title: rules.title, number: rules.documentNumber },
    center: profile,
    // A stated total is not that of the sheet.
    total: rating.total ?? sheet.total,
    grade: GRADE_TITLES[rating.grade ?? 'notEvaluated']['zh-CN'],
    correction: rating.correctionReason === null ? null : { reason: rating.correctionReason, replaces },
    firstEvaluation: rating.firstEvaluation,
    groups: sheet.groups.map(({ title, score, weight }) => ({ title, score, weight, share: share(score, weight) })),
    indicators: sheet.indicators.map(indicatorData),
    adjustments: sheet.adjustments.map(({ title, points, explanation }) => ({ title, points, explanation })),
    verdictReasons: (sheet.verdict?.reasons ?? []).map(({ explanation }) => explanation),
    whatPulledItDown: losses(sheet),
    history: history
      .filter(({ year }) => year < rating.year)
      .map(({ year, total, grade }) => ({ year, score: total, grade: GRADE_TITLES[grade]['zh-CN'] }))
      .reverse(),
  };
}

function indicatorData(indicator: IndicatorScore): RatingReportData['indicators'][number] {
  const { number, groupTitle, title, standard, weight, score, criteria, explanation } = indicator;
  return {
    number,
    group: groupTitle,
    title,
    standard,
    weight,
    score,
    criteria: criteria.map((criterion) => ({
      title: criterion.title,
      value: criterion.valueText,
      threshold: criterion.threshold === null ? null : criterion.thresholdText,
      attainment: criterion.attainment,
      explanation: criterion.explanation,
      opinion: criterion.opinion,
    })),
    reasons: [explanation],
  };
}

function losses({ indicators }: ScoreSheet): RatingReportData['whatPulledItDown'] {
  return indicators
    .map(({ title, weight, score, explanation }) => ({
      indicator: title,
      lost: new Decimal(weight).minus(score),
      reason: explanation,
    }))
    .filter(({ lost }) => lost.gt(0))
    .sort((a, b) => b.lost.comparedTo(a.lost))
    .slice(0, NAMED_LOSSES)
    .map(({ indicator, lost, reason }) => ({ indicator, lost: normalDecimal(lost), reason }));
}

function share(score: string, weight: string): string {
  return new Decimal(weight).isZero() ? '0' : normalDecimal(new Decimal(score).div(weight).toDecimalPlaces(6));
}
