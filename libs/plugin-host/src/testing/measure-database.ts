import { openDataSource, startTestDatabase } from '@shucu/database';
import { newId } from '@shucu/kernel';
import type { DataSource, EntityManager } from 'typeorm';

export interface TestCenter {
  readonly id: string;
  readonly category: string;
  readonly industry: string | null;
  readonly region: string | null;
  readonly variant: string | null;
}

export type TestRow = Readonly<Record<string, unknown>>;

type RolledBack = <T>(work: (manager: EntityManager) => Promise<T>) => Promise<T>;

/** A tenant with a few centers; what is recorded in a test is rolled back. */
export interface MeasureDatabase {
  readonly tenantId: string;
  readonly centers: readonly TestCenter[];
  /** Another tenant, whose center has the same category, industry and region as our first. */
  readonly otherTenantId: string;
  readonly otherCenter: TestCenter;
  /** As the application, in a transaction of our tenant that is rolled back. */
  inTransaction: RolledBack;
  /** The same as a superuser, whom row level security does not bind. */
  unprotected: RolledBack;
  stop(): Promise<void>;
}

/** Centers with every mixture of own values: two of one category, one of another, one without industry or division code. */
export async function startMeasureDatabase(): Promise<MeasureDatabase> {
  const database = await startTestDatabase();
  const owner = await openDataSource({ url: database.ownerUrl, name: 'owner', poolSize: 1 });
  const application = await openDataSource({ url: database.applicationUrl, name: 'application', poolSize: 1 });
  const center = (category: string, industry: string | null, region: string | null, variant: string | null) => ({
    id: newId(),
    category,
    industry,
    region,
    variant,
  });
  const centers = [
    center('alpha', 'C32', '620100', null),
    center('alpha', null, null, 'sales'),
    center('beta', 'C33', '620200', 'production'),
  ];
  const otherCenter = center('alpha', 'C32', '620100', null);
  const [tenantId, otherTenantId] = [newId(), newId()];
  const superuser = await openDataSource({ url: database.superuserUrl, name: 'superuser', poolSize: 1 });
  for (const [id, own] of [
    [tenantId, centers],
    [otherTenantId, [otherCenter]],
  ] as const) {
    await owner.query('INSERT INTO tenant (id, code, name, department, document_prefix) VALUES ($1, $2, $2, $2, $2)', [
      id,
      `t${id.slice(-12)}`,
    ]);
    await application.transaction(async (manager) => {
      await enter(manager, id);
      for (const each of own) await insertCenter(manager, id, each);
    });
  }
  return {
    tenantId,
    centers,
    otherTenantId,
    otherCenter,
    inTransaction: rollingBack(application, tenantId),
    unprotected: rollingBack(superuser, tenantId),
    stop: async () => {
      await Promise.all([owner, application, superuser].map((source) => source.destroy()));
      await database.stop();
    },
  };
}

/** Inserts rows of one table whose columns are the keys of the rows. */
export async function insertRows(manager: EntityManager, table: string, rows: readonly TestRow[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  if (columns === '') return;
  await manager.query(
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1)`,
    [JSON.stringify(rows)],
  );
}

export function enter(manager: EntityManager, tenantId: string): Promise<unknown> {
  return manager.query(`SELECT set_config('app.tenant_id', $1, true)`, [tenantId]);
}

function rollingBack(dataSource: DataSource, tenantId: string): RolledBack {
  return async (work) => {
    const runner = dataSource.createQueryRunner();
    await runner.startTransaction();
    try {
      await enter(runner.manager, tenantId);
      return await work(runner.manager);
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  };
}

async function insertCenter(manager: EntityManager, tenantId: string, center: TestCenter): Promise<void> {
  const [regionId, organizationId] = [newId(), newId()];
  const name = center.id;
  await insertRows(manager, 'region', [
    { tenant_id: tenantId, id: regionId, name, bureau: name, division_code: center.region },
  ]);
  const creditCode = center.id.replaceAll('-', '').slice(-18).toUpperCase();
  await manager.query(
    `INSERT INTO organization (tenant_id, id, credit_code, name, kind, region_id) VALUES ($1, $2, $3, $4, 'enterprise', $5)`,
    [tenantId, organizationId, creditCode, name, regionId],
  );
  await manager.query(
    `INSERT INTO center (tenant_id, id, name, category, variant, industry, region_id, lead_organization_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [tenantId, center.id, name, center.category, center.variant, center.industry, regionId, organizationId],
  );
}
