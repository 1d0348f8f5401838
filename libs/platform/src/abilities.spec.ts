import { newId } from '@shucu/kernel';
import { type Ability, buildAbility, conditionsOf, type Role, type RoleGrant } from '@shucu/permissions';
import { ABILITIES } from './abilities.js';

const [regionId, organizationId, accountId] = [newId(), newId(), newId()];

const given = (role: Role, place: Partial<RoleGrant> = {}): RoleGrant => ({
  role,
  regionId: null,
  organizationId: null,
  duties: [],
  ...place,
});
const holding = (...roles: RoleGrant[]): { ability: Ability } => ({
  ability: buildAbility(ABILITIES, { accountId, roles }),
});
const deeds = ({ rules }: Ability): string[] =>
  rules.flatMap(({ action, subject }) => [action].flat().map((one) => `${String(subject)}:${one}`));

describe('abilities', () => {
  it('keep the auditor to reading, but for the own account and the log', () => {
    const { ability } = holding(given('auditor'));
    const others = deeds(ability).filter((deed) => !deed.endsWith(':read'));
    // To follow and to inspect an application is to read it.
    const reading = ['Application:follow', 'Application:inspect'];
    const log = ['AuditEntry:export', 'AuditEntry:verify', 'AuditEntry:configure'];
    expect(others).toEqual(['Self:update', ...log, ...reading]);
  });

  it('bind a city officer to the region and an operator to the organization, in the query', () => {
    expect(conditionsOf(holding(given('cityOfficer', { regionId })), 'read', 'ServiceRecord')).toEqual([{ regionId }]);
    const operator = holding(given('centerOperator', { organizationId }));
    expect(conditionsOf(operator, 'create', 'ServiceRecord')).toEqual([{ leadOrganizationId: organizationId }]);
    expect(conditionsOf(operator, 'read', 'Rating')).toEqual([{ leadOrganizationId: organizationId, released: true }]);
    expect(conditionsOf(holding(given('provinceOfficer')), 'read', 'Rating')).toEqual([{}]);
  });

  it('bind an expert to what is assigned, and leave assigning to the province', () => {
    const expert = holding(given('expert', { organizationId }));
    const assigned = [{ assignedExpertId: accountId }];
    expect(conditionsOf(expert, 'read', 'Center')).toEqual(assigned);
    expect(conditionsOf(expert, 'create', 'ExpertScore')).toEqual(assigned);
    expect(conditionsOf(expert, 'read', 'ExpertAssignment')).toEqual(assigned);
    expect(['create', 'end'].filter((action) => expert.ability.can(action, 'ExpertAssignment'))).toEqual([]);
    expect(conditionsOf(holding(given('provinceOfficer')), 'end', 'ExpertAssignment')).toEqual([{}]);
  });

  it('add up the roles of a person', () => {
    const both = holding(given('cityOfficer', { regionId }), given('centerOperator', { organizationId }));
    expect(conditionsOf(both, 'read', 'Center')).toHaveLength(2);
    expect(conditionsOf(both, 'read', 'Center')).toEqual(
      expect.arrayContaining([{ regionId }, { leadOrganizationId: organizationId }]),
    );
  });

  it('grant nothing to a city officer without a region, and no run to an operator', () => {
    expect(holding(given('cityOfficer')).ability.can('read', 'Center')).toBe(false);
    expect(() => conditionsOf(holding(given('centerOperator', { organizationId })), 'start', 'RatingRun')).toThrow(
      'Not permitted',
    );
  });

  it('separate system from security administration, and both from audit', () => {
    const { ability: system } = holding(given('provinceAdministrator', { duties: ['system'] }));
    const { ability: security } = holding(given('provinceAdministrator', { duties: ['security'] }));
    expect([system.can('create', 'RuleSet'), security.can('create', 'RuleSet')]).toEqual([true, false]);
    expect([system.can('update', 'Account'), security.can('update', 'Account')]).toEqual([false, true]);
    expect([system.can('read', 'Account', 'phone'), security.can('read', 'Account', 'phone')]).toEqual([false, true]);
  });

  it('leave one who has still to change the password nothing but the own account', () => {
    const ability = buildAbility(ABILITIES, { accountId, roles: [given('provinceOfficer')], pending: 'password' });
    expect([...new Set(ability.rules.map(({ subject }) => subject))]).toEqual(['Self']);
  });

  it('narrow a token to its scopes, which cannot widen what the person may do', () => {
    const scopes = ['Rating:read', 'Account:update'];
    const ability = buildAbility(ABILITIES, { accountId, roles: [given('provinceOfficer')], scopes });
    expect(deeds(ability)).toEqual(['Rating:read']);
  });

  it('show the platform operator no business of any tenant', () => {
    const { ability } = holding(given('platformOperator'));
    for (const subject of ['Organization', 'Center', 'ServiceRecord', 'Rating', 'Document', 'RevocationCase']) {
      expect(ability.can('read', subject)).toBe(false);
    }
  });
});
