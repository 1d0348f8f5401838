import { insertRows } from '@shucu/database';
import { newApiToken } from '@shucu/identity';
import { newId } from '@shucu/kernel';
import { type Duty, PROVINCE_ROLES, type Role } from '@shucu/permissions';
import { tenantTransaction } from '@shucu/tenancy';
import type { DataSource } from 'typeorm';
import { creditCode } from './credit-codes.js';

/** Who is in a test tenant. */
export type TestPerson = Exclude<Role, 'platformOperator'> | 'secondOfficer';

/** A tenant with one region, one organization, a person a role and a second province officer. */
export interface TestTenant {
  readonly id: string;
  readonly code: string;
  readonly regionId: string;
  readonly organizationId: string;
  readonly ruleSetId: string;
  readonly accounts: Readonly<Record<TestPerson, string>>;
  readonly tokens: Readonly<Record<TestPerson, string>>;
}

let serial = 0;

/** Every duty that a role can have. */
export function dutiesOf(role: string): Duty[] {
  if (role === 'provinceAdministrator') return ['system', 'security'];
  return role === 'centerOperator' ? ['submission'] : [];
}

/** Writes a tenant as the owner of the schema. `overrides` are those of its rule set. */
export async function createTenant(owner: DataSource, overrides: object = {}): Promise<TestTenant> {
  serial += 1;
  const code = `t${serial}-${Date.now().toString(36)}`;
  const [id, regionId, organizationId, ruleSetId] = [newId(), newId(), newId(), newId()];
  const people = [...PROVINCE_ROLES, 'secondOfficer'] as const;
  const logins = people.map((name) => ({ name, id: newId(), ...newApiToken(code) }));
  await tenantTransaction(owner, id, async (manager) => {
    const own = { tenant_id: id };
    await manager.query(
      `INSERT INTO tenant (id, code, name, department, document_prefix) VALUES ($1, $2, '测试省', '测试省工业和信息化厅', '测工信发')`,
      [id, code],
    );
    await insertRows(manager, 'region', [{ ...own, id: regionId, name: '兰州市', bureau: '兰州市工业和信息化局' }]);
    await insertRows(manager, 'organization', [
      {
        ...own,
        id: organizationId,
        credit_code: creditCode(serial),
        name: '测试数字科技有限公司',
        kind: 'enterprise',
        ownership: 'local',
        region_id: regionId,
        version: 1,
        created_at: new Date(),
        updated_at: new Date(),
      },
    ]);
    await insertRows(
      manager,
      'account',
      logins.map((login) => ({
        ...own,
        id: login.id,
        login: login.name.toLowerCase(),
        display_name: login.name,
        status: 'active',
        version: 1,
        created_at: new Date(),
        updated_at: new Date(),
      })),
    );
    await insertRows(
      manager,
      'account_role',
      logins.map((login) => ({
        ...own,
        id: newId(),
        account_id: login.id,
        role: login.name === 'secondOfficer' ? 'provinceOfficer' : login.name,
        region_id: login.name === 'cityOfficer' ? regionId : null,
        organization_id: login.name === 'centerOperator' ? organizationId : null,
        duties: dutiesOf(login.name),
        granted_at: new Date(),
      })),
    );
    await insertRows(
      manager,
      'api_token',
      logins.map((login) => ({
        ...own,
        id: newId(),
        token_hash: login.hash,
        account_id: login.id,
        name: 'test',
        scopes: ['*'],
        expires_at: new Date(Date.now() + 3_600_000),
        created_at: new Date(),
      })),
    );
    await insertRows(manager, 'rule_set', [
      {
        ...own,
        id: ruleSetId,
        document_number: '测工信发〔2024〕1号',
        title: '测试省工业互联网数字化转型促进中心建设实施细则（试行）',
        issued_on: '2023-01-01',
        valid_through: '2027-12-31',
        revision: 1,
        parameters: { missingOpinion: 'zero', consecutiveFails: 2, banYears: 2 },
        overrides,
        state: 'inForce',
        in_force_from: '2023-01-01',
        created_at: new Date(),
      },
    ]);
  });
  const byName = (pick: (login: (typeof logins)[number]) => string) =>
    Object.fromEntries(logins.map((login) => [login.name, pick(login)])) as TestTenant['tokens'];
  return {
    id,
    code,
    regionId,
    organizationId,
    ruleSetId,
    accounts: byName((login) => login.id),
    tokens: byName((login) => login.token),
  };
}
