import { buildAbility } from './abilities.js';
import { maskEmail, maskedFor, maskPhone } from './masking.js';
import './parcel.fixture.js';

describe('personal data', () => {
  it.each([
    ['13812340000', '138****0000'],
    ['+8613812340000', '+86****0000'],
    ['+14155550', '****50'],
  ])('of the phone %s shows %s', (phone, shown) => expect(maskPhone(phone)).toBe(shown));

  it.each([
    ['zhang.san@example.cn', 'z***@example.cn'],
    ['z@example.cn', '***@example.cn'],
    ['"a@b"@example.cn', '"***@example.cn'],
    ['李雷@example.cn', '李***@example.cn'],
  ])('of the address %s shows %s', (email, shown) => expect(maskEmail(email)).toBe(shown));

  const row = { id: '1', email: 'zhang@example.cn', phone: null, name: '张三' };
  const masks = { email: maskEmail, phone: maskPhone };
  const roles = [{ role: 'auditor', regionId: null, organizationId: null, duties: [] }] as const;
  const auditor = { accountId: 'a', roles };
  const abilityWith = (unmasked: string[]) =>
    buildAbility([{ auditor: (grant) => grant('read', 'Parcel', { unmasked }) }], auditor);

  it('is masked unless granted, field by field, and nothing stays nothing', () => {
    expect(maskedFor(abilityWith([]), 'Parcel', row, masks)).toEqual({ ...row, email: 'z***@example.cn' });
    expect(maskedFor(abilityWith(['phone']), 'Parcel', row, masks)).toEqual({ ...row, email: 'z***@example.cn' });
    expect(maskedFor(abilityWith(['email']), 'Parcel', row, masks)).toEqual(row);
  });

  it('is masked for whoever has no ability at all', () => {
    expect(maskedFor(buildAbility([], auditor), 'Parcel', row, masks).email).toBe('z***@example.cn');
  });

  it('leaves the row itself as it was', () => {
    maskedFor(abilityWith([]), 'Parcel', row, masks);
    expect(row.email).toBe('zhang@example.cn');
  });
});
