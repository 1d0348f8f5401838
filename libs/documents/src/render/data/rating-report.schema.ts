import { z } from 'zod';

const text = z.string().min(1);
/** Decimal as a string: points, weights, shares. */
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/, '须为十进制数字');
const day = z.iso.date();
const year = z.int().min(2000).max(2999);

const centerSchema = z.strictObject({
  name: text,
  categoryTitle: text,
  /** 功能类的类型, null for categories without variants. */
  variantTitle: text.nullable(),
  industry: text.nullable(),
  region: text,
  leadOrganization: text,
  /** Consortium members besides the lead. */
  members: z.array(text),
  announcedOn: day,
});

const criterionSchema = z.strictObject({
  title: text,
  /** The figure with its unit, or the experts' score: `162 家`, `85 分`, `—`. */
  value: text,
  /** The threshold with its unit; null for what experts judge. */
  threshold: text.nullable(),
  /** Share of the criterion attained, 0 to 1. */
  attainment: decimal,
  explanation: text,
  /** What the experts wrote. */
  opinion: text.nullable(),
});

const indicatorSchema = z.strictObject({
  number: z.int().min(1),
  /** 评价项目. */
  group: text,
  /** 评价指标. */
  title: text,
  /** 评价标准, word for word. */
  standard: text,
  weight: decimal,
  score: decimal,
  criteria: z.array(criterionSchema),
  /** Why the score is what it is, a sentence each. */
  reasons: z.array(text),
});

/** What an annual rating report says (年度运行质量评估报告, 第十六条). Figures are decimal strings, days ISO dates. */
export const ratingReportSchema = z.strictObject({
  tenantName: text,
  departmentName: text,
  /** Number of the report itself. */
  number: text,
  year,
  generatedOn: day,
  ruleDocument: z.strictObject({ title: text, number: text }),
  center: centerSchema,
  /** Unrounded total. */
  total: decimal,
  /** Grade in Chinese: 优秀 / 良好 / 合格 / 不合格. */
  grade: text,
  /** Why a published result was corrected, and the number of the report that this one takes the place of; null for a first report. */
  correction: z.strictObject({ reason: text, replaces: text.nullable() }).nullable().default(null),
  /** Rated for the first time, the year after the announcement. */
  firstEvaluation: z.boolean(),
  groups: z.array(
    z.strictObject({
      title: text,
      score: decimal,
      weight: decimal,
      /** Share of the weight attained, 0 to 1. */
      share: decimal,
    }),
  ),
  indicators: z.array(indicatorSchema),
  /** Points added (or, negative, taken) beside the indicators. */
  adjustments: z.array(z.strictObject({ title: text, points: decimal, explanation: text })),
  /** Gates, floors and vetoes that decided the grade, a sentence each. */
  verdictReasons: z.array(text),
  /** Where most points were lost, most first. */
  whatPulledItDown: z.array(z.strictObject({ indicator: text, lost: decimal, reason: text })),
  /** Earlier evaluations, oldest first. */
  history: z.array(z.strictObject({ year, score: decimal, grade: text })),
});

export type RatingReportData = z.infer<typeof ratingReportSchema>;
