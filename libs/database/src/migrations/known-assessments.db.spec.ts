import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { openDataSource } from '../data-source.js';
import { insertRows } from '../insert-rows.js';
import { startTestDatabase, type TestDatabase } from '../testing/test-cluster.js';
import { Assessments1764000000017 } from './1764000000017-assessments.js';

const [tenant, region, lead, center] = Array.from({ length: 4 }, () => randomUUID()) as [
  string,
  string,
  string,
  string,
];
const [scorer, other, newcomer] = Array.from({ length: 3 }, () => randomUUID()) as [string, string, string];
const own = { tenant_id: tenant };
const stamps = { version: 1, created_at: new Date(), updated_at: new Date() };

/** What there was before sheets were: two experts who had scored, one of them no longer assigned, and one who had not. */
async function writeScores(manager: EntityManager): Promise<void> {
  const account = (id: string) => ({ ...own, id, login: id, display_name: id, status: 'active', ...stamps });
  await insertRows(manager, 'account', [scorer, other, newcomer].map(account));
  const named = { name: '单位', kind: 'enterprise', ownership: 'local', region_id: region, ...stamps };
  await insertRows(manager, 'organization', [{ ...own, id: lead, credit_code: '91350100M000100Y43', ...named }]);
  const built = { category: 'comprehensive', region_id: region, lead_organization_id: lead, ...stamps };
  await insertRows(manager, 'center', [
    { ...own, id: center, name: '甲', status: 'active', announced_on: '2023-01-01', ...built },
  ]);
  const rules = { document_number: '〔2024〕1号', title: '细则', issued_on: '2024-01-01', valid_through: '2027-12-31' };
  await insertRows(manager, 'rule_set', [
    { ...own, id: randomUUID(), ...rules, revision: 1, parameters: {}, overrides: {} },
  ]);
  const place = (expert: string) => ({ ...own, id: randomUUID(), year: 2024, center_id: center, expert_id: expert });
  await insertRows(manager, 'expert_assignment', [
    { ...place(scorer), assigned_by: other },
    { ...place(newcomer), assigned_by: other },
  ]);
  const score = { ...own, year: 2024, center_id: center, indicator: 'a', criterion: 'b', opinion: '好' };
  await insertRows(manager, 'expert_score', [
    { ...score, expert_id: scorer, score: '90' },
    { ...score, expert_id: other, score: '80' },
  ]);
}

describe('what experts had scored before sheets were sealed', () => {
  let database: TestDatabase;
  let owner: DataSource;

  beforeAll(async () => {
    database = await startTestDatabase();
    owner = await openDataSource({ url: database.ownerUrl, name: 'known-assessments', poolSize: 2 });
    const runner = owner.createQueryRunner();
    await new Assessments1764000000017().down(runner);
    await owner.transaction(async (manager) => {
      await manager.query(`SELECT set_config('app.tenant_id', $1, true)`, [tenant]);
      await manager.query(
        `INSERT INTO tenant (id, code, name, department, document_prefix) VALUES ($1, 'old', '省', '厅', '工信发')`,
        [tenant],
      );
      await insertRows(manager, 'region', [{ ...own, id: region, name: '市', bureau: '局' }]);
      await writeScores(manager);
    });
    await new Assessments1764000000017().up(runner);
    await runner.release();
  });

  afterAll(async () => {
    await owner?.destroy();
    await database?.stop();
  });

  const read = <Row>(sql: string): Promise<Row[]> =>
    owner.transaction(async (manager) => {
      await manager.query(`SELECT set_config('app.tenant_id', $1, true)`, [tenant]);
      return manager.query<Row[]>(sql);
    });

  it('counts on: one assessment a center and year, a sealed sheet an expert who had scored, a draft for who had not', async () => {
    expect(await read('SELECT center_id, year, purpose, state FROM assessment')).toEqual([
      { center_id: center, year: 2024, purpose: 'rating', state: 'open' },
    ]);
    const sheets = await read<{ expert_id: string; state: string; content_hash: string | null }>(
      'SELECT expert_id, state, content_hash FROM score_sheet',
    );
    const states = Object.fromEntries(sheets.map(({ expert_id, state }) => [expert_id, state]));
    expect(states).toEqual({ [scorer]: 'submitted', [other]: 'submitted', [newcomer]: 'draft' });
    expect(sheets.every(({ state, content_hash }) => (state === 'submitted') === (content_hash !== null))).toBe(true);
    const held = await read<{ inside: boolean }>('SELECT declared_at IS NOT NULL AS inside FROM expert_assignment');
    expect(held).toEqual([{ inside: true }, { inside: true }]);
  });

  it('can be changed no more', async () => {
    await expect(read('UPDATE expert_score SET score = 100')).rejects.toThrow(/sealed/);
  });
});
