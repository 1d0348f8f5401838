import type { Condition } from '../criteria/condition.types.js';
import { Decimal } from '../decimal.js';
import { GRADE_TITLES } from '../grading/grade-titles.js';
import { GRADES, type Grade } from '../grading/grading.types.js';
import type { CategoryPlugin, Gate, IndicatorGroup } from '../plugin/category-plugin.types.js';
import { reaches } from './attainment.js';
import type { Verdict } from './score-sheet.types.js';
import type { ScoringScene } from './scoring-scene.js';
import { figureText, minimumText, pointsText } from './wording.js';

/** A group's exact points and the points it could have. */
export interface GroupTotal {
  readonly group: IndicatorGroup;
  readonly score: Decimal;
  readonly weight: Decimal;
}

interface Ruling {
  readonly id: string;
  readonly effect: 'atLeast' | 'atMost';
  readonly grade: Grade;
  readonly explanation: string;
}

/** What gates, floors and vetoes say, whatever the total; null when none applies. */
export function verdictOf(plugin: CategoryPlugin, groups: readonly GroupTotal[], scene: ScoringScene): Verdict | null {
  const rulings = [
    ...plugin.gates.flatMap((gate) => gateRuling(gate, scene)),
    ...groups.filter(({ weight }) => weight.gt(0)).flatMap(groupRulings),
  ];
  if (rulings.length === 0) return null;
  return {
    atLeast: strictest(rulings, 'atLeast'),
    atMost: strictest(rulings, 'atMost'),
    reasons: rulings.map(({ id, explanation }) => ({ id, explanation })),
  };
}

/** The verdict over a grade: a ceiling is stronger than a lift. */
export function withVerdict(grade: Grade, verdict: Verdict | null): Grade {
  const lifted = verdict?.atLeast ? better(grade, verdict.atLeast) : grade;
  return verdict?.atMost ? worse(lifted, verdict.atMost) : lifted;
}

function strictest(rulings: readonly Ruling[], effect: Ruling['effect']): Grade | null {
  const grades = rulings.filter((ruling) => ruling.effect === effect).map(({ grade }) => grade);
  const pick = effect === 'atLeast' ? better : worse;
  return grades.length === 0 ? null : grades.reduce(pick);
}

function better(a: Grade, b: Grade): Grade {
  return GRADES.indexOf(a) <= GRADES.indexOf(b) ? a : b;
}

function worse(a: Grade, b: Grade): Grade {
  return better(a, b) === a ? b : a;
}

function gateRuling(gate: Gate, scene: ScoringScene): Ruling[] {
  const { id, title, effect, conditions } = gate;
  if (effect === 'pass') {
    const met = conditions.find((condition) => holds(condition, scene));
    if (met === undefined) return [];
    return [
      { id, effect: 'atLeast', grade: 'pass', explanation: `${title}：${found(met, scene)}，直接评定为合格以上` },
    ];
  }
  const unmet = conditions.filter((condition) => !holds(condition, scene));
  if (unmet.length === 0) return [];
  const lacking = unmet.map((condition) => found(condition, scene)).join('；');
  return [{ id, effect: 'atMost', grade: 'fail', explanation: `${title}：${lacking}，未满足，评定为不合格` }];
}

function holds(condition: Condition, scene: ScoringScene): boolean {
  if (condition.kind === 'function') return condition.holds(scene.context) === true;
  const value = scene.valueOf(condition.measure);
  return value !== null && reaches(new Decimal(value), new Decimal(condition.threshold), condition.inclusive);
}

function found(condition: Condition, scene: ScoringScene): string {
  if (condition.kind === 'function') return condition.title;
  const { title, measure, threshold, inclusive, unit } = condition;
  const value = figureText(scene.valueOf(measure), unit);
  return `${title} ${value}（标准${minimumText(String(threshold), inclusive, unit)}）`;
}

function groupRulings({ group, score, weight }: GroupTotal): Ruling[] {
  const rulings: Ruling[] = [];
  if (group.veto && score.lte(0)) {
    const explanation = `${group.title}得 0 分，一票否决，评定为不合格`;
    rulings.push({ id: `${group.id}.veto`, effect: 'atMost', grade: 'fail', explanation });
  }
  if (group.floor !== undefined && score.lt(weight.times(group.floor.share))) {
    const least = pointsText(weight.times(group.floor.share));
    const explanation = `${group.title}得 ${pointsText(score)} 分，低于下限 ${least} 分，最高评定为${GRADE_TITLES[group.floor.otherwise]['zh-CN']}`;
    rulings.push({ id: `${group.id}.floor`, effect: 'atMost', grade: group.floor.otherwise, explanation });
  }
  return rulings;
}
