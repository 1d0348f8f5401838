import { FIELDS, INDUSTRIAL_DIVISIONS } from '@shucu/plugin-sdk';
import { Random } from '../basis/random.js';
import type { AccountRow, ExpertProfileRow } from '../rows.types.js';

const TITLES = ['正高级工程师', '教授', '研究员', '高级工程师'];

/** Technical fields and industrial divisions that an expert knows. */
const KNOWN = { fields: 3, divisions: 4 };

/** The pool of experts (第十二条): every expert of the province, with a few technical fields and industries. */
export function expertProfilesOf(accounts: readonly AccountRow[], seed: string): ExpertProfileRow[] {
  return accounts
    .filter(({ role }) => role === 'expert')
    .map(({ tenantId, id, login }) => {
      const random = new Random(`${seed}/${tenantId}/expert/${login}`);
      const some = (terms: readonly string[], count: number): string[] =>
        Array.from({ length: count }, () => random.pick(terms));
      const fields = [...some(Object.keys(FIELDS), KNOWN.fields), ...some(INDUSTRIAL_DIVISIONS, KNOWN.divisions)];
      return { tenantId, id, title: random.pick(TITLES), fields: [...new Set(fields)] };
    });
}
