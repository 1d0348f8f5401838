import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataSource, startTestDatabase, type TestDatabase } from '@shucu/database';
import { newId } from '@shucu/kernel';
import { tenantTransaction } from '@shucu/tenancy';
import type { DataSource } from 'typeorm';

const MAIN = new URL('../main.js', import.meta.url).pathname;
const ENTRIES = 5;

describe('shucu audit', () => {
  const tenantId = newId();
  let database: TestDatabase;
  let owner: DataSource;
  let directory: string;

  /** Runs the command to its end; without a database unless it is given one. */
  const shucu = (args: string[], databaseUrl?: string): Promise<{ code: number; output: string }> =>
    new Promise((resolve) => {
      const env = { PATH: process.env['PATH'], SHUCU_DATA_DIR: directory, DATABASE_URL: databaseUrl };
      execFile(process.execPath, [MAIN, 'audit', ...args], { env }, (error, stdout, stderr) =>
        resolve({ code: Number(error?.code ?? 0), output: stdout + stderr }),
      );
    });
  const inTenant = (sql: string, values: unknown[] = []): Promise<unknown> =>
    tenantTransaction(owner, tenantId, (manager) => manager.query(sql, values));
  const file = (name: string): string => join(directory, name);

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'shucu-cli-'));
    database = await startTestDatabase();
    owner = await openDataSource({ url: database.ownerUrl, name: 'owner', poolSize: 1 });
    await owner.query(
      `INSERT INTO tenant (id, code, name, department, document_prefix) VALUES ($1, 'gansu', 'x', 'x', 'x')`,
      [tenantId],
    );
    await inTenant(
      `INSERT INTO region (tenant_id, id, name, bureau) SELECT $1, gen_random_uuid(), 'r' || n, 'x' FROM generate_series(1, $2::int) n`,
      [tenantId, ENTRIES],
    );
  });
  afterAll(async () => {
    await owner?.destroy();
    await database?.stop();
    await rm(directory, { recursive: true, force: true });
  });

  it('makes a key pair, and only once', async () => {
    const { code, output } = await shucu(['keygen', file('keys')]);
    expect(output).toContain(`AUDIT_SIGNING_KEY_FILE=${file('keys/private.pem')}`);
    expect(code).toBe(0);
    expect((await shucu(['keygen', file('keys')])).code).toBe(1);
  });

  it('verifies and exports the log of a tenant, and the export without a database', async () => {
    const { code, output } = await shucu(['verify', 'gansu'], database.applicationUrl);
    expect(output).toMatch(/^5 sound entries, no seal was checked/m);
    expect(code).toBe(0);
    expect((await shucu(['export', 'gansu', '--out', file('a.ndjson')], database.applicationUrl)).code).toBe(0);
    expect(await shucu(['verify', '--file', file('a.ndjson')])).toMatchObject({
      code: 0,
      output: expect.stringMatching(/log of gansu .*\n5 sound entries/),
    });
  });

  it('ends with 1 and names the entry where the log or the file is bad', async () => {
    const text = await readFile(file('a.ndjson'), 'utf8');
    await writeFile(file('b.ndjson'), text.replace('r3', 'r4'));
    const bad = { code: 1, output: expect.stringMatching(/^BAD from entry 3 on: the hash/m) };
    expect(await shucu(['verify', '--file', file('b.ndjson')])).toMatchObject(bad);
    await inTenant(`UPDATE audit_entry SET body = replace(body, 'r3', 'r4')`);
    expect(await shucu(['verify', 'gansu'], database.applicationUrl)).toMatchObject(bad);
  });

  it('says what is wrong with what it was given', async () => {
    expect((await shucu(['verify'])).output).toMatch(/Name either a tenant or/);
    expect(await shucu(['verify', '--file', file('keys/public.pem')])).toMatchObject({
      code: 1,
      output: expect.stringMatching(/public\.pem is no exported audit log/),
    });
    expect((await shucu(['verify', '--file', file('a.ndjson'), '--key', file('a.ndjson')])).output).toMatch(/keygen/);
    expect((await shucu(['verify', 'nowhere'], database.applicationUrl)).code).toBe(1);
  });
});
