import type { DataSource } from 'typeorm';
import { openDataSource } from '../data-source.js';
import { startTestDatabase, type TestDatabase } from '../testing/test-cluster.js';
import { RuleSets1764000000013 } from './1764000000013-rule-sets.js';

const TENANT = '00000000-0000-4000-8000-000000000001';

describe('the migration of rule sets', () => {
  const migration = new RuleSets1764000000013();
  let database: TestDatabase;
  let owner: DataSource;

  beforeAll(async () => {
    database = await startTestDatabase();
    owner = await openDataSource({ url: database.ownerUrl, name: 'owner', poolSize: 2 });
  });

  afterAll(async () => {
    await owner?.destroy();
    await database?.stop();
  });

  const inTenant = <T>(work: (query: (sql: string) => Promise<T>) => Promise<T>): Promise<T> =>
    owner.transaction(async (manager) => {
      await manager.query(`SELECT set_config('app.tenant_id', $1, true)`, [TENANT]);
      return work((sql) => manager.query(sql));
    });

  const migrated = async (direction: 'up' | 'down'): Promise<void> => {
    const queryRunner = owner.createQueryRunner();
    await queryRunner.startTransaction();
    await migration[direction](queryRunner);
    await queryRunner.commitTransaction();
    await queryRunner.release();
  };

  it('has those that are there count on from their day of issue, and the newest revision of each document last', async () => {
    await migrated('down');
    await owner.query(
      `INSERT INTO tenant (id, code, name, department, document_prefix) VALUES ($1, 'ours', '省', '厅', '工信发')`,
      [TENANT],
    );
    await inTenant((query) =>
      query(`
        INSERT INTO rule_set (tenant_id, id, document_number, title, issued_on, valid_through, revision, parameters)
        SELECT '${TENANT}', gen_random_uuid(), number, '实施细则', issued::date, '2027-12-31', revision, '{}'
        FROM (VALUES ('甲', 1, '2024-06-28'), ('甲', 2, '2024-06-28'), ('甲', 3, '2025-03-01'), ('乙', 1, '2023-01-01'))
          AS known (number, revision, issued)`),
    );
    await migrated('up');
    const rows = await inTenant((query) =>
      query(`
        SELECT one.document_number || one.revision AS name, one.state, one.in_force_from::text AS "from",
          one.superseded_on::text AS "until", next.revision AS next
        FROM rule_set one LEFT JOIN rule_set next ON next.id = one.superseded_by ORDER BY 1`),
    );
    expect(rows).toEqual([
      { name: '乙1', state: 'inForce', from: '2023-01-01', until: null, next: null },
      { name: '甲1', state: 'superseded', from: '2024-06-28', until: '2024-06-28', next: 2 },
      { name: '甲2', state: 'superseded', from: '2024-06-28', until: '2025-03-01', next: 3 },
      { name: '甲3', state: 'inForce', from: '2025-03-01', until: null, next: null },
    ]);
    const [{ forced }] = await owner.query(
      `SELECT relforcerowsecurity AS forced FROM pg_class WHERE oid = 'rule_set'::regclass`,
    );
    expect(forced).toBe(true);
  });
});
