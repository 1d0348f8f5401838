import { openDataSource } from '@shucu/database';
import request, { type Response, type Test } from 'supertest';
import { createCenter } from '../factories/center.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform, until } from '../harness/platform.js';

interface Fault {
  readonly field: string;
  readonly rule: string;
  readonly message: string;
}

describe('bad input', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let operator: Caller;
  let officer: Caller;
  let centerId: string;

  const record = () => ({ centerId, type: 'diagnosis', servedOn: '2025-04-24', title: '上门诊断' });
  const fact = () => ({ centerId, year: 2025, name: 'operatingStaff', value: 52 });
  const faultsOf = async (call: Test): Promise<string[]> =>
    (await call.expect(422)).body.errors.map(({ field, rule }: Fault) => `${field}:${rule}`);

  beforeAll(async () => {
    platform = await startPlatform();
    tenant = await createTenant(platform.owner);
    centerId = await createCenter(platform.owner, tenant, { leadOrganizationId: tenant.organizationId });
    operator = callerOf(platform, tenant.tokens.centerOperator);
    officer = callerOf(platform, tenant.tokens.provinceOfficer);
  });

  afterAll(() => platform?.stop());

  it.each([
    ['a zero character', 'a\u0000b'],
    ['half of a surrogate pair', 'a\ud800b'],
    ['a line break in a title', 'a\nb'],
  ])('in a text is named: %s', async (_what, title) => {
    expect(await faultsOf(operator.post('service-records', { ...record(), title }))).toEqual(['title:text']);
    const evidence = [{ kind: 'contract', title }];
    expect(await faultsOf(operator.post('service-records', { ...record(), evidence }))).toEqual([
      'evidence.0.title:text',
    ]);
    expect(await faultsOf(operator.put('yearly-facts', { ...fact(), name: title }))).toEqual(['name:text']);
    const figure = { name: title, industry: 'C32', year: 2025, value: 310, source: '省统计局' };
    expect(await faultsOf(officer.put('reference-figures', figure))).toEqual(['name:text']);
  });

  it('in a reason or an opinion is named, while people may write lines', async () => {
    const { body } = await operator.post('service-records', record()).expect(201);
    const path = `service-records/${body.id}/void`;
    expect(await faultsOf(operator.post(path, { version: 1, reason: 'a\u0000' }))).toEqual(['reason:text']);
    await operator.post(path, { version: 1, reason: '重复登记：\n见上一条' }).expect(200);
  });

  it('in a filter is named', async () => {
    expect(await faultsOf(officer.get('centers?category=%00'))).toEqual(['category:text']);
    expect(await faultsOf(officer.get('documents?kind=%00'))).toEqual(['kind:text']);
    expect(await faultsOf(officer.get('service-records?type=a%00'))).toEqual(['type:text']);
    expect(await faultsOf(officer.get('centers?limit=0x10'))).toEqual(['limit:integer']);
    expect(await faultsOf(officer.get('ratings?year=2025.0'))).toEqual(['year:integer']);
    expect(await faultsOf(officer.get('centers?limit=5&limit=6'))).toEqual(['limit:invalid_type']);
  });

  it('is never bent into the right type in a body', async () => {
    for (const year of ['2025', [2025], true, null]) {
      expect(await faultsOf(operator.put('yearly-facts', { ...fact(), year }))).toEqual(['year:invalid_type']);
    }
    expect(await faultsOf(operator.put('yearly-facts', { ...fact(), value: 1e12 }))).toEqual(['value:too_big']);
    expect(await faultsOf(operator.put('yearly-facts', { ...fact(), value: -1 }))).toEqual(['value:too_small']);
  });

  it('of a date that is in no calendar of ours, or still to come', async () => {
    for (const servedOn of ['0000-01-01', '1899-12-31', '2101-01-01', '2025-02-29']) {
      expect(await faultsOf(operator.post('service-records', { ...record(), servedOn }))).toContain('servedOn:date');
    }
    const tomorrow = new Date(Date.now() + 36 * 3_600_000).toISOString().slice(0, 10);
    expect(await faultsOf(operator.post('service-records', { ...record(), servedOn: tomorrow }))).toEqual([
      'servedOn:future',
    ]);
    const resource = { centerId, kind: 'patent', title: '专利', acquiredOn: tomorrow };
    expect(await faultsOf(operator.post('resources', resource))).toEqual(['acquiredOn:future']);
  });

  it('of a version that no row can have', async () => {
    const { body } = await operator.post('service-records', record()).expect(201);
    const change = { version: 3_000_000_000, change: { title: '又来' } };
    expect(await faultsOf(operator.patch(`service-records/${body.id}`, change))).toEqual(['version:too_big']);
  });

  it('is explained in the language of the caller', async () => {
    const wrong = { ...record(), title: undefined, headcount: 'many' };
    const messages = ({ body }: Response): string[] => body.errors.map(({ message }: Fault) => message).sort();
    expect(messages(await operator.post('service-records', wrong))).toEqual(['应为数字，实际是文字', '必填']);
    const english = operator.post('service-records', wrong).set('accept-language', 'en');
    expect(messages(await english)).toEqual(['Expected number, received string', 'Required']);
  });

  it('in a path is answered like an unknown id', async () => {
    const answers = [];
    for (const id of ['01a00000-0000-7000-8000-000000000000', 'abc', '%00', 'x'.repeat(500)]) {
      const { body } = await officer.get(`centers/${id}`).expect(404);
      answers.push(JSON.stringify({ ...body, requestId: '' }));
    }
    expect(new Set(answers).size).toBe(1);
    await officer.get('documents/01a00000-0000-7000-8000-000000000000/content/exe').expect(404);
  });

  it('outside of any schema is problem+json too', async () => {
    const post = (type: string, content: string) =>
      request(platform.server)
        .post('/api/v1/service-records')
        .set('authorization', `Bearer ${tenant.tokens.centerOperator}`)
        .set('content-type', type)
        .send(content);
    const answers = [
      await officer.get('%ZZ').expect(400),
      await post('text/plain', 'abc').expect(415),
      await post('application/x-www-form-urlencoded', 'a=b').expect(415),
      await post('application/json', 'null').expect(422),
    ];
    for (const { type, body } of answers) {
      expect({ type, code: body.code }).toEqual({ type: 'application/problem+json', code: expect.any(String) });
    }
  });
});

describe('a database that goes away', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await startPlatform();
  });

  afterAll(() => platform?.stop());

  it('in the middle of a request is told as 503, and the next request is served', async () => {
    const tenant = await createTenant(platform.owner);
    const officer = callerOf(platform, tenant.tokens.provinceOfficer);
    // A role may end its own sessions only.
    const killer = await openDataSource({ url: platform.environment.DATABASE_URL, name: 'test-killer', poolSize: 1 });
    const answer = await platform.owner.transaction(async (manager) => {
      await manager.query('LOCK TABLE organization IN ACCESS EXCLUSIVE MODE');
      const waiting = officer.get('organizations').then((response) => response);
      const ended = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                     WHERE application_name = 'shucu-api' AND wait_event_type = 'Lock'`;
      await until('the request at the lock', async () => (await killer.query(ended)).length > 0, 15_000);
      return waiting;
    });
    await killer.destroy();
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 503, code: 'service.unavailable' });
    await officer.get('organizations').expect(200);
  });
});
