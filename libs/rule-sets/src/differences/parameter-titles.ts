import type { LocalizedText } from '@shucu/plugin-sdk';

/** How a parameter reads: its title, its unit, and its values where they are words. */
export interface ParameterTitle {
  readonly title: LocalizedText;
  readonly unit?: LocalizedText;
  readonly values?: Readonly<Record<string, LocalizedText>>;
}

const named = (zh: string, en: string): LocalizedText => ({ 'zh-CN': zh, en });
const figure = (zh: string, en: string, unit: LocalizedText): ParameterTitle => ({ title: named(zh, en), unit });

const WORKING_DAYS = named('个工作日', 'working days');
const YES_NO = { true: named('是', 'yes'), false: named('否', 'no') };

/** Every parameter of a rule set by its path. */
export const PARAMETER_TITLES: Readonly<Record<string, ParameterTitle>> = {
  missingOpinion: {
    title: named('缺少专家评分时', 'When an expert’s score is missing'),
    values: { refuse: named('不得定稿', 'refuse to finalise'), zero: named('计零分', 'count as zero') },
  },
  consecutiveFails: figure('连续不合格即启动撤销', 'Fails in a row that open a revocation', named('次', 'times')),
  banYears: figure('撤销后不得再次申报', 'Ban after a revocation', named('年', 'years')),
  'publicNotice.workingDays': figure('公示期', 'Public notice', WORKING_DAYS),
  'publicNotice.countFirstDay': { title: named('公示发布当日计入', 'Day of publication counts'), values: YES_NO },
  'annualReport.dueMonth': figure('年度工作报告截止月份', 'Annual report: month due', named('月', '')),
  'annualReport.dueDay': figure('年度工作报告截止日', 'Annual report: day due', named('日', '')),
  'annualReport.remindDaysBefore': figure(
    '年度工作报告提前提醒',
    'Annual report: reminders',
    named('天', 'days before'),
  ),
  'changeReport.months': figure('变更报告期限', 'Change report', named('个月', 'months')),
  'statement.workingDays': figure('撤销前陈述申辩期', 'Statement before a revocation', WORKING_DAYS),
  'internalLimits.preliminaryReviewWorkingDays': figure(
    '初审内部时限',
    'Limit of the preliminary review',
    WORKING_DAYS,
  ),
  'internalLimits.formalReviewWorkingDays': figure('形式审查内部时限', 'Limit of the formal review', WORKING_DAYS),
  'internalLimits.correctionWorkingDays': figure('补正期限', 'Period for a correction', WORKING_DAYS),
  'internalLimits.objectionWorkingDays': figure(
    '异议答复内部时限',
    'Limit of the answer to an objection',
    WORKING_DAYS,
  ),
  'internalLimits.changeReviewWorkingDays': figure('变更审核内部时限', 'Limit of a change review', WORKING_DAYS),
  'assessment.groupSize': figure('专家组人数', 'Experts in a group', named('人', 'people')),
  'assessment.merge': {
    title: named('专家评分合并方式', 'How experts’ scores are merged'),
    values: { mean: named('平均', 'mean'), trimmedMean: named('去掉最高最低后平均', 'trimmed mean') },
  },
  'assessment.spreadLimit': figure('专家分差上限', 'Largest spread of experts’ scores', named('分', 'points')),
  'assessment.workload': figure('专家同时在评上限', 'Open dossiers an expert', named('件', 'dossiers')),
  'application.passScore': figure('申报评估合格分数线', 'Score that an application must reach', named('分', 'points')),
};
