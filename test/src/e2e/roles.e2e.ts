import request from 'supertest';
import { createOperator } from '../factories/operator.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';
import { COLUMNS, type Column, TABLE } from '../isolation/columns.js';
import { type Operation, operationsOf } from '../isolation/operations.js';

const NOTHING = '01a00000-0000-7000-8000-000000000000';

describe('each role', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let operations: readonly Operation[];
  let tokens: Readonly<Record<Column, string>>;

  /** Calls an endpoint with nothing that it could act on. */
  const call = async ({ verb, path }: Operation, token?: string): Promise<{ status: number; code?: string }> => {
    const test = request(platform.server)
      [verb](path.replace(/\{\w+\}/g, NOTHING))
      .set('sec-fetch-site', 'same-origin');
    const { status, body } = await (token ? test.set('authorization', `Bearer ${token}`) : test);
    return { status, code: body.code };
  };

  beforeAll(async () => {
    platform = await startPlatform();
    tenant = await createTenant(platform.owner);
    tokens = { ...tenant.tokens, platformOperator: (await createOperator(platform.owner)).token };
    operations = operationsOf((await request(platform.server).get('/api/openapi.json').expect(200)).body);
  });

  afterAll(() => platform?.stop());

  it('has a column for every endpoint of the running api, and for nothing else', () => {
    const names = operations.map(({ name }) => name).sort();
    expect([...TABLE.keys()].sort()).toEqual(names);
    expect(
      operations
        .filter(({ open }) => open)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(names.filter((name) => TABLE.get(name) === 'open'));
  });

  it('can do exactly its column of the table', async () => {
    const faults: string[] = [];
    let probes = 0;
    for (const operation of operations) {
      const allowed = TABLE.get(operation.name);
      if (allowed === 'open') continue;
      for (const column of COLUMNS) {
        const { status, code } = await call(operation, tokens[column]);
        const isRefused = status === 403 && code === 'auth.forbidden';
        if (isRefused === allowed?.includes(column)) faults.push(`${column} ${operation.name}: ${status} ${code}`);
        probes += 1;
      }
    }
    process.stdout.write(`roles: ${probes} probes of ${operations.length} endpoints by ${COLUMNS.length} roles\n`);
    expect(faults).toEqual([]);
  }, 300_000);

  it('is nothing to one who has not signed in: only what is open answers, everything else asks for it', async () => {
    const faults: string[] = [];
    for (const operation of operations) {
      const { code } = await call(operation);
      if ((code === 'auth.required') === (TABLE.get(operation.name) === 'open'))
        faults.push(`${operation.name}: ${code}`);
    }
    expect(faults).toEqual([]);
  });

  it('is refused before anything is looked at that was sent', async () => {
    const create = operations.find(({ name }) => name === 'POST /service-records');
    expect(create && (await call(create, tokens.expert))).toEqual({ status: 403, code: 'auth.forbidden' });
    expect(create && (await call(create, tokens.centerOperator))).toEqual({ status: 422, code: 'validation.failed' });
  });
});
