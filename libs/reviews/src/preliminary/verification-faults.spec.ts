import type { ClaimableValue } from '@shucu/applications';
import { openVerifications, statedValue, verificationFaults } from './verification-faults.js';

const suppliers: ClaimableValue = {
  ...{
    measure: 'suppliers',
    title: '数字化转型供应商',
    unit: '家',
    indicator: 'supply',
    isWhole: true,
    fact: null,
    isYesNo: false,
  },
};
const staff: ClaimableValue = {
  ...{
    measure: 'staff',
    title: '专职人员',
    unit: '人',
    indicator: 'team',
    isWhole: false,
    fact: 'operatingStaff',
    isYesNo: false,
  },
};
const values = [suppliers, staff];
const application = { claimed: { suppliers: '50' }, facts: { operatingStaff: 60 } };

const rulesOf = (...items: [measure: string, verified: string, remark?: string][]): string[] =>
  verificationFaults(
    application,
    values,
    items.map(([measure, verified, remark = null]) => ({ measure, verified, remark })),
  ).map(({ field, rule }) => `${field} ${rule}`);

describe('verified values', () => {
  it('stand beside what was stated, as a value or as a declared figure', () => {
    expect(statedValue(application, suppliers)).toBe('50');
    expect(statedValue(application, staff)).toBe('60');
    expect(statedValue({ claimed: {}, facts: { operatingStaff: true } }, staff)).toBe('1');
    expect(statedValue({ claimed: {}, facts: {} }, suppliers)).toBeNull();
  });

  it('need a remark exactly where they are another value', () => {
    expect(rulesOf(['suppliers', '50'], ['staff', '60.0'])).toEqual([]);
    expect(rulesOf(['suppliers', '49'])).toEqual(['items.0.remark required']);
    expect(rulesOf(['suppliers', '49', '一家未签约。'])).toEqual([]);
  });

  it('are of a measure that was asked for, once each, whole where things are counted', () => {
    expect(rulesOf(['nothing', '1'])).toEqual(['items.0.measure oneOf']);
    expect(rulesOf(['suppliers', '50'], ['suppliers', '50'])).toEqual(['items.1.measure unique']);
    expect(rulesOf(['suppliers', '50.5', '…'])).toEqual(['items.0.verified whole']);
    expect(rulesOf(['staff', '59.5', '…'])).toEqual([]);
  });

  it('are complete with every value', () => {
    const open = openVerifications(values, [{ measure: 'staff', verified: '60', remark: null }]);
    expect(open.map(({ field }) => field)).toEqual(['items.suppliers']);
  });
});
