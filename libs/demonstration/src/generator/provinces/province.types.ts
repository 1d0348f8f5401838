import type { CategoryOverrides } from '@shucu/plugin-sdk';
import type { OrganizationRow } from '../rows.types.js';

/** A county-level division: where companies are registered. */
export interface County {
  readonly code: string;
  readonly name: string;
}

/** A reviewing body and what its area is known for. */
export interface RegionDefinition {
  readonly key: string;
  readonly name: string;
  readonly bureau: string;
  /** GB/T 2260; null where the standard has none. */
  readonly divisionCode: string | null;
  /** Code under which services to the area's companies are recorded. */
  readonly recordedAs: string;
  /** How companies begin their names here. */
  readonly shortName: string;
  readonly counties: readonly County[];
  /** Share of the province's companies. */
  readonly weight: number;
  /** Industries that are more frequent here than elsewhere. */
  readonly strengths: readonly string[];
}

/** A legal person behind a center. */
export interface OrganizationDefinition {
  readonly key: string;
  readonly name: string;
  readonly kind: OrganizationRow['kind'];
  readonly ownership: OrganizationRow['ownership'];
  readonly region: string;
  /** County-level code of its registration. */
  readonly division: string;
}

/** Parts of a center's work that can be better or worse than the rest. */
export type Area =
  | 'operation'
  | 'innovation'
  | 'products'
  | 'resources'
  | 'application'
  | 'training'
  | 'clients'
  | 'judgement';

/** How well a center did in a year: 1 meets what the annex asks everywhere, 0 did nothing. */
export interface YearQuality {
  readonly base: number;
  readonly areas?: Readonly<Partial<Record<Area, number>>>;
}

/** A center with its story over the years. */
export interface CenterDefinition {
  readonly key: string;
  readonly name: string;
  readonly category: string;
  readonly variant: string | null;
  readonly industry: string | null;
  readonly region: string;
  readonly lead: string;
  readonly members: readonly string[];
  readonly announcedOn: string | null;
  /** Technical field that it works in most. */
  readonly field: string;
  /** By year; a year that is absent has no records. */
  readonly years: Readonly<Partial<Record<number, YearQuality>>>;
}

/** A province as the generator needs it. */
export interface ProvinceDefinition {
  readonly code: string;
  readonly name: string;
  /** How companies begin their names, e.g. 甘肃. */
  readonly shortName: string;
  readonly department: string;
  readonly documentPrefix: string;
  readonly ruleSet: {
    readonly documentNumber: string;
    readonly title: string;
    readonly issuedOn: string;
    readonly validThrough: string;
    readonly overrides: Readonly<Record<string, CategoryOverrides>>;
    /** Words of the document by article, e.g. `第十七条`. */
    readonly articles: Readonly<Record<string, string>>;
  };
  readonly regions: readonly RegionDefinition[];
  readonly organizations: readonly OrganizationDefinition[];
  readonly people: PeopleDefinition;
  readonly centers: readonly CenterDefinition[];
  /** Enterprises above designated size by GB/T 4754 division in the last year. */
  readonly aboveScaleEnterprises: Readonly<Record<string, number>>;
  /** Companies that exist for the generator, by division. */
  readonly enterprises: Readonly<Record<string, number>>;
  /** How large a center's work is beside that of a Gansu center. */
  readonly scale: number;
}

/** The province's people by role; each center's operator is added by the generator. */
interface PeopleDefinition {
  readonly administrator: string;
  readonly officers: readonly string[];
  readonly cityOfficers: readonly { readonly name: string; readonly region: string }[];
  /** Experts with their employers, which take part in no center. */
  readonly experts: readonly { readonly name: string; readonly organization: string }[];
  readonly auditor: string;
}
