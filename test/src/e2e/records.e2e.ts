import request from 'supertest';
import { createCenter } from '../factories/center.factory.js';
import { creditCode } from '../factories/credit-codes.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';

describe('records', () => {
  let platform: TestPlatform;
  let ours: TestTenant;
  let theirs: TestTenant;
  let centerId: string;
  let operator: Caller;
  let stranger: Caller;

  const record = () => ({
    centerId,
    type: 'diagnosis',
    servedOn: '2025-04-24',
    title: '上门诊断',
    enterprise: creditCode(7),
  });

  beforeAll(async () => {
    platform = await startPlatform();
    ours = await createTenant(platform.owner);
    theirs = await createTenant(platform.owner);
    centerId = await createCenter(platform.owner, ours, { leadOrganizationId: ours.organizationId });
    operator = callerOf(platform, ours.tokens.centerOperator);
    stranger = callerOf(platform, theirs.tokens.provinceOfficer);
  });

  afterAll(() => platform?.stop());

  it('are created, changed, verified and voided, each step on the version that was seen', async () => {
    const { body: created } = await operator.post('service-records', record()).expect(201);
    expect(created).toMatchObject({ year: 2025, version: 1, status: 'active', verification: 'unverified' });
    const path = `service-records/${created.id}`;
    const change = { version: 1, change: { servedOn: '2024-12-31', headcount: 12 } };
    const { body: changed } = await operator.patch(path, change).expect(200);
    expect(changed).toMatchObject({ year: 2024, headcount: 12, version: 2 });
    const { body: stale } = await operator.patch(path, change).expect(409);
    expect(stale).toMatchObject({ code: 'conflict.stale', title: expect.stringContaining('当前版本 2') });
    const city = callerOf(platform, ours.tokens.cityOfficer);
    await city.post(`${path}/verification`, { version: 2, verification: 'verified' }).expect(200);
    await operator.post(`${path}/void`, { version: 3, reason: '' }).expect(422);
    expect((await operator.patch(path, { version: 3, change: {} }).expect(422)).body.errors[0].rule).toBe('empty');
    const { body: gone } = await operator.post(`${path}/void`, { version: 3, reason: '重复登记' }).expect(200);
    expect(gone).toMatchObject({ status: 'void', voidReason: '重复登记' });
    const { body: refused } = await operator.patch(path, { version: 4, change: { title: '又来' } }).expect(409);
    expect(refused.code).toBe('record.void');
  });

  it('name every fault with its field and rule, and store nothing', async () => {
    const before = (await operator.get(`service-records?centerId=${centerId}&limit=100`)).body.items.length;
    const wrong = {
      ...record(),
      servedOn: '2025-02-30',
      enterprise: '91350100M000100Y4Z',
      headcount: 'many',
      amount: '1.234',
      colour: 'red',
    };
    const { body, headers } = await operator.post('service-records', wrong).expect(422);
    expect(headers['content-type']).toContain('application/problem+json');
    const faults = body.errors.map(({ field, rule }: { field: string; rule: string }) => `${field}:${rule}`).sort();
    expect(faults).toEqual([
      'amount:amount',
      'colour:unknown',
      'enterprise:creditCode',
      'headcount:invalid_type',
      'servedOn:date',
    ]);
    const { body: word } = await operator.post('service-records', { ...record(), type: 'dance' }).expect(422);
    expect(word.errors[0]).toMatchObject({ field: 'type', message: expect.stringContaining('diagnosis') });
    const after = (await operator.get(`service-records?centerId=${centerId}&limit=100`)).body.items.length;
    expect(after).toBe(before);
  });

  it('answer malformed JSON with 400, too much with 413 and another type with 415, always as problem+json', async () => {
    const post = () =>
      request(platform.server)
        .post('/api/v1/service-records')
        .set('authorization', `Bearer ${ours.tokens.centerOperator}`);
    const malformed = await post().set('content-type', 'application/json').send('{"a":').expect(400);
    const poisoned = await post().set('content-type', 'application/json').send('{"__proto__":{"a":1}}').expect(400);
    const large = await post()
      .send({ title: 'x'.repeat(1_100_000) })
      .expect(413);
    const typed = await post().set('content-type', 'text/csv').send('a,b').expect(415);
    for (const { headers, body } of [malformed, poisoned, large, typed]) {
      expect(headers['content-type']).toContain('application/problem+json');
      expect(body).toMatchObject({ type: `urn:shucu:error:${body.code}`, title: expect.any(String) });
    }
  });

  it('answer for a row of another tenant exactly as for one that does not exist', async () => {
    const { body: created } = await operator.post('service-records', record()).expect(201);
    const answers = [];
    for (const id of [created.id, '01a00000-0000-7000-8000-000000000000']) {
      const { body } = await stranger.get(`service-records/${id}`).expect(404);
      answers.push({ ...body, requestId: '' });
    }
    expect(answers[0]).toEqual(answers[1]);
    await operator.get(`service-records/${created.id}`).expect(200);
    const { body: list } = await stranger.get(`service-records?centerId=${centerId}`).expect(200);
    expect(list.items).toEqual([]);
  });

  it('page by key without gaps or repeats', async () => {
    const paged = await createCenter(platform.owner, ours, {});
    const officer = callerOf(platform, ours.tokens.provinceOfficer);
    const { createServiceRecords } = await import('../factories/center.factory.js');
    await createServiceRecords(platform.owner, ours, paged, 45, { type: 'training', servedOn: '2025-05-06' });
    const seen: string[] = [];
    let next: string | undefined;
    do {
      const { body } = await officer.get(`service-records?centerId=${paged}&limit=20${next ? `&after=${next}` : ''}`);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      next = body.next;
    } while (next);
    expect(new Set(seen).size).toBe(45);
    expect(seen).toEqual([...seen].sort().reverse());
  });

  it('let resources, facts and reference figures in only where they fit', async () => {
    const resource = { centerId, kind: 'patent', title: '一种数据采集方法', acquiredOn: '2024-03-01' };
    await operator.post('resources', resource).expect(201);
    const { body: order } = await operator.post('resources', { ...resource, retiredOn: '2023-01-01' }).expect(422);
    expect(order.errors[0]).toMatchObject({ field: 'retiredOn', rule: 'order' });
    await operator.put('yearly-facts', { centerId, year: 2025, name: 'operatingStaff', value: 52 }).expect(200);
    const { body: half } = await operator
      .put('yearly-facts', { centerId, year: 2025, name: 'operatingStaff', value: 52.5 })
      .expect(422);
    expect(half.errors[0].field).toBe('value');
    const { body: unknown } = await operator
      .put('yearly-facts', { centerId, year: 2025, name: 'cats', value: 1 })
      .expect(422);
    expect(unknown.errors[0].message).toContain('operatingStaff');
    const figure = { name: 'aboveScaleEnterprises', industry: 'C32', year: 2025, value: 310, source: '省统计局' };
    await operator.put('reference-figures', figure).expect(403);
    const officer = callerOf(platform, ours.tokens.provinceOfficer);
    await officer.put('reference-figures', figure).expect(200);
    expect((await officer.get('reference-figures?year=2025').expect(200)).body).toMatchObject([{ industry: 'C32' }]);
    const { body: facts } = await operator.get(`yearly-facts?centerId=${centerId}`).expect(200);
    expect(facts).toMatchObject([{ name: 'operatingStaff', year: 2025 }]);
  });

  it('refuse everybody without a token, with another form of it, and roles that have no right', async () => {
    await request(platform.server).get('/api/v1/service-records').expect(401);
    await callerOf(platform, `${ours.tokens.centerOperator}x`).get('service-records').expect(401);
    await callerOf(platform, ours.tokens.centerOperator.replace(ours.code, theirs.code))
      .get('service-records')
      .expect(401);
    await callerOf(platform, ours.tokens.auditor).post('service-records', record()).expect(403);
    await callerOf(platform, ours.tokens.expert).get('service-records').expect(403);
  });
});

