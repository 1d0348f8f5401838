import { categoryFaults } from '@shucu/centers';
import type { FieldFault } from '@shucu/kernel';
import type { Organization } from '@shucu/organizations';
import type { CategoryPlugin } from '@shucu/plugin-sdk';
import type { MeasureValues, Route } from '../application.entity.js';
import type { DossierChange } from './dossier-change.js';
import { evidencePlaces } from './evidence-places.js';
import { claimFaults, declaredFaults } from './value-faults.js';

/** What the center that is applied for would be. */
interface WantedCenter {
  readonly variant: string | null;
  readonly industry: string | null;
  readonly route: Route;
}

/** What is wrong with the kind of center and with the way that the application takes (第六条、第十条). */
export function centerFaults(plugin: CategoryPlugin, lead: Organization, wanted: WantedCenter): FieldFault[] {
  return [...categoryFaults(plugin, wanted), ...routeFaults(lead, wanted.route)];
}

/** What is wrong with what was just typed, each fault at its field. */
export function changeFaults(plugin: CategoryPlugin, variant: string | null, change: DossierChange): FieldFault[] {
  const claimed = withoutNulls(change.claimed) as MeasureValues;
  const facts = withoutNulls(change.facts) as Readonly<Record<string, number | boolean>>;
  return [
    ...claimFaults(plugin, variant, claimed),
    ...declaredFaults(plugin, facts),
    ...placeFaults(plugin, variant, Object.keys(change.evidence ?? {})),
  ];
}

/** Central and provincial organizations may apply to the province directly, all others go to their bureau (第十条). */
function routeFaults({ ownership, name }: Organization, route: Route): FieldFault[] {
  if (route === 'local' || ownership !== 'local') return [];
  const message = `只有中央在甘企业和省属企业可直接向省级工信部门申报；“${name}”应按属地原则报所在地工信部门（第十条）`;
  const en = `Only central and provincial enterprises apply to the province directly; "${name}" goes to its bureau`;
  return [{ field: 'route', rule: 'ownership', message, en }];
}

function placeFaults(plugin: CategoryPlugin, variant: string | null, places: readonly string[]): FieldFault[] {
  const known = evidencePlaces(plugin, variant);
  return places
    .filter((place) => !known.has(place))
    .map((place) => {
      const names = [...known.keys()].join('、');
      const message = `没有“${place}”这一处，证明材料可放在：${names}`;
      return { field: `evidence.${place}`, rule: 'oneOf', message, en: `Evidence belongs to one of: ${names}` };
    });
}

function withoutNulls(values: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}
