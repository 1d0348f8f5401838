import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, openDataSource } from '@shucu/database';
import { PROVINCE_ROLES } from '@shucu/permissions';
import { tenantTransaction } from '@shucu/tenancy';
import { until } from '../harness/platform.js';
import { printedLogins, type SignedInPerson, signInPrinted } from '../harness/printed-logins.js';
import { processesOf, ShucuProcess } from '../harness/start-process.js';

const UP = 'Ctrl-C stops everything';
const SLOW = 420_000;

/** One case that the platform might have opened, and one that an officer opened. */
const OPEN_CASES = `
  WITH chosen AS (
    SELECT id, row_number() OVER (ORDER BY id) AS n FROM center WHERE tenant_id = $1 AND status = 'active' LIMIT 2)
  INSERT INTO revocation_case (tenant_id, id, center_id, ground, facts, rule_set_id, opened_by)
  SELECT $1, gen_random_uuid(), chosen.id, CASE n WHEN 1 THEN 'consecutiveFails' ELSE 'nonCooperation' END,
    '[{"statement": "现场核查未配合提供资料"}]', (SELECT id FROM rule_set WHERE tenant_id = $1 LIMIT 1),
    CASE n WHEN 2 THEN (SELECT account_id FROM account_role WHERE tenant_id = $1 AND role = 'provinceOfficer' LIMIT 1) END
  FROM chosen RETURNING id`;

interface Item {
  readonly id: string;
}

/** A province officer of each province, signed in. */
function officers(output: string): Promise<SignedInPerson[]> {
  return Promise.all(
    printedLogins(output)
      .filter(({ role }) => role === 'provinceOfficer')
      .map(signInPrinted),
  );
}