describe('organizations and centers', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let officer: Caller;

  beforeAll(async () => {
    platform = await startPlatform();
    tenant = await createTenant(platform.owner);
    officer = callerOf(platform, tenant.tokens.provinceOfficer);
  });

  afterAll(() => platform?.stop());

  it('hold the credit code, the variant, the industry and one center a lead (第八条)', async () => {
    const organization = {
      creditCode: creditCode(900),
      name: '甘肃某某科技有限公司',
      kind: 'enterprise',
      regionId: tenant.regionId,
    };
    const { body: lead } = await officer.post('organizations', organization).expect(201);
    expect((await officer.post('organizations', organization).expect(409)).body.code).toBe(
      'organization.creditCodeTaken',
    );
    const wrongDigit = { ...organization, creditCode: '91350100M000100Y4Z' };
    expect((await officer.post('organizations', wrongDigit).expect(422)).body.errors[0].field).toBe('creditCode');
    const center = {
      name: '某某行业数促中心',
      category: 'industry',
      regionId: tenant.regionId,
      leadOrganizationId: lead.id,
    };
    expect((await officer.post('centers', center).expect(422)).body.errors[0].field).toBe('industry');
    const variant = await officer.post('centers', { ...center, category: 'functional' }).expect(422);
    expect(variant.body.errors[0].message).toContain('innovation');
    const announced = { ...center, industry: 'C32', announcedOn: '2024-05-10' };
    expect((await officer.post('centers', announced).expect(201)).body.center.status).toBe('active');
    const [{ body: page }, { body: one }] = [
      await officer.get('centers'),
      await officer.get(`organizations/${lead.id}`),
    ];
    const path = `centers/${page.items[0].id}`;
    const { body: moved } = await officer
      .patch(path, { version: 1, change: { industry: 'C31', name: '改名中心' } })
      .expect(200);
    expect(moved.center).toMatchObject({ industry: 'C31', name: '改名中心', version: 2 });
    expect((await officer.patch(path, { version: 1, change: { name: '再改' } }).expect(409)).body.code).toBe(
      'conflict.stale',
    );
    expect(
      (await officer.patch(path, { version: 2, change: { industry: null } }).expect(422)).body.errors[0].field,
    ).toBe('industry');
    const renamed = await officer
      .patch(`organizations/${one.id}`, { version: 1, change: { name: '更名有限公司' } })
      .expect(200);
    expect(renamed.body).toMatchObject({ name: '更名有限公司', version: 2 });
    await officer.patch(`organizations/${one.id}`, { version: 2, change: { creditCode: creditCode(901) } }).expect(422);
    const second = await officer.post('centers', { ...announced, name: '另一个' }).expect(409);
    expect(second.body.code).toBe('center.leadTaken');
    const unknown = await officer.post('centers', { ...announced, category: 'magic' }).expect(422);
    expect(unknown.body.title).toContain('comprehensive');
  });

  it('refuse a rule set whose threshold is no number or whose weights are not 100', async () => {
    const administrator = callerOf(platform, tenant.tokens.provinceAdministrator);
    const ruleSet = {
      documentNumber: '测工信发〔2026〕9号',
      title: '实施细则',
      issuedOn: '2026-01-01',
      validThrough: '2027-12-31',
      overrides: { industry: { thresholds: { 'nowhere.none': 'many' }, weights: {} }, magic: {} },
    };
    const { body } = await administrator.post('rule-sets', ruleSet).expect(422);
    const fields = body.errors.map(({ field }: { field: string }) => field);
    expect(fields).toContain('overrides.magic');
    expect(fields.some((field: string) => field.startsWith('overrides.industry.thresholds'))).toBe(true);
    await administrator.post('rule-sets', { ...ruleSet, overrides: {} }).expect(201);
    await officer.post('rule-sets', { ...ruleSet, overrides: {} }).expect(403);
  });
});
