import { newId } from '@shucu/kernel';
import type { EntityManager } from 'typeorm';
import { AuditBed, addRegion } from './testing/audit-bed.js';

const ACTOR = { kind: 'account', id: '01900000-0000-7000-8000-00000000000a', name: '张三' };
const REQUEST = { requestId: 'r-1', address: '10.0.0.7', action: 'region.rename' };

describe('what the database records by itself', () => {
  let bed: AuditBed;
  let tenant: string;

  beforeAll(async () => {
    bed = await AuditBed.open();
    tenant = bed.tenants.ours;
  });
  afterAll(() => bed?.close());

  /** What is told of the work, and what the work gave. */
  const told = async (work: (manager: EntityManager) => Promise<unknown>) => {
    const { length } = await bed.entries();
    await bed.act(work);
    return bed.told(length);
  };

  it('tells who, from where, when, what, before and after, and the request', async () => {
    const id = await bed.act((manager) => addRegion(manager, tenant, '兰州'));
    const [entry] = await told(async (manager) => {
      await manager.query(`SELECT set_config('app.audit_actor', $1, true), set_config('app.audit_request', $2, true)`, [
        JSON.stringify(ACTOR),
        JSON.stringify(REQUEST),
      ]);
      await manager.query(`UPDATE region SET name = '兰州市' WHERE id = $1`, [id]);
    });
    expect(entry).toEqual({
      tenant,
      seq: 2,
      at: expect.stringMatching(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/),
      role: 'shucu_app_test',
      actor: ACTOR,
      request: { requestId: 'r-1', address: '10.0.0.7' },
      action: 'region.rename',
      subject: 'region',
      subjectId: id,
      op: 'update',
      before: { name: '兰州' },
      after: { name: '兰州市' },
      result: 'done',
    });
  });

  it('names the database role where nobody says who it is, and shows whole rows that come and go', async () => {
    const entries = await told(async (manager) => {
      const id = await addRegion(manager, tenant, '白银市');
      await bed.audit.useAlgorithm('sha256');
      await manager.query(`UPDATE audit_chain SET algorithm = 'sha256'`);
      return id;
    });
    expect(entries).toHaveLength(2);
    expect(entries[0]).toMatchObject({
      actor: { kind: 'database', id: null, name: 'shucu_app_test' },
      request: null,
      action: 'insert',
      before: null,
      after: { name: '白银市', bureau: '白银市', division_code: null },
    });
    expect(entries[1]).toMatchObject({ subject: 'audit_chain', subjectId: tenant, after: { algorithm: 'sha256' } });
    await bed.tamper((manager) => manager.query(`DELETE FROM region WHERE name = '白银市'`));
    expect((await bed.told()).at(-1)).toMatchObject({
      role: 'shucu_owner',
      op: 'delete',
      before: { name: '白银市' },
      after: null,
    });
  });

  it('keeps what is secret, bulky or mere bookkeeping out of the log', async () => {
    const [accountId, sessionId] = [newId(), newId()];
    const secret = 'f'.repeat(64);
    const entries = await told(async (manager) => {
      await manager.query(`INSERT INTO account (tenant_id, id, login, display_name) VALUES ($1, $2, 'zhang', '张三')`, [
        tenant,
        accountId,
      ]);
      await manager.query(`INSERT INTO credential (tenant_id, account_id, password_hash) VALUES ($1, $2, $3)`, [
        tenant,
        accountId,
        secret,
      ]);
      await manager.query(`UPDATE credential SET password_hash = $2, totp_secret = $2 WHERE account_id = $1`, [
        accountId,
        `0${secret}`,
      ]);
      await manager.query(
        `INSERT INTO session (tenant_id, id, account_id, token_hash, method, address, user_agent, idle_minutes, expires_at)
         VALUES ($1, $2, $3, $4, 'password', '10.0.0.7', 'x', 30, now())`,
        [tenant, sessionId, accountId, secret],
      );
      await manager.query(`UPDATE session SET last_seen_at = now() + interval '1 minute'`);
      await manager.query('UPDATE account SET display_name = display_name, updated_at = now() + interval $$1 minute$$');
    });
    expect(entries.map(({ subject, op }) => `${op} ${subject}`)).toEqual([
      'insert account',
      'insert credential',
      'update credential',
      'insert session',
    ]);
    expect(entries[1]).toMatchObject({ subjectId: accountId, after: { password_hash: '•', totp_secret: null } });
    expect(entries[2]).toMatchObject({
      before: { password_hash: '•', totp_secret: null },
      after: { password_hash: '•', totp_secret: '•' },
    });
    expect(JSON.stringify(entries)).not.toContain('ffff');
    expect(entries[3]).toMatchObject({ subjectId: sessionId, after: { token_hash: '•', user_agent: 'x' } });
  });

  it('tells an event of the application, and keeps no note beside the entry', async () => {
    const details = { reason: '密码错误' };
    const [entry] = await told(() =>
      bed.audit.note({ action: 'session.signIn', subject: 'account', subjectId: 'a', result: 'refused', details }),
    );
    expect(entry).toMatchObject({
      action: 'session.signIn',
      subjectId: 'a',
      result: 'refused',
      op: null,
      before: null,
      details,
    });
    expect(await bed.superuser.query('SELECT * FROM audit_note')).toEqual([]);
  });

  it('leaves no entry and no gap where the transaction is rolled back', async () => {
    const { length } = await bed.entries();
    const failing = bed.act(async (manager) => {
      await addRegion(manager, tenant);
      await bed.audit.note({ action: 'x', subject: 'x', result: 'done' });
      throw new Error('midway');
    });
    await expect(failing).rejects.toThrow('midway');
    await bed.addRegions(1);
    expect((await bed.entries()).map(({ seq }) => seq)).toEqual(Array.from({ length: length + 1 }, (_, n) => n + 1));
  });

  it('refuses the transaction whose tenant is not the one of its rows at the commit', async () => {
    const switching = bed.act(async (manager) => {
      await addRegion(manager, tenant);
      await manager.query(`SELECT set_config('app.tenant_id', $1, true)`, [bed.tenants.theirs]);
    });
    await expect(switching).rejects.toThrow(/not of the tenant of its transaction/);
    const noting = bed.act(async (manager) => {
      await bed.audit.note({ action: 'x', subject: 'x', result: 'done' });
      await manager.query(`SELECT set_config('app.tenant_id', '', true)`);
    });
    await expect(noting).rejects.toThrow(/not of the tenant of its transaction/);
    const unset = bed.superuser.query('INSERT INTO region (tenant_id, id, name, bureau) VALUES ($1, $1, $2, $2)', [
      tenant,
      'x',
    ]);
    await expect(unset).rejects.toThrow(/not of the tenant of its transaction/);
  });

  it('goes red without the trigger: the same change then leaves no entry', async () => {
    await bed.owner.query('ALTER TABLE region DISABLE TRIGGER audit');
    expect(await told((manager) => addRegion(manager, tenant))).toEqual([]);
    await bed.owner.query('ALTER TABLE region ENABLE TRIGGER audit');
    expect(await told((manager) => addRegion(manager, tenant))).toHaveLength(1);
  });
});