async function call({ url, cookie }: SignedInPerson, path: string): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${url}/api/v1/${path}`, { headers: { cookie } });
  return { status: response.status, body: await response.json() };
}

async function idsOf(login: SignedInPerson, path: string): Promise<string[]> {
  const { items } = (await call(login, `${path}?limit=100`)).body as { items: Item[] };
  return items.map(({ id }) => id).sort();
}

/** Each printed login works and is of the role that it is printed with; of each province one a role, and the platform's. */
async function everyRoleSignsIn(output: string): Promise<void> {
  const logins = printedLogins(output);
  const roles = (code: string): string[] =>
    logins.filter(({ tenantCode }) => tenantCode === code).map(({ role }) => role);
  for (const code of ['gansu', 'ningxia']) expect(roles(code).sort()).toEqual([...PROVINCE_ROLES].sort());
  expect(roles('platform')).toEqual(['platformOperator', 'platformOperator']);
  for (const login of logins) {
    const { body } = await call(await signInPrinted(login), 'me');
    expect(body).toMatchObject({ tenant: { code: login.tenantCode }, roles: [{ role: login.role }], pending: null });
  }
}

async function nothingRuns(directory: string): Promise<void> {
  await until(`no process of ${directory}`, async () => (await processesOf(directory)).length === 0, 45_000, 250);
}

describe('shucu start', () => {
  let directory: string;
  let variables: NodeJS.ProcessEnv;
  const running: ShucuProcess[] = [];

  const start = (changed: NodeJS.ProcessEnv = {}, args: readonly string[] = ['start']): ShucuProcess => {
    const started = new ShucuProcess(args, { ...variables, ...changed });
    running.push(started);
    return started;
  };

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'shucu-start-'));
    await chmod(directory, 0o755);
    variables = { SHUCU_DATA_DIR: join(directory, 'data'), PORT: String(await freePort()) };
  });

  afterAll(async () => {
    for (const each of running) each.signal('SIGKILL');
    await nothingRuns(directory);
    await rm(directory, { recursive: true, force: true });
  }, SLOW);

  describe('on a machine that has nothing', () => {
    let ratings: string[];
    let opened: string[];
    let firstMs: number;

    it(
      'evaluates both provinces, shows them, and leaves nothing behind upon Ctrl-C',
      async () => {
        const from = Date.now();
        const first = start();
        await first.says(UP);
        firstMs = Date.now() - from;
        for (const shown of ['优秀', '良好', '合格', '不合格', '已公布', '撤销通知书：', '已撤销，至 ']) {
          expect(first.output).toContain(shown);
        }
        const [officer, stranger] = (await officers(first.output)) as [SignedInPerson, SignedInPerson];
        await everyRoleSignsIn(first.output);
        ratings = await idsOf(officer, 'ratings');
        expect(ratings.length).toBeGreaterThan(20);
        expect((await call(officer, `ratings/${ratings[0]}`)).status).toBe(200);
        expect((await call(stranger, `ratings/${ratings[0]}`)).status).toBe(404);
        opened = await openCases();
        expect(opened).toHaveLength(2);
        const recompute = start({}, ['rating', 'recompute', ratings[0] ?? '']);
        expect([await recompute.end(), recompute.complaint]).toEqual([0, '']);
        expect(recompute.output).toMatch(/: identical\n$/);
        const verify = start({}, ['audit', 'verify', 'gansu']);
        expect([await verify.end(), verify.complaint]).toEqual([0, '']);
        expect(verify.output).toMatch(/^\d+ sound entries, sealed through entry \d+\n$/);
        first.signal('SIGINT');
        expect(await first.end()).toBe(0);
        expect(await processesOf(directory)).toEqual([]);
      },
      SLOW,
    );

    /** Open cases of which no start knows; written to the database, as the api opens none on the day of the test. */
    async function openCases(): Promise<string[]> {
      const { DATABASE_URL: url } = JSON.parse(await readFile(join(directory, 'data', 'running.json'), 'utf8'));
      const source = await openDataSource({ url, name: 'start-e2e', poolSize: 1 });
      try {
        const [tenant] = await source.query<[Item]>(`SELECT id FROM tenant WHERE code = 'gansu'`);
        const rows = await tenantTransaction(source, tenant.id, (manager) =>
          manager.query<Item[]>(OPEN_CASES, [tenant.id]),
        );
        return rows.map(({ id }) => id);
      } finally {
        await source.destroy();
      }
    }

    it(
      'goes on from there the second time, sooner, deciding nothing of what people did, and dies as a whole with kill -9',
      async () => {
        const from = Date.now();
        const second = start();
        await second.says(UP);
        expect(Date.now() - from).toBeLessThan(firstMs);
        expect(second.output).not.toContain('wrote the demonstration');
        const [officer] = (await officers(second.output)) as [SignedInPerson];
        expect(await idsOf(officer, 'ratings')).toEqual(ratings);
        for (const id of opened) {
          expect((await call(officer, `revocation-cases/${id}`)).body).toMatchObject({ state: 'opened' });
        }
        second.signal('SIGKILL');
        expect(await second.end()).toBe('SIGKILL');
        await nothingRuns(directory);
      },
      SLOW,
    );
  });

  it.each([
    ['while PostgreSQL makes its data', 'starting the embedded PostgreSQL', 'interrupted'],
    ['while the demonstration is being written', 'wrote the demonstration', 'interrupted'],
  ])(
    'stops promptly %s and starts nothing afterwards',
    async (_when, sentence, name) => {
      const stopped = start({ SHUCU_DATA_DIR: join(directory, name) });
      await stopped.says(sentence);
      const said = stopped.output.length;
      stopped.signal('SIGTERM');
      const from = Date.now();
      expect([await stopped.end(), stopped.complaint]).toEqual([0, '']);
      expect(Date.now() - from).toBeLessThan(20_000);
      expect(stopped.output.slice(said)).not.toContain('starting worker');
      expect(await processesOf(directory)).toEqual([]);
    },
    SLOW,
  );

  describe('says in one sentence what keeps it from starting:', () => {
    let occupied: Server;
    let port: string;

    beforeAll(async () => {
      port = String(await freePort());
      occupied = createServer();
      await new Promise<void>((listening) => occupied.listen(Number(port), '127.0.0.1', listening));
      await writeFile(join(directory, 'file'), '');
    });

    afterAll(() => {
      occupied.close();
    });

    it.each<[string, () => NodeJS.ProcessEnv, RegExp]>([
      ['an occupied port', () => ({ PORT: port }), /^shucu: Port \d+ is in use: stop what listens there, or set PORT/],
      ['no port', () => ({ PORT: 'abc' }), /^shucu: Configuration: PORT is wrong \(expected: a whole number from 0/],
      ['an address of another machine', () => ({ HOST: '203.0.113.7' }), /^shucu: This machine has no address 203/],
      ['no PostgreSQL', () => ({ DATABASE_URL: 'mysql://x' }), /^shucu: Configuration: DATABASE_URL is wrong \(exp/],
      ['a silent server', () => ({ DATABASE_URL: 'postgres://a:b@127.0.0.1:1/x' }), /^shucu: Nothing answers at 127/],
      [
        'no directory',
        () => ({ SHUCU_DATA_DIR: '/proc/x' }),
        /^shucu: Configuration: SHUCU_DATA_DIR cannot be used \(/,
      ],
      [
        'a file',
        () => ({ SHUCU_DATA_DIR: join(directory, 'file') }),
        /SHUCU_DATA_DIR cannot be used \(not a directory/,
      ],
    ])('%s', async (_what, changed, sentence) => {
      const refused = start(changed());
      expect(await refused.end()).toBe(1);
      expect(refused.complaint).toMatch(sentence);
      expect(refused.complaint.trim()).not.toContain('\n');
    });

    it('an id that is none', async () => {
      const refused = start({}, ['rating', 'recompute', 'foo']);
      expect(await refused.end()).toBe(1);
      expect(refused.complaint).toBe(
        "error: command-argument value 'foo' is invalid for argument 'id'. An id is a UUID, as the lists of the api show it.\n",
      );
    });
  });
});
