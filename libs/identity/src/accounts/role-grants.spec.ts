import type { RoleGrant } from '@shucu/permissions';
import { grantFaults } from './role-grants.js';

const bare = { regionId: null, organizationId: null, duties: [] };
const grant = (role: RoleGrant['role'], rest: Partial<RoleGrant> = {}): RoleGrant => ({ role, ...bare, ...rest });
const province = { isPlatform: false, separateAdministrators: true };
const told = (grants: RoleGrant[], circumstances = province): string[] =>
  grantFaults(grants, circumstances).map(({ field, rule }) => `${field} ${rule}`);

describe('roles that one person is to hold', () => {
  it.each<[string, RoleGrant[]]>([
    ['none', []],
    ['a city officer of a region', [grant('cityOfficer', { regionId: 'r' })]],
    [
      'a city officer of two regions',
      [grant('cityOfficer', { regionId: 'r' }), grant('cityOfficer', { regionId: 's' })],
    ],
    ['an expert without and one with an employer', [grant('expert'), grant('expert', { organizationId: 'o' })]],
    ['an operator who is an expert', [grant('centerOperator', { organizationId: 'o' }), grant('expert')]],
    ['one duty', [grant('provinceAdministrator', { duties: ['security'] }), grant('provinceOfficer')]],
    ['an auditor', [grant('auditor')]],
  ])('may be %s', (_what, grants) => expect(told(grants)).toEqual([]));

  it.each<[string, RoleGrant[], string[]]>([
    ['a city officer of nowhere', [grant('cityOfficer')], ['roles.0.regionId required']],
    ['an operator of nothing', [grant('centerOperator')], ['roles.0.organizationId required']],
    ['an administrator of nothing', [grant('provinceAdministrator')], ['roles.0.duties required']],
    [
      'duties of another role',
      [
        grant('provinceAdministrator', { duties: ['submission'] }),
        grant('centerOperator', { organizationId: 'o', duties: ['system'] }),
      ],
      ['roles.0.duties oneOf', 'roles.1.duties oneOf'],
    ],
    [
      'an officer with all that officers do not have',
      [grant('provinceOfficer', { regionId: 'r', organizationId: 'o', duties: ['system'] })],
      ['roles.0.regionId absent', 'roles.0.organizationId absent', 'roles.0.duties absent'],
    ],
    ['an expert of a region', [grant('expert', { regionId: 'r' })], ['roles.0.regionId absent']],
    ['the same twice', [grant('expert'), grant('expert')], ['roles.1 duplicate']],
    [
      'one administrator in two rows',
      [
        grant('provinceAdministrator', { duties: ['system'] }),
        grant('provinceAdministrator', { duties: ['security'] }),
      ],
      ['roles.1 duplicate', 'roles dutiesApart'],
    ],
    ['an auditor who decides', [grant('auditor'), grant('provinceOfficer')], ['roles auditApart']],
    ['both duties', [grant('provinceAdministrator', { duties: ['system', 'security'] })], ['roles dutiesApart']],
    ['an operator of the platform', [grant('platformOperator')], ['roles.0.role tenant']],
  ])('may not be %s', (_what, grants, faults) => expect(told(grants)).toEqual(faults));

  it('may be both duties where the tenant says so', () => {
    const both = [grant('provinceAdministrator', { duties: ['system', 'security'] })];
    expect(told(both, { ...province, separateAdministrators: false })).toEqual([]);
  });

  it('are of the platform in its own tenant, and nothing else', () => {
    const platform = { ...province, isPlatform: true };
    expect(told([grant('platformOperator')], platform)).toEqual([]);
    expect(told([grant('provinceOfficer')], platform)).toEqual(['roles.0.role tenant']);
  });
});
