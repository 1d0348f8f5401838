import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newSecretToken, SESSION_COOKIE } from '@shucu/identity';
import type { Response } from 'supertest';
import { createOfficial } from '../factories/official.factory.js';
import { PASSWORD } from '../factories/password.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { Browser } from '../harness/browser.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';
import { ShucuProcess } from '../harness/start-process.js';
import { createWorld } from '../isolation/world.js';

const WRONG = 'Falsch-und-lang-1';
const STRANGER = { kind: 'public', id: null, name: '未登录' };
const OFFICER = { role: 'provinceOfficer' } as const;

describe('the audit log, of strangers and of machines', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let auditor: Caller;
  let directory: string;

  beforeAll(async () => {
    platform = await startPlatform({ variables: { TRUST_PROXY: '127.0.0.0/8, ::1' } });
    directory = await mkdtemp(join(tmpdir(), 'shucu-audit-'));
  });

  beforeEach(async () => {
    tenant = await createTenant(platform.owner);
    auditor = callerOf(platform, tenant.tokens.auditor);
  });

  afterAll(async () => {
    await platform?.stop();
    await rm(directory, { recursive: true, force: true });
  });

  const entries = async (query = '') => (await auditor.get(`audit-entries${query}`).expect(200)).body.items;
  const enter = (login: string, password: string, from = '198.51.100.1'): Promise<Response> =>
    new Browser(platform, { 'x-forwarded-for': from }).post(`tenants/${tenant.code}/sign-in`, { login, password });

  it('names a stranger as one, and whom the stranger tried to be; of an unknown name it keeps two characters', async () => {
    const { id, login } = await createOfficial(platform, tenant, [OFFICER]);
    // What people type where the name belongs.
    const slipped = 'geheim-und-lang-2';
    const told = [await enter(login, WRONG), await enter(slipped, PASSWORD)];
    const refused = await entries('?action=session.signIn&result=refused');
    expect(refused).toMatchObject([
      { actor: STRANGER, subject: 'account', subjectId: null, details: { login: 'ge…', reason: 'refused' } },
      { actor: STRANGER, subject: 'account', subjectId: id, details: { login, reason: 'refused' } },
    ]);
    for (const [index, { body }] of told.reverse().entries()) {
      expect(refused[index].request).toEqual({ requestId: body.requestId, address: '198.51.100.1' });
    }
    const whole = JSON.stringify(await entries('?limit=100'));
    for (const secret of [slipped, WRONG, PASSWORD]) expect(whole).not.toContain(secret);
    expect(await entries(`?subjectId=${id}&result=refused`)).toHaveLength(1);
  });

  it('names who signed in, from where and how, though that request began as a stranger’s', async () => {
    const { id, login } = await createOfficial(platform, tenant, [OFFICER]);
    expect((await enter(login, PASSWORD, '198.51.100.7')).status).toBe(204);
    const [signIn] = await entries('?action=session.signIn');
    expect(signIn).toMatchObject({
      actor: { kind: 'account', id, name: '王五' },
      subject: 'session',
      result: 'done',
      request: { address: '198.51.100.7' },
      details: { accountId: id, method: 'password', secondFactor: false },
    });
    const sameRequest = (await entries('?limit=100')).filter(
      ({ request }: { request: { requestId?: string } | null }) => request?.requestId === signIn.request.requestId,
    );
    expect(new Set(sameRequest.map(({ actor }: { actor: { id: string } }) => actor.id))).toEqual(new Set([id]));
  });

  it('has nothing of what was rolled back but that it was refused', async () => {
    const officer = callerOf(platform, tenant.tokens.provinceOfficer);
    const [before] = await entries('?limit=1');
    await officer
      .patch(`organizations/${tenant.organizationId}`, { version: 99, change: { name: '改名单位' } })
      .expect(409);
    const [refusal, ...older] = await entries('?limit=2');
    expect(refusal).toMatchObject({
      result: 'refused',
      details: { code: 'conflict.stale' },
      actor: { kind: 'apiToken' },
    });
    expect(older).toEqual(before ? [before] : []);
  });

  it('is not filled by strangers: of what one network is refused it has the first hundred of an hour, and then the number', async () => {
    const refusedFrom = (address: string): Promise<Response> => {
      const stranger = new Browser(platform, { 'x-forwarded-for': address });
      stranger.cookies.set(SESSION_COOKIE, newSecretToken(tenant.code).token);
      return stranger.get('me');
    };
    for (let index = 0; index < 205; index += 1) {
      expect((await refusedFrom(`2001:db8:1:2::${index.toString(16)}`)).status).toBe(401);
    }
    const pages = [await entries('?result=refused&limit=100')];
    pages.push(await entries(`?result=refused&limit=100&before=${pages[0].at(-1).seq}`));
    const kept = pages.flat();
    expect(kept).toHaveLength(101);
    expect(kept[0].details).toEqual({ code: 'auth.required', ofThisHour: 200 });
    expect(kept[1].details).toEqual({ code: 'auth.required' });
    // Nor does it hide a guess, or who comes from elsewhere.
    await enter('nobody', WRONG, '2001:db8:1:2::1');
    expect((await entries('?limit=1'))[0]).toMatchObject({ action: 'session.signIn', result: 'refused' });
    await refusedFrom('203.0.113.9');
    expect((await entries('?limit=1'))[0]).toMatchObject({ request: { address: '203.0.113.9' }, actor: STRANGER });
    const { browser } = await createOfficial(platform, tenant, [OFFICER]);
    for (let index = 0; index < 3; index += 1) expect((await browser.get('audit-entries')).status).toBe(403);
    expect(await entries('?action=AuditController.list&result=refused')).toHaveLength(3);
  });

  it('names the job by which something was done', async () => {
    const worker = await platform.startWorker();
    const world = await createWorld(platform, tenant).finally(() => worker.close());
    const [rating] = await entries('?subject=rating');
    expect(rating).toMatchObject({
      actor: { kind: 'job', id: expect.any(String), name: 'ratings.compute' },
      action: 'ratings.compute',
      op: 'insert',
      result: 'done',
    });
    const byJob = await entries(`?actorId=${rating.actor.id}&limit=100`);
    expect(byJob.map(({ subjectId }: { subjectId: string }) => subjectId)).toContain(rating.subjectId);
    const opened = (await entries('?subject=revocation_case&limit=100')).filter(
      ({ subjectId }: { subjectId: string }) => subjectId === world.ids.revocationCase,
    );
    expect(opened[0]).toMatchObject({ actor: { kind: 'apiToken' } });
  }, 300_000);

  it('is taken away by the auditor, itself included, and verified where there is nothing of ours but the command', async () => {
    await createOfficial(platform, tenant, [OFFICER]);
    const { body } = await auditor
      .get('audit-entries/export')
      .expect(200)
      .expect('content-type', /^application\/x-ndjson/)
      .expect('content-disposition', /attachment/)
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = [];
        response.on('data', (part) => parts.push(part)).on('end', () => done(null, Buffer.concat(parts)));
      });
    const file = join(directory, 'audit.ndjson');
    await writeFile(file, body);
    const verify = async (): Promise<string> => {
      const command = new ShucuProcess(['audit', 'verify', '--file', file], {});
      return `${await command.end()} ${command.output}`;
    };
    expect(await verify()).toMatch(/^0 .*sound entries/s);
    const lines = (await readFile(file, 'utf8')).split('\n');
    const exported = lines.findIndex((line) => line.includes('audit.export'));
    expect(exported).toBeGreaterThan(1);
    await writeFile(file, lines.map((line, at) => (at === 2 ? line.replace('done', 'gone') : line)).join('\n'));
    expect(await verify()).toMatch(/^1 .*BAD from entry 2 on/s);
  });
});
