import type { RatingReportData } from '../data/rating-report.schema.js';
import { ANNEX_ROWS } from './annex-rows.js';

const FULL_SCORE = 100;

/** A report over the 19 rows of the comprehensive annex; `seed` varies the figures, `changes` replace whole fields. */
export function sampleRatingReport(seed = 0, changes: Partial<RatingReportData> = {}): RatingReportData {
  const indicators = ANNEX_ROWS.map((row, index) => sampleIndicator(row, index, seed));
  const total = indicators.reduce((sum, { score }) => sum + Number(score), 0);
  return {
    tenantName: '甘肃省',
    departmentName: '甘肃省工业和信息化厅',
    number: `甘工信数评〔2026〕${seed + 1}号`,
    year: 2025,
    generatedOn: '2026-03-06',
    ruleDocument: {
      title: '甘肃省工业互联网数字化转型促进中心建设实施细则（试行）',
      number: '甘工信发〔2024〕128号',
    },
    center: {
      name: `甘肃省第${seed + 1}工业互联网数字化转型促进中心`,
      categoryTitle: '综合类',
      variantTitle: null,
      industry: null,
      region: '兰州市',
      leadOrganization: '兰州丝路云工业互联网有限公司',
      members: ['兰州理工大学', '甘肃省科学院自动化研究所', '金川镕堃信息技术有限公司'],
      announcedOn: '2024-12-20',
    },
    total: total.toFixed(3),
    grade: total >= 90 ? '优秀' : '良好',
    correction: null,
    firstEvaluation: false,
    groups: groupsOf(indicators),
    indicators,
    adjustments: [],
    verdictReasons: [],
    whatPulledItDown: indicators.slice(9, 12).map(({ title, score, weight, reasons }) => ({
      indicator: title,
      lost: (Number(weight) - Number(score)).toFixed(3),
      reason: reasons.join(''),
    })),
    history: [
      { year: 2023, score: '71.4', grade: '合格' },
      { year: 2024, score: '82.65', grade: '良好' },
    ],
    ...changes,
  };
}

type Indicator = RatingReportData['indicators'][number];

function sampleIndicator(row: (typeof ANNEX_ROWS)[number], index: number, seed: number): Indicator {
  const weight = index === 0 ? FULL_SCORE - 5 * (ANNEX_ROWS.length - 1) : 5;
  const share = 1 - ((index * 7 + seed * 3) % 11) / 20;
  return {
    number: index + 1,
    group: row.group,
    title: row.title,
    standard: row.standard,
    weight: String(weight),
    score: (weight * share).toFixed(3),
    criteria: [
      {
        title: row.criterion,
        value: `${120 + seed + index} ${row.unit}`,
        threshold: `≥ 150 ${row.unit}`,
        attainment: share.toFixed(4),
        explanation: `实有 ${120 + seed + index} ${row.unit}，标准 150 ${row.unit}以上，按比例得分。`,
        opinion: null,
      },
      {
        title: '能力水平',
        value: `${80 + (index % 15)} 分`,
        threshold: null,
        attainment: share.toFixed(4),
        explanation: '两名专家评分的平均值。',
        opinion: '环境完备，案例充分，建议加强与中小企业的对接。',
      },
    ],
    reasons: [`${row.criterion}未达到标准值，按达成比例计分。`, '专家评分良好。'],
  };
}

function groupsOf(indicators: readonly Indicator[]): RatingReportData['groups'] {
  return [...new Set(indicators.map(({ group }) => group))].map((title) => {
    const own = indicators.filter(({ group }) => group === title);
    const score = own.reduce((sum, indicator) => sum + Number(indicator.score), 0);
    const weight = own.reduce((sum, indicator) => sum + Number(indicator.weight), 0);
    return { title, score: score.toFixed(3), weight: String(weight), share: (score / weight).toFixed(4) };
  });
}
