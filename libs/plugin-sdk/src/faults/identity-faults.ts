import type { CategoryPluginDefinition } from '../plugin/category-plugin.types.js';
import type { Fault } from './fault.types.js';

const PLUGIN_ID = /^[a-z][a-z0-9-]*$/;
const NUMBER = '(0|[1-9]\\d*)';
const PRE_RELEASE = '(-[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?(\\+[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?';
const VERSION = new RegExp(`^${NUMBER}\\.${NUMBER}\\.${NUMBER}${PRE_RELEASE}$`);
const COMPARATOR = `(\\^|~|>=|<=|>|<|=)?${NUMBER}(\\.(${NUMBER}|x|\\*)){0,2}${PRE_RELEASE}`;
const RANGE = new RegExp(`^${COMPARATOR}(( | - | \\|\\| )${COMPARATOR})*$`);

/** Faults of id, version and SDK range; only their form, the host compares versions. */
export function identityFaults({ id, version, sdk }: CategoryPluginDefinition): readonly Fault[] {
  const faults: Fault[] = [];
  const expect = (path: string, value: unknown, form: RegExp, example: string) => {
    if (typeof value === 'string' && form.test(value)) return;
    faults.push({ path, message: `${JSON.stringify(value) ?? 'nothing'} is wrong; expected ${example}` });
  };
  expect('id', id, PLUGIN_ID, 'lower-case letters, digits and -, such as industry');
  expect('version', version, VERSION, 'a semantic version such as 1.0.0');
  expect('sdk', sdk, RANGE, 'a range of semantic versions such as ^1.0.0');
  return faults;
}
