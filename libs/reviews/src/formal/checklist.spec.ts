import type { CheckedItem } from '../application-review.entity.js';
import { checkedFaults, checklistOf, openItems } from './checklist.js';

const items = (route: 'local' | 'direct', hasMembers: boolean): string[] =>
  checklistOf({ route }, hasMembers).map(({ item }) => item);
const checked = (item: string, conclusion: CheckedItem['conclusion'], remark: string | null = null): CheckedItem => ({
  ...{ item, conclusion, remark },
});

describe('the checklist of a formal review', () => {
  it('asks for the agreement of a consortium, and for the recommendation or the right to the direct route', () => {
    expect(items('local', false)).toContain('recommendation');
    expect(items('local', false)).not.toContain('consortium');
    expect(items('direct', true)).toEqual(expect.arrayContaining(['consortium', 'directRoute']));
    expect(items('direct', true)).not.toContain('recommendation');
  });

  it('takes each item once and a reason for all but a pass', () => {
    const list = checklistOf({ route: 'local' }, false);
    const faults = checkedFaults(list, [
      checked('materials', 'pass'),
      checked('materials', 'pass'),
      checked('consortium', 'pass'),
      checked('ban', 'fail'),
      checked('exclusion', 'notApplicable', '首个中心。'),
    ]);
    expect(faults.map(({ field, rule }) => `${field} ${rule}`)).toEqual([
      'items.1.item oneOf',
      'items.2.item oneOf',
      'items.3.remark required',
    ]);
  });

  it('is done when every item has a conclusion and none failed', () => {
    const list = checklistOf({ route: 'local' }, false);
    const all = list.map(({ item }) => checked(item, 'pass'));
    expect(openItems(list, all)).toEqual([]);
    expect(openItems(list, all.slice(1)).map(({ rule }) => rule)).toEqual(['unchecked']);
    expect(openItems(list, [...all.slice(1), checked('materials', 'fail', '缺。')]).map(({ rule }) => rule)).toEqual([
      'failed',
    ]);
  });
});
