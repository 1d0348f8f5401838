import { Decimal } from '@shucu/kernel';
import { z } from 'zod';

const workingDays = z.int().min(1).max(60);

/** A decimal string within a range of points; binary floats never decide. */
function points(least: number, most: number) {
  return z
    .string()
    .regex(/^\d{1,3}(\.\d{1,6})?$/)
    .refine((value) => new Decimal(value).gte(least) && new Decimal(value).lte(most), {
      error: `应在 ${least} 至 ${most} 之间`,
      params: { rule: 'range' },
    });
}

/** 公示: how long a public notice runs (第十三条). */
const publicNoticeSchema = z.strictObject({
  /** Working days a notice runs, at the least. */
  workingDays: workingDays.default(5),
  /** Whether the day of publication counts as the first one; by the Civil Code it does not (art. 201). */
  countFirstDay: z.boolean().default(false),
});

/** 年度工作报告: when last year's report is due (第十五条). */
const annualReportSchema = z
  .strictObject({
    /** Month of the following year, 1 to 12. */
    dueMonth: z.int().min(1).max(12).default(1),
    /** Day of that month, until 24:00 Asia/Shanghai. */
    dueDay: z.int().min(1).max(31).default(31),
    /** Days before the due date on which the center is reminded, most first. */
    remindDaysBefore: z.array(z.int().min(1).max(90)).max(10).default([30, 7, 1]),
  })
  .refine(({ dueMonth, dueDay }) => dueDay <= new Date(Date.UTC(2001, dueMonth, 0)).getUTCDate(), {
    path: ['dueDay'],
    error: '该月没有这一天',
    params: { rule: 'range' },
  });

/** 变更报告 (第十八条). */
const changeReportSchema = z.strictObject({
  /** Months from the day of the change in which it must be reported. */
  months: z.int().min(1).max(12).default(1),
});

/** 陈述申辩 before a revocation is decided (第十七条). */
const statementSchema = z.strictObject({
  /** Working days the center has for its statement. */
  workingDays: workingDays.default(5),
});

/** Working days an office may sit on a dossier before it is escalated, or an applicant on a returned one; the document sets none. */
const internalLimitsSchema = z.strictObject({
  /** 初审 and on-site visit by the region's bureau (第十一条). */
  preliminaryReviewWorkingDays: workingDays.default(15),
  /** 形式审查 by the province (第十二条). */
  formalReviewWorkingDays: workingDays.default(10),
  /** The applicant's correction of what was returned (第十一条、第十二条). */
  correctionWorkingDays: workingDays.default(10),
  /** Answer to an objection (第十三条). */
  objectionWorkingDays: workingDays.default(10),
  /** Decision on a change report (第十八条). */
  changeReviewWorkingDays: workingDays.default(10),
});

/** 专家核查评估 (第十二条). */
const assessmentSchema = z.strictObject({
  /** Experts in a group. */
  groupSize: z.int().min(1).max(15).default(3),
  /** How scores are merged: the mean, or the mean without the highest and the lowest. */
  merge: z.enum(['mean', 'trimmedMean']).default('mean'),
  /** Points (of 100, decimal string) between the highest and the lowest score above which a third opinion is asked for. */
  spreadLimit: points(0, 100).default('30'),
  /** Open dossiers an expert may hold at the same time. */
  workload: z.int().min(1).max(200).default(10),
});

/** 申报 (第九条至第十四条). */
const applicationSchema = z.strictObject({
  /** Points (of 100, decimal string) that the assessment must reach for the public notice. */
  passScore: points(0, 100).default('60'),
});

/** What a rule document leaves to its province, beyond what the plugins say. Every figure has a default, so that rows written before it was known still parse. */
export const ruleParametersSchema = z.strictObject({
  /** An expert's score that is missing: refuses to finalise, or counts as zero. */
  missingOpinion: z.enum(['refuse', 'zero']).default('refuse'),
  /** Fails in a row that open a revocation case (第十七条第（一）项). */
  consecutiveFails: z.int().min(1).max(5).default(2),
  /** Years without re-application after revocation (第十七条). */
  banYears: z.int().min(1).max(10).default(2),
  publicNotice: publicNoticeSchema.prefault({}),
  annualReport: annualReportSchema.prefault({}),
  changeReport: changeReportSchema.prefault({}),
  statement: statementSchema.prefault({}),
  internalLimits: internalLimitsSchema.prefault({}),
  assessment: assessmentSchema.prefault({}),
  application: applicationSchema.prefault({}),
});

/** Parameters as they are read: every figure is there. */
export type RuleParameters = z.infer<typeof ruleParametersSchema>;

/** Parameters as they are given: what is left out takes its default. */
export type RuleParametersInput = z.input<typeof ruleParametersSchema>;
