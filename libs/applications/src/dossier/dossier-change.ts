import { canonicalJson, type FieldFault } from '@shucu/kernel';
import type { Application, DeclaredFacts, MeasureValues, Route } from '../application.entity.js';
import type { Dossier, DossierSection } from './dossier.types.js';

/** New values by field; null empties one. */
type Values = Readonly<Record<string, unknown>>;

/** What somebody has just typed: by section, only what is new. */
export interface DossierChange {
  readonly name?: string;
  readonly variant?: string | null;
  readonly industry?: string | null;
  readonly route?: Route;
  readonly plan?: Values;
  readonly form?: Values;
  readonly consortium?: Values;
  readonly claimed?: Readonly<Record<string, string | null>>;
  readonly facts?: Readonly<Record<string, number | boolean | null>>;
  /** Credit codes of all members besides the lead. */
  readonly members?: readonly string[];
  /** File ids by place; those of a named place replace all that it had. */
  readonly evidence?: Readonly<Record<string, readonly string[]>>;
}

/** The columns of an application that a change touches, as they will be. */
export type ChangedColumns = Pick<
  Application,
  'name' | 'variant' | 'industry' | 'route' | 'dossier' | 'claimed' | 'facts'
>;

const SECTIONS: readonly DossierSection[] = ['plan', 'form', 'consortium'];

/** The application with the change in it. */
export function changedColumns(application: Application, change: DossierChange): ChangedColumns {
  const { name = application.name, route = application.route } = change;
  const sections = SECTIONS.map((section) => [section, merged(application.dossier[section], change[section])] as const);
  return {
    ...{ name, route },
    variant: change.variant === undefined ? application.variant : change.variant,
    industry: change.industry === undefined ? application.industry : change.industry,
    dossier: Object.fromEntries(sections.filter(([, values]) => Object.keys(values).length > 0)) as Dossier,
    claimed: merged(application.claimed, change.claimed) as MeasureValues,
    facts: merged(application.facts, change.facts) as DeclaredFacts,
  };
}

/** Where what was sent differs from what is there now: what somebody else has typed meanwhile. */
export function differingFields(application: Application, change: DossierChange): FieldFault[] {
  const { name, variant, industry, route, dossier, claimed, facts } = application;
  const now: Readonly<Record<string, unknown>> = { name, variant, industry, route, ...dossier, claimed, facts };
  return Object.entries(change).flatMap(([section, sent]): FieldFault[] => {
    if (section === 'members' || section === 'evidence' || sent === undefined) return [];
    const current = now[section];
    if (!isValues(sent)) return differs(section, sent, current);
    return Object.entries(sent).flatMap(([field, value]) =>
      differs(`${section}.${field}`, value, isValues(current) ? current[field] : undefined),
    );
  });
}

/** Field by field, also within a field that has fields of its own; what is null or was never there is left out. */
function merged(current: object | undefined, change: Values | undefined): Values {
  const before = (current ?? {}) as Values;
  const entries = Object.entries({ ...before, ...change }).map(([field, value]) => {
    const earlier = before[field];
    return [field, isValues(value) && isValues(earlier) ? merged(earlier, value) : value] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== null && value !== undefined));
}

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function differs(field: string, sent: unknown, current: unknown): FieldFault[] {
  if (canonicalJson(sent ?? null) === canonicalJson(current ?? null)) return [];
  const shown = current === undefined || current === null ? null : shortened(current);
  return [{ field, rule: 'changed', message: `现为：${shown ?? '未填写'}`, en: `Now: ${shown ?? 'empty'}` }];
}

const SHOWN_LENGTH = 200;

function shortened(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}……` : text;
}
