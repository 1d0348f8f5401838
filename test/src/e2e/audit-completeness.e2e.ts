import { once } from 'node:events';
import { PLATFORM_TENANT_ID } from '@shucu/database';
import request from 'supertest';
import { AuditTrail, storedSecrets } from '../audit/audit-trail.js';
import { deedOf, endpointOf, missingIn } from '../audit/call-entries.js';
import { doPersonalDeeds, type PersonalDeeds } from '../audit/personal-deeds.js';
import { Browser } from '../harness/browser.js';
import { callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';
import { mayCall } from '../isolation/matrix.js';
import { type Operation, operationsOf } from '../isolation/operations.js';
import { NEXT_PASSWORD } from '../isolation/places/own.places.js';
import type { Place } from '../isolation/places/place.js';
import { PLACES } from '../isolation/places.js';
import { call } from '../isolation/probe.js';
import { createWholeWorld, type WholeWorld } from '../isolation/whole-world.js';

/** Endpoints that are called by POST and leave no entry where nothing is refused, with the reason. */
const SILENT: Readonly<Record<string, string>> = {
  'POST /tenants/{code}/links/inspection':
    'It only shows to the holder of a link whom it is for; the acceptance is kept.',
  'POST /tenants/{code}/oidc/{slug}': 'It only says where to go; who came back with what is kept.',
  'POST /document-templates/{id}/preview': 'It shows what a template writes over an invented case, and keeps nothing.',
  'POST /me/notifications/{id}/reading': 'That somebody has read a message is theirs alone.',
  'POST /me/notifications/{id}/reading-up-to': 'As above, for all messages up to one.',
  'POST /public/{code}/objections/inspection': 'It only shows to the holder of a receipt what became of it.',
  'POST /calendar/computation': 'It only reckons with what everybody may read, and keeps nothing.',
};

describe('the audit log', () => {
  let platform: TestPlatform;
  let worker: { close(): Promise<void> };
  let world: WholeWorld;
  let operations: readonly Operation[];
  let tenantTrail: AuditTrail;
  let platformTrail: AuditTrail;
  let personal: PersonalDeeds;

  const trailOf = ({ caller }: Place): AuditTrail =>
    caller === 'platformOperator' || caller === 'secondOperator' ? platformTrail : tenantTrail;

  /** Everything but reading, in the order in which the rightful callers can go through it. */
  const changes = (): [Operation, Place][] =>
    Object.entries(PLACES).flatMap(([name, place]) => {
      const operation = operations.find((one) => one.name === name);
      return operation && operation.verb !== 'get' && !SILENT[name] ? [[operation, place]] : [];
    });

  beforeAll(async () => {
    platform = await startPlatform();
    platform.server.listen(0, '127.0.0.1');
    await once(platform.server, 'listening');
    worker = await platform.startWorker();
    world = await createWholeWorld(platform);
    tenantTrail = new AuditTrail(platform.owner, world.tenant.id);
    platformTrail = new AuditTrail(platform.owner, PLATFORM_TENANT_ID);
    operations = operationsOf((await request(platform.server).get('/api/openapi.json').expect(200)).body);
    personal = await doPersonalDeeds(platform, world.tenant);
  }, 300_000);

  afterAll(async () => {
    await worker?.close();
    await platform?.stop();
  });

  it('tells of every call that changes something: who, from where, in which request, what, before and after', async () => {
    const faults: object[] = [];
    for (const [operation, place] of changes()) {
      const trail = trailOf(place);
      await trail.news();
      const { status } = await call(world, operation, place);
      const entries = (await trail.news()).filter(({ actor }) => actor.id === world.accounts[place.caller]);
      const missing = status < 300 ? missingIn(entries, operation, place) : [`answered ${status}`];
      if (missing.length > 0) faults.push({ name: operation.name, missing, entries });
      await place.settle?.(world);
    }
    process.stdout.write(`audit: ${changes().length} endpoints that change something, each with its entries\n`);
    expect(faults).toEqual([]);
  }, 300_000);

  it('leaves out no endpoint that changes something', async () => {
    const entries = [...(await tenantTrail.whole()), ...(await platformTrail.whole())];
    const actions = new Set(entries.filter(({ result }) => result === 'done').map(({ action }) => action));
    const silent = operations
      .filter(({ verb }) => verb !== 'get')
      .filter((operation) => !actions.has(deedOf(operation)));
    expect(silent.map(({ name }) => name).sort()).toEqual(Object.keys(SILENT).sort());
  });

  it('tells who came in, by what way, and who was not let in', async () => {
    const signIns = (await tenantTrail.whole()).filter(({ action, op }) => action === 'session.signIn' && op === null);
    const methods = signIns.filter(({ actor }) => actor.id === personal.official.id).map(({ details }) => details);
    expect(methods).toMatchObject([{ method: 'password' }, { method: 'oidc' }]);
    await tenantTrail.news();
    const attempt = { login: personal.official.login, password: 'Falsch-Kiesel-2041' };
    const { status } = await new Browser(platform).post(`tenants/${world.tenant.code}/sign-in`, attempt);
    expect(status).toBe(401);
    expect(await tenantTrail.news()).toMatchObject([
      { action: 'session.signIn', result: 'refused', details: { login: attempt.login, reason: 'refused' } },
    ]);
  });

  it('tells what was refused at every endpoint that changes something: to a stranger by name, to nobody by no name', async () => {
    const forged = callerOf(platform, `shucu_${world.tenant.code}_${'a'.repeat(43)}`);
    const faults: object[] = [];
    for (const [nth, [operation, place]] of changes().entries()) {
      // A network's strangers get single entries up to a hundred an hour only (audit-strangers.e2e.ts).
      if (nth % 50 === 0) await platform.owner.query('DELETE FROM throttle');
      await tenantTrail.news();
      const stranger = mayCall('expert', operation) ? 'auditor' : 'expert';
      const isStrange = !mayCall(stranger, operation);
      if (isStrange) await call(world, operation, place, { caller: world.as(stranger) });
      await call(world, operation, place, { caller: forged });
      const entries = await tenantTrail.news();
      const expected = [...(isStrange ? [[world.accounts[stranger], 'auth.forbidden']] : []), [null, 'auth.required']];
      const told = entries.map(({ actor, details }) => [
        actor.kind === 'database' ? null : actor.id,
        details?.['code'],
      ]);
      const isNamed = entries.every(({ action, result }) => action === endpointOf(operation) && result === 'refused');
      if (!isNamed || JSON.stringify(told) !== JSON.stringify(expected)) faults.push({ name: operation.name, entries });
    }
    expect(faults).toEqual([]);
  }, 300_000);

  it('tells that somebody reached for what is not there, and not for what', async () => {
    await tenantTrail.news();
    await world.as('auditor').get(`centers/${world.hidden.tenant}`).expect(404);
    const entries = await tenantTrail.news();
    expect(entries).toMatchObject([
      { action: 'CentersController.get', result: 'refused', details: { code: 'resource.notFound' } },
    ]);
    expect(JSON.stringify(entries)).not.toContain(world.hidden.tenant);
  });

  it('tells that the log and an archive were taken away', async () => {
    await Promise.all([tenantTrail.news(), platformTrail.news()]);
    await world.as('auditor').get('audit-entries/export').expect(200);
    await world.as('auditor').get(`documents/${world.ids.document}/content/pdf`).expect(200);
    await world.as('platformOperator').get(`platform/orders/${world.ids.exportOrder}/content`).expect(200);
    expect(await tenantTrail.news()).toMatchObject([
      { action: 'audit.export', result: 'done', actor: { id: world.accounts.auditor } },
      {
        action: 'document.download',
        result: 'done',
        subjectId: world.ids.document,
        actor: { id: world.accounts.auditor },
      },
    ]);
    expect(await platformTrail.news()).toMatchObject([
      {
        ...{ action: 'tenant.fetchExport', result: 'done', subjectId: world.ids.exportOrder },
        actor: { id: world.accounts.platformOperator },
      },
    ]);
    const ordered = (await tenantTrail.whole()).filter(({ action }) => action === 'tenant.export');
    expect(ordered.map(({ details }) => details?.['orderId'])).toContain(world.ids.exportOrder);
  });

  it('shows no secret: nothing that was typed or shown once, and nothing that is stored of it', async () => {
    const text = JSON.stringify([...(await tenantTrail.whole()), ...(await platformTrail.whole())]);
    const stored = await Promise.all(
      [world.tenant.id, PLATFORM_TENANT_ID].map((tenantId) => storedSecrets(platform.owner, tenantId)),
    );
    const secrets = [...Object.values(world.tenant.tokens), ...personal.secrets, NEXT_PASSWORD, ...stored.flat()];
    expect(secrets.length).toBeGreaterThan(70);
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    // Tokens of every kind begin with the code of the tenant.
    expect(text).not.toMatch(new RegExp(`\\$argon2|(${world.tenant.code}|platform)[._][\\w-]{43}`));
  });
});
