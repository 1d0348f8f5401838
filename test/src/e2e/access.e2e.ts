import request from 'supertest';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';
import { type Operation, operationsOf } from '../isolation/operations.js';

const OPEN = ['GET /health/live', 'GET /health/ready'];
const NOTHING = '01a00000-0000-7000-8000-000000000000';

describe('the endpoints of the api', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let operations: readonly Operation[];

  const answersTo = async (token?: string): Promise<Record<string, { status: number; code?: string }>> => {
    const answers = await Promise.all(
      operations.map(async ({ name, verb, path }) => {
        const call = request(platform.server)
          [verb](path.replace(/\{\w+\}/g, NOTHING))
          .set('sec-fetch-site', 'same-origin');
        const { status, body } = await (token ? call.set('authorization', `Bearer ${token}`) : call);
        return [name, { status, code: body.code }];
      }),
    );
    return Object.fromEntries(answers);
  };

  beforeAll(async () => {
    platform = await startPlatform();
    tenant = await createTenant(platform.owner);
    operations = operationsOf((await request(platform.server).get('/api/openapi.json').expect(200)).body);
  });

  afterAll(() => platform?.stop());

  it('are closed to everybody without a token, but for the two of its health', async () => {
    const answers = Object.entries(await answersTo());
    expect(answers.length).toBeGreaterThan(40);
    expect(answers.filter(([, { status }]) => status !== 401).map(([name]) => name)).toEqual(OPEN);
    expect(operations.filter(({ open }) => open).map(({ name }) => name)).toEqual(OPEN);
  });

  it('let an auditor read and change nothing', async () => {
    const answers = Object.entries(await answersTo(tenant.tokens.auditor));
    const refused = answers.filter(([, { status }]) => status === 403).map(([name]) => name);
    const writing = operations.filter(({ verb }) => verb !== 'get').map(({ name }) => name);
    expect(refused).toEqual(expect.arrayContaining(writing));
    // An expert's scores are read by that expert only.
    expect(refused.filter((name) => !writing.includes(name))).toEqual(['GET /expert-scores']);
  });

  it('refuse before they look at what was sent', async () => {
    const answers = await answersTo(tenant.tokens.expert);
    expect(answers['POST /service-records']).toEqual({ status: 403, code: 'auth.forbidden' });
    expect(answers['POST /rating-runs/{id}/finalisation']).toEqual({ status: 403, code: 'auth.forbidden' });
  });
});
