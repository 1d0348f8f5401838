import { CONSUMER_INDUSTRIES } from './consumer.industries.js';
import { EQUIPMENT_INDUSTRIES } from './equipment.industries.js';
import type { Industry } from './industry.types.js';
import { MATERIALS_INDUSTRIES } from './materials.industries.js';

const INDUSTRIES: ReadonlyMap<string, Industry> = new Map(
  [...MATERIALS_INDUSTRIES, ...CONSUMER_INDUSTRIES, ...EQUIPMENT_INDUSTRIES].map((one) => [one.code, one]),
);

/** Divisions that the generator knows. */
export const INDUSTRY_CODES: readonly string[] = [...INDUSTRIES.keys()];

/** A division by its code. Throws for one that the generator does not know. */
export function industryByCode(code: string): Industry {
  const found = INDUSTRIES.get(code);
  if (found === undefined) throw new RangeError(`no industry ${code}`);
  return found;
}

/** Scenes of all trades of an industry. */
export function scenesOf(code: string): readonly string[] {
  return industryByCode(code).scenes;
}
