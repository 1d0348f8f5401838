import { Random } from '../basis/random.js';
import type { Enterprise } from '../enterprises/enterprise-pool.js';
import type { Supplier } from '../enterprises/supplier-pool.js';
import { INDUSTRY_CODES } from '../industries/industries.js';
import type { CenterNorms } from '../norms/norms.types.js';
import type {
  CenterDefinition,
  ProvinceDefinition,
  RegionDefinition,
  YearQuality,
} from '../provinces/province.types.js';

/** A center with everything that its records depend on. */
export interface CenterSite {
  readonly seed: string;
  readonly province: ProvinceDefinition;
  readonly home: RegionDefinition;
  readonly definition: CenterDefinition;
  readonly norms: CenterNorms;
  readonly tenantId: string;
  readonly centerId: string;
  readonly operatorId: string;
  readonly enterprises: readonly Enterprise[];
  readonly suppliers: readonly Supplier[];
}

/** The years in which the center worked, with how well it did. */
export function yearsOf({ definition }: CenterSite): readonly (readonly [year: number, quality: YearQuality])[] {
  return Object.entries(definition.years).flatMap(([year, quality]) =>
    quality ? [[Number(year), quality] as const] : [],
  );
}

/** Choices that depend on the center and the topic alone. */
export function randomOf({ seed, province, definition }: CenterSite, topic: string): Random {
  return new Random(`${seed}/${province.code}/${definition.key}/${topic}`);
}

/** An industry that the center deals with: its own, or mostly those of its region. */
export function industryOf({ definition, home }: CenterSite, random: Random): string {
  if (definition.industry) return definition.industry;
  const local = definition.category === 'functional' || random.chance(0.6);
  return random.pick(local ? home.strengths : INDUSTRY_CODES);
}
