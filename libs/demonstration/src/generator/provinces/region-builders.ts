import type { County, RegionDefinition } from './province.types.js';

/** What a city or prefecture is: its GB/T 2260 code, its share of the province's companies, its industries and counties. */
export interface CityFacts {
  readonly key: string;
  readonly name: string;
  readonly code: string;
  readonly weight: number;
  /** Divisions of GB/T 4754, separated by blanks. */
  readonly strengths: string;
  /** `620102城关区`, separated by blanks. */
  readonly counties: string;
}

/** A city or prefecture, whose bureau is its 工业和信息化局. */
export function city({ key, name, code, weight, strengths, counties }: CityFacts): RegionDefinition {
  const place = name.replace(/(回族|藏族)自治州$/u, '州');
  return {
    key,
    name,
    bureau: `${place}工业和信息化局`,
    divisionCode: code,
    recordedAs: code,
    shortName: place.replace(/[市州]$/u, ''),
    counties: counties.split(' ').map(county),
    weight,
    strengths: strengths.split(' '),
  };
}

/** An area with a reviewing body of its own for which GB/T 2260 has no code; what happens there is recorded under the city around it. */
export function area(facts: CityFacts & { readonly bureau: string; readonly shortName: string }): RegionDefinition {
  return { ...city(facts), bureau: facts.bureau, shortName: facts.shortName, divisionCode: null };
}

function county(text: string): County {
  return { code: text.slice(0, 6), name: text.slice(6) };
}
