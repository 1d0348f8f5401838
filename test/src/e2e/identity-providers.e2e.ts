import { SecretBox } from '@shucu/identity';
import { tenantTransaction } from '@shucu/tenancy';
import request, { type Response } from 'supertest';
import { createTenant, type TestPerson, type TestTenant } from '../factories/tenant.factory.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';

const SECRET = 'geheim-und-lang-4711';

describe('identity providers', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let administrator: Caller;
  let serial = 0;

  beforeAll(async () => {
    platform = await startPlatform({ variables: { PUBLIC_URL: 'https://shucu.example.gov.cn' } });
    tenant = await createTenant(platform.owner);
    administrator = as('provinceAdministrator');
  });

  afterAll(() => platform?.stop());

  const as = (person: TestPerson): Caller => callerOf(platform, tenant.tokens[person]);
  const given = (change: object = {}): object => {
    serial += 1;
    const [issuer, clientId, clientSecret] = ['https://sso.example.gov.cn', 'shucu', SECRET];
    return { slug: `sso-${serial}`, name: '省统一身份认证', issuer, clientId, clientSecret, ...change };
  };
  const create = async (change?: object): Promise<Response['body']> =>
    (await administrator.post('identity-providers', given(change)).expect(201)).body;
  const stored = async (id: string): Promise<string | null> => {
    const [row] = await tenantTransaction(platform.owner, tenant.id, (manager) =>
      manager.query('SELECT client_secret AS secret FROM identity_provider WHERE tenant_id = $1 AND id = $2', [
        tenant.id,
        id,
      ]),
    );
    return row.secret;
  };
  const faults = ({ status, body }: Response) => [
    status,
    (body.errors ?? []).map(({ field, rule }: { field: string; rule: string }) => `${field} ${rule}`),
  ];

  it('are told where to send people back to, and never tell their secret', async () => {
    const created = await create({ slug: 'sso' });
    expect(created).toMatchObject({
      slug: 'sso',
      hasClientSecret: true,
      enabled: true,
      version: 1,
      createdBy: tenant.accounts.provinceAdministrator,
      redirectUri: `https://shucu.example.gov.cn/api/v1/tenants/${tenant.code}/oidc/sso/callback`,
    });
    const [one, all] = [
      await administrator.get(`identity-providers/${created.id}`).expect(200),
      await administrator.get('identity-providers').expect(200),
    ];
    expect(one.body).toEqual(created);
    expect(all.body).toEqual([created]);
    const sealed = (await stored(created.id)) ?? '';
    const box = new SecretBox(platform.environment.SHUCU_SECRET_KEY ?? '');
    expect(box.open(sealed, { kind: 'oidcClient', tenantId: tenant.id, ownerId: created.id })).toBe(SECRET);
    for (const text of [one.text, all.text, sealed]) expect(text).not.toContain(SECRET);
    const log = await tenantTransaction(platform.owner, tenant.id, (manager) =>
      manager.query(`SELECT body FROM audit_entry WHERE subject = 'identity_provider'`),
    );
    expect(log).toHaveLength(1);
    for (const secret of [SECRET, sealed]) expect(JSON.stringify(log)).not.toContain(secret);
  });

  it('stand at the door of their tenant while they are enabled', async () => {
    const { id, slug } = await create();
    const door = async (): Promise<string[]> =>
      (await request(platform.server).get(`/api/v1/tenants/${tenant.code}`).expect(200)).body.providers.map(
        (one: { slug: string }) => one.slug,
      );
    expect(await door()).toContain(slug);
    await administrator.patch(`identity-providers/${id}`, { version: 1, change: { enabled: false } }).expect(200);
    expect(await door()).not.toContain(slug);
  });

  it('change on the version that was seen, and keep their secret for the issuer it was given for', async () => {
    const { id } = await create();
    const patch = (version: number, change: object) =>
      administrator.patch(`identity-providers/${id}`, { version, change });
    const before = await stored(id);
    const { body: renamed } = await patch(1, { name: '新名称' }).expect(200);
    expect([renamed.name, renamed.version, await stored(id)]).toEqual(['新名称', 2, before]);
    expect((await patch(1, { name: '旧版本' }).expect(409)).body.code).toBe('conflict.stale');
    const issuer = 'https://other.example.gov.cn';
    expect(faults(await patch(2, { issuer }))).toEqual([422, ['change.clientSecret required']]);
    expect((await patch(2, { issuer, clientSecret: null }).expect(200)).body).toMatchObject({
      issuer,
      hasClientSecret: false,
    });
    expect(await stored(id)).toBeNull();
  });

  it.each<[object, string]>([
    [{ issuer: 'http://sso.example.gov.cn' }, 'issuer issuer'],
    [{ issuer: 'https://sso.example.gov.cn/.well-known/openid-configuration' }, 'issuer issuer'],
    [{ issuer: 'file:///etc/passwd' }, 'issuer issuer'],
    [{ slug: '../up' }, 'slug invalid_format'],
    [{ enabled: 'yes' }, 'enabled invalid_type'],
    [{ tenantId: '00000000-0000-7000-8000-000000000001' }, 'tenantId unknown'],
  ])('are refused with %j', async (change, fault) => {
    expect(faults(await administrator.post('identity-providers', given(change)))).toEqual([422, [fault]]);
  });

  it('have a slug that no other of the tenant has', async () => {
    const { slug } = await create();
    const { body } = await administrator.post('identity-providers', given({ slug })).expect(409);
    expect(body.code).toBe('conflict.duplicate');
  });

  it('are kept by the security duty alone', async () => {
    const { id } = await create();
    for (const person of ['provinceOfficer', 'cityOfficer', 'centerOperator', 'expert'] as const) {
      await as(person).get('identity-providers').expect(403);
    }
    await as('auditor').get(`identity-providers/${id}`).expect(200);
    await as('auditor').post('identity-providers', given()).expect(403);
    await as('auditor')
      .patch(`identity-providers/${id}`, { version: 1, change: { enabled: false } })
      .expect(403);
  });
});
