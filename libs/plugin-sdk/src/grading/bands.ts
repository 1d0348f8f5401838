import { Decimal, parseDecimal } from '../decimal.js';
import type { Fault } from '../faults/fault.types.js';
import { zodFaults } from '../faults/zod-faults.js';
import { bandsSchema } from './grading.schema.js';
import type { BandEnd, BandRange, Bands, Grade } from './grading.types.js';

/** A band's lower end with its number as a decimal. */
export interface LowerEnd {
  readonly grade: Grade;
  readonly at: Decimal;
  readonly inclusive: boolean;
}

const BAND_GRADES = ['excellent', 'good', 'pass'] as const;

/** Lower ends of the bands that are given, best first. */
export function lowerEnds(bands: Bands): readonly LowerEnd[] {
  return BAND_GRADES.flatMap((grade) => {
    const band = bands[grade];
    if (band === undefined) return [];
    const { at, inclusive = true } = asRange(band);
    return [{ grade, at: new Decimal(at), inclusive }];
  });
}

/** Whether a total is within a lower end. */
export function reachesEnd(total: Decimal, { at, inclusive }: Omit<LowerEnd, 'grade'>): boolean {
  return inclusive ? total.gte(at) : total.gt(at);
}

/** Faults of bands: no numbers, lower ends that do not fall, upper ends that overlap the next band or leave a gap. */
export function bandFaults(bands: unknown, path: string): readonly Fault[] {
  const parsed = bandsSchema.safeParse(bands);
  if (!parsed.success) return zodFaults(parsed.error, path);
  const ends = lowerEnds(parsed.data);
  return ends.flatMap((end, index) => {
    const above = ends[index - 1];
    const own = parsed.data[end.grade as 'pass'];
    const upTo = own === undefined ? undefined : asRange(own).upTo;
    return [...orderFaults(end, above, path), ...upperEndFaults(end, upTo, above, path)];
  });
}

function asRange(band: string | number | BandRange): BandRange {
  return typeof band === 'object' ? band : { at: band };
}

function orderFaults(end: LowerEnd, above: LowerEnd | undefined, path: string): Fault[] {
  if (above === undefined || end.at.lt(above.at)) return [];
  const message = `begins at ${end.at.toFixed()}, which overlaps ${above.grade} (from ${above.at.toFixed()})`;
  return [{ path: `${path}.${end.grade}`, message }];
}

function upperEndFaults(end: LowerEnd, upTo: BandEnd | undefined, above: LowerEnd | undefined, path: string): Fault[] {
  if (upTo === undefined) return [];
  const fault = (message: string): Fault[] => [{ path: `${path}.${end.grade}.upTo`, message }];
  if (above === undefined) return fault('the best band has no upper end');
  const limit = parseDecimal(upTo.at) ?? new Decimal(Number.NaN);
  const from = above.at.toFixed();
  if (limit.lt(above.at)) return fault(`leaves a gap between ${limit.toFixed()} and ${above.grade} (from ${from})`);
  if (limit.gt(above.at)) return fault(`overlaps ${above.grade}, which begins at ${from}`);
  const included = upTo.inclusive ?? false;
  if (included && above.inclusive) return fault(`overlaps ${above.grade}: both include ${from}`);
  return included || above.inclusive
    ? []
    : fault(`leaves a gap: neither this band nor ${above.grade} includes ${from}`);
}
