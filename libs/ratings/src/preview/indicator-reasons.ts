import { Decimal, normalDecimal } from '@shucu/kernel';
import type { CriterionScore, IndicatorScore, ScoreSheet } from '@shucu/plugin-sdk';
import type { PreviewReason } from './rule-set-preview.entity.js';

/** Digits that a sentence shows; the exact figures stand beside it. */
const SHOWN_DECIMALS = 4;

/** Which indicators' scores differ between two sheets of a center, by how much, and which weight or threshold it comes from. */
export function indicatorReasons(before: ScoreSheet, after: ScoreSheet): PreviewReason[] {
  return pairsOf(before.indicators, after.indicators).flatMap(([id, earlier, later]) => {
    const [from, to] = [earlier?.score ?? null, later?.score ?? null];
    if (from === to) return [];
    const { number, title } = (later ?? earlier) as IndicatorScore;
    const causes = earlier && later ? causesOf(earlier, later) : [];
    const text = [`指标 ${number}“${title}”得分${changeText(from, to)}`, ...causes].join('，');
    return [{ kind: 'indicator', id, from, to, text }];
  });
}

/** Which steps between the sum of the indicators and the total differ: minus points, limits, rounding. */
export function adjustmentReasons(before: ScoreSheet, after: ScoreSheet): PreviewReason[] {
  return pairsOf(before.adjustments, after.adjustments).flatMap(([id, earlier, later]) => {
    const [from, to] = [earlier?.points ?? null, later?.points ?? null];
    if (new Decimal(from ?? 0).eq(to ?? 0)) return [];
    const text = `${(later ?? earlier)?.title}：${changeText(from ?? '0', to ?? '0')}`;
    return [{ kind: 'adjustment', id, from, to, text }];
  });
}

/** `由 6.4 分变为 8 分（+1.6）`; what is not there is told so. */
export function changeText(from: string | null, to: string | null): string {
  if (from === null || to === null) return `由 ${pointsText(from)}变为 ${pointsText(to)}`;
  const change = new Decimal(to).minus(from);
  const sign = change.gt(0) ? '+' : '';
  return `由 ${pointsText(from)}变为 ${pointsText(to)}（${sign}${shown(change)}）`;
}

function causesOf(earlier: IndicatorScore, later: IndicatorScore): string[] {
  const weight =
    earlier.weight === later.weight ? [] : [`权重由 ${shown(earlier.weight)} 分调整为 ${shown(later.weight)} 分`];
  const criteria = pairsOf(earlier.criteria, later.criteria).flatMap(([, one, other]) =>
    one && other ? thresholdCauses(one, other) : [],
  );
  return [...weight, ...criteria];
}

function thresholdCauses(earlier: CriterionScore, later: CriterionScore): string[] {
  const parts = pairsOf(earlier.parts, later.parts).flatMap(([, one, other]) =>
    one && other && one.thresholdText !== other.thresholdText ? [thresholdText(one, other)] : [],
  );
  return earlier.thresholdText === later.thresholdText ? parts : [thresholdText(earlier, later), ...parts];
}

type WithThreshold = Pick<CriterionScore, 'title' | 'thresholdText'>;

function thresholdText(earlier: WithThreshold, later: WithThreshold): string {
  return `“${later.title}”标准由${earlier.thresholdText}调整为${later.thresholdText}`;
}

function pointsText(points: string | null): string {
  return points === null ? '无' : `${shown(points)} 分`;
}

function shown(points: string | Decimal): string {
  return normalDecimal(new Decimal(points).toDecimalPlaces(SHOWN_DECIMALS));
}

function pairsOf<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
): [id: string, earlier: T | undefined, later: T | undefined][] {
  const ids = new Set([...after, ...before].map(({ id }) => id));
  return [...ids].map((id) => [id, before.find((one) => one.id === id), after.find((one) => one.id === id)]);
}
