import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PLATFORM_TENANT_ID } from '@shucu/database';
import { sha256 } from '@shucu/kernel';
import { tenantTransaction } from '@shucu/tenancy';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { Response } from 'supertest';
import { createOperator } from '../factories/operator.factory.js';
import { givePassword } from '../factories/password.factory.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { openArchive } from '../harness/exported-archive.js';
import { startPlatform, type TestPlatform, until } from '../harness/platform.js';
import { createWorld, type World } from '../isolation/world.js';

/** As the catalogue's test names what may not be read in a log, either. */
const SECRET = /password|secret|token|code_hash|state_hash/;
const HARMLESS = ['must_change_password', 'password_changed_at'];

interface Manifest {
  tenant: { id: string; code: string };
  tables: { file: string; rows: number; bytes: number; sha256: string; leftOut: string[] }[];
  files: { count: number; bytes: number; damaged: string[] };
}

describe('the export of a tenant', () => {
  let platform: TestPlatform;
  let worker: { close(): Promise<void> };
  let operator: Caller;
  let ours: World;
  let theirs: World;
  let identity: string;
  let recipient: string;
  let files: Map<string, Buffer>;
  let manifest: Manifest;

  const settled = async (orderId: string): Promise<Response['body']> => {
    await until('the export', async () => {
      const { body } = await operator.get(`platform/orders/${orderId}`).expect(200);
      return body.state !== 'ordered';
    });
    return (await operator.get(`platform/orders/${orderId}`)).body;
  };

  const exported = async (): Promise<Response['body']> => {
    const { body } = await operator.post(`platform/tenants/${ours.tenant.id}/exports`, { recipient }).expect(202);
    return settled(body.id);
  };

  const lines = (table: string): Record<string, unknown>[] =>
    (files.get(`tables/${table}.ndjson`)?.toString() ?? '')
      .split('\n')
      .flatMap((line) => (line ? [JSON.parse(line)] : []));

  beforeAll(async () => {
    platform = await startPlatform();
    worker = await platform.startWorker();
    operator = callerOf(platform, (await createOperator(platform.owner)).token);
    [ours, theirs] = [await createWorld(platform), await createWorld(platform)];
    await givePassword(platform.owner, ours.tenant, 'provinceOfficer');
    identity = await generateX25519Identity();
    recipient = await identityToRecipient(identity);
  }, 300_000);

  afterAll(async () => {
    await worker?.close();
    await platform?.stop();
  });

  it('goes only to a key that the security administration of the tenant itself has named', async () => {
    expect(await exported()).toMatchObject({
      state: 'failed',
      result: null,
      failure: expect.stringMatching(/尚未登记/),
    });
    await ours.as('provinceOfficer').put('export-recipient', { recipient }).expect(403);
    await operator.put('export-recipient', { recipient }).expect(403);
    const slip = `${recipient.slice(0, -1)}${recipient.endsWith('q') ? 'p' : 'q'}`;
    for (const faulty of [slip, identity, 'age1', 'ssh-ed25519 AAAA']) {
      const { body } = await ours
        .as('provinceAdministrator')
        .put('export-recipient', { recipient: faulty })
        .expect(422);
      expect(body.errors).toMatchObject([{ field: 'recipient' }]);
      await operator.post(`platform/tenants/${ours.tenant.id}/exports`, { recipient: faulty }).expect(422);
    }
    await ours.as('provinceAdministrator').put('export-recipient', { recipient }).expect(200);
    expect((await ours.as('auditor').get('export-recipient').expect(200)).body).toMatchObject({ recipient });
  });

  it('is one file that the operator can carry, with its size and hash, and cannot read', async () => {
    const order = await exported();
    expect(order).toMatchObject({ state: 'done', failure: null, result: { bytes: expect.any(Number) } });
    const { body, headers } = await operator.get(`platform/orders/${order.id}/content`).expect(200);
    expect(headers['content-disposition']).toBe(`attachment; filename="${ours.tenant.code}-${order.id}.tar.gz.age"`);
    expect({ sha256: sha256(body), bytes: body.length }).toEqual(order.result);
    expect(body.toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> X25519 /);
    const stranger = await generateX25519Identity();
    await expect(openArchive(body, stranger)).rejects.toThrow(/no identity matched/);
    files = await openArchive(body, identity);
    manifest = JSON.parse(files.get('manifest.json')?.toString() ?? '');
    expect(manifest.tenant).toMatchObject({ id: ours.tenant.id, code: ours.tenant.code });
  });

  it('holds every table of the catalogue with every row, as the database writes it, and says how many', async () => {
    const tables = await platform.owner.query<{ name: string }[]>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'
       WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relnamespace = 'public'::regnamespace
         AND c.relname <> 'audit_note' ORDER BY 1`,
    );
    expect(tables.length).toBeGreaterThan(30);
    expect(manifest.tables.map(({ file }) => file).sort()).toEqual(tables.map(({ name }) => `tables/${name}.ndjson`));
    for (const { file, rows, bytes, sha256: hash } of manifest.tables) {
      const content = files.get(file) ?? Buffer.alloc(0);
      expect({ file, rows: content.toString().split('\n').length - 1 }).toEqual({ file, rows });
      expect({ file, bytes: content.length, hash: sha256(content) }).toEqual({ file, bytes, hash });
    }
    const quiet = [
      'center',
      'service_record',
      'resource',
      'rating',
      'document',
      'revocation_case',
      'account',
      'account_role',
    ];
    for (const table of quiet) {
      const rows = await tenantTransaction(platform.owner, ours.tenant.id, (manager) =>
        manager.query<{ row: Record<string, unknown> }[]>(`SELECT to_jsonb(t) AS row FROM ${table} t`),
      );
      expect(rows.length).toBeGreaterThan(0);
      const sorted = (all: object[]): string[] => all.map((row) => JSON.stringify(canonical(row))).sort();
      expect(sorted(lines(table))).toEqual(sorted(rows.map(({ row }) => row)));
    }
  });

  it('holds the stored files, each under its hash', async () => {
    const names = [...files.keys()].filter((name) => name.startsWith('files/'));
    expect(names).toHaveLength(manifest.files.count);
    expect(manifest.files.damaged).toEqual([]);
    for (const name of names) expect(name).toContain(sha256(files.get(name) ?? Buffer.alloc(0)));
    for (const { pdf_hash: pdf } of lines('document')) expect(names).toContain(`files/${pdf}.pdf`);
  });

  it('holds no secret, and no trace of another tenant', () => {
    const leftOut = manifest.tables.flatMap(({ leftOut: columns }) => columns);
    expect(leftOut).toEqual(expect.arrayContaining(['password_hash', 'totp_secret', 'token_hash', 'client_secret']));
    for (const { file } of manifest.tables) {
      const columns = lines(file.slice('tables/'.length, -'.ndjson'.length)).flatMap((row) => Object.keys(row));
      expect(columns.filter((name) => SECRET.test(name) && !HARMLESS.includes(name))).toEqual([]);
    }
    const all = [...files.values()].map((content) => content.toString('latin1')).join('\n');
    expect(all).toContain(ours.tenant.accounts.auditor);
    expect(all).not.toMatch(/\$argon2/);
    const { tenant, ids } = theirs;
    const foreign = [tenant.id, tenant.code, ...Object.values(tenant.accounts), ...Object.values(ids)];
    expect(foreign.filter((trace) => all.includes(trace))).toEqual([]);
    expect(foreign.length).toBeGreaterThan(15);
  });

  it('is made of a suspended tenant as well, and is told in the log of the platform and in its own', async () => {
    await operator.post(`platform/tenants/${ours.tenant.id}/suspension`, { reason: '迁出' }).expect(200);
    const order = await exported();
    expect(order.state).toBe('done');
    const { body } = await operator.get(`platform/orders/${order.id}/content`).expect(200);
    expect((await openArchive(body, identity)).size).toBeGreaterThan(files.size - 1);
    await operator.post(`platform/tenants/${ours.tenant.id}/resumption`).expect(200);
    const { body: own } = await ours.as('auditor').get('audit-entries?action=tenant.export').expect(200);
    expect(own.items[0]).toMatchObject({ details: { orderId: order.id, recipient }, actor: { kind: 'job' } });
    const fetched = await tenantTransaction(platform.owner, PLATFORM_TENANT_ID, (manager) =>
      manager.query<unknown[]>(`SELECT 1 FROM audit_entry WHERE action = 'tenant.fetchExport' AND subject_id = $1`, [
        order.id,
      ]),
    );
    expect(fetched).toHaveLength(1);
  });

  it('leaves nothing half-written in the folder of the platform', async () => {
    const stored = await readdir(join(platform.environment.FILES_DIR, PLATFORM_TENANT_ID), { recursive: true });
    expect(stored.filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(stored.filter((name) => name.endsWith('.age'))).toHaveLength(2);
  });
});

/** The same value with its keys in order, and times as instants, which the session's time zone must not change. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT.*[+-]\d\d:\d\d$/.test(value))
    return new Date(value).toISOString();
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, one]) => [name, canonical(one)]),
  );
}
