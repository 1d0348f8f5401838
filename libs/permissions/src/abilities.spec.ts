import { newId } from '@shucu/kernel';
import { ACTIONS, abilityOf, SUBJECTS } from './abilities.js';
import type { Actor, Role } from './actor.js';
import { conditionsOf } from './row-scope.js';

const [tenantId, regionId, organizationId] = [newId(), newId(), newId()];
const actor = (role: Role, scope: Partial<Actor> = {}): Actor => ({
  tenantId,
  accountId: newId(),
  displayName: '某人',
  role,
  regionId: null,
  organizationId: null,
  ...scope,
});

describe('abilities', () => {
  it('keep the auditor to reading', () => {
    const ability = abilityOf(actor('auditor'));
    for (const subject of SUBJECTS) {
      expect(ACTIONS.filter((action) => ability.can(action, subject))).toEqual(['read']);
    }
  });

  it('bind a city officer to the region and an operator to the organization, in the query', () => {
    expect(conditionsOf(actor('cityOfficer', { regionId }), 'read', 'ServiceRecord')).toEqual([{ regionId }]);
    const operator = actor('centerOperator', { organizationId });
    expect(conditionsOf(operator, 'create', 'ServiceRecord')).toEqual([{ leadOrganizationId: organizationId }]);
    expect(conditionsOf(operator, 'read', 'Rating')).toEqual([{ leadOrganizationId: organizationId, released: true }]);
    expect(conditionsOf(actor('provinceOfficer'), 'read', 'Rating')).toEqual([{}]);
  });

  it('grant nothing to a city officer without a region, and no run to an operator', () => {
    expect(abilityOf(actor('cityOfficer')).can('read', 'Center')).toBe(false);
    expect(() => conditionsOf(actor('centerOperator', { organizationId }), 'start', 'RatingRun')).toThrow(
      'Not permitted',
    );
  });
});
