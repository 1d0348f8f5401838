import type { TenantSummaryData } from '@shucu/documents';
import { Decimal, groupBy, normalDecimal } from '@shucu/kernel';
import { GRADE_TITLES, GRADES } from '@shucu/plugin-sdk';
import type { RuleSet } from '@shucu/rule-sets';
import type { Tenant } from '@shucu/tenancy';
import type { FinalisedRating } from '../grade-history.js';
import { outcomeOf } from '../rating-messages.js';
import type { RatingRun } from '../rating-run.entity.js';
import type { RunFlag } from '../remarks/run-flags.service.js';
import type { CorrectedRating } from './corrections-of.js';
import type { SummarisedCenter } from './summarised-center.js';

/** What a summary is made of. */
export interface SummaryMaterial {
  readonly tenant: Tenant;
  readonly run: RatingRun;
  readonly rules: RuleSet;
  readonly generatedOn: string;
  /** Best first. */
  readonly centers: readonly SummarisedCenter[];
  /** Of each center its finalised evaluations, newest first. */
  readonly history: ReadonlyMap<string, readonly FinalisedRating[]>;
  /** Fails in a row that end with this year. */
  readonly failing: readonly (readonly FinalisedRating[])[];
  readonly flags: readonly RunFlag[];
  readonly corrections: readonly CorrectedRating[];
  readonly categories: readonly { readonly id: string; readonly title: string }[];
}

type Rated = SummarisedCenter & { readonly total: string };

/** What the summary of a year says (第十六条). */
export function tenantSummaryData(material: SummaryMaterial, number: string): TenantSummaryData {
  const { tenant, run, rules, generatedOn, centers, flags, corrections } = material;
  const rated = centers.filter((center): center is Rated => center.state === 'rated' && center.total !== null);
  return {
    ...{ departmentName: tenant.department, number, year: run.year, generatedOn },
    ruleDocument: { title: rules.title, number: rules.documentNumber, shortTitle: '实施细则' },
    evaluated: rated.length,
    grades: GRADES.map((grade) => gradeRow(grade, rated)),
    categories: categoryRows(material, rated),
    ratings: ratingRows(material, rated),
    notEvaluated: centers
      .filter(({ state }) => state === 'notEvaluated')
      .map(({ name, region, reason }) => ({ name, region, reason: reason ?? '未评估' })),
    lateReports: flags.flatMap(lateReport),
    consecutiveFails: failRows(material),
    corrections: corrections.map(({ name, before, after, reason }) => {
      return { name, before: outcomeOf(before).outcome, after: outcomeOf(after).outcome, reason };
    }),
    remarks: flags.flatMap(nonCooperation),
  };
}

function gradeRow(grade: (typeof GRADES)[number], rated: readonly Rated[]): TenantSummaryData['grades'][number] {
  const count = rated.filter((center) => center.grade === grade).length;
  const share = rated.length === 0 ? '0' : normalDecimal(new Decimal(count).div(rated.length).toDecimalPlaces(6));
  return { grade: GRADE_TITLES[grade]['zh-CN'], count, share };
}

function categoryRows({ categories }: SummaryMaterial, rated: readonly Rated[]): TenantSummaryData['categories'] {
  const byPlugin = groupBy(rated, ({ pluginId }) => pluginId);
  return categories.flatMap(({ id, title }) => {
    const own = byPlugin.get(id);
    if (!own) return [];
    const sum = own.reduce((total, center) => total.plus(center.total), new Decimal(0));
    const counts = GRADES.map((grade) => own.filter((center) => center.grade === grade).length);
    const mean = normalDecimal(sum.div(own.length).toDecimalPlaces(6));
    return [{ title, evaluated: own.length, counts, mean }];
  });
}

function ratingRows(material: SummaryMaterial, rated: readonly Rated[]): TenantSummaryData['ratings'] {
  const titles = new Map(material.categories.map(({ id, title }) => [id, title]));
  return rated.map(({ centerId, name, region, pluginId, total, grade }, index) => {
    const before = material.history.get(centerId)?.find(({ year }) => year === material.run.year - 1);
    return {
      ...{ number: index + 1, name, region, total, categoryTitle: titles.get(pluginId) ?? pluginId },
      grade: GRADE_TITLES[grade ?? 'notEvaluated']['zh-CN'],
      previous: before ? GRADE_TITLES[before.grade]['zh-CN'] : null,
    };
  });
}

/** A row of fails is at least two years long on paper: a rule set that asks for one has its own fails listed by grade. */
function failRows({ failing, centers }: SummaryMaterial): TenantSummaryData['consecutiveFails'] {
  const names = new Map(centers.map(({ centerId, name }) => [centerId, name]));
  return failing
    .filter(({ length }) => length > 1)
    .map((fails) => ({
      name: names.get(fails[0]?.centerId ?? '') ?? '',
      years: fails.map(({ year }) => year).reverse(),
    }));
}

function lateReport({ centerName, annualReport }: RunFlag): TenantSummaryData['lateReports'] {
  if (annualReport === 'late') return [{ name: centerName, remark: '逾期报送年度工作报告' }];
  return annualReport === 'missing' ? [{ name: centerName, remark: '未报送年度工作报告' }] : [];
}

function nonCooperation({ centerName, remarks }: RunFlag): string[] {
  return remarks
    .filter(({ kind }) => kind === 'nonCooperation')
    .map(({ reason }) => `${centerName}不配合评估相关工作：${reason.replace(/。?$/u, '。')}`);
}
