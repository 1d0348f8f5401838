import { openDataSource, writeInBulk } from '@shucu/database';
import {
  type CopyBatch,
  generateLargeTenant,
  issueToken,
  type JudgedCriteria,
  type LargeTenant,
  sealScoreSheets,
  writeTenant,
} from '@shucu/demonstration';
import { PLUGINS } from '@shucu/platform';
import { PluginRegistry } from '@shucu/plugin-host';
import { judgedItems } from '@shucu/plugin-sdk';
import { tenantTransaction } from '@shucu/tenancy';
import type { DataSource } from 'typeorm';

/** How large a tenant the bench works on. */
export interface TenantSize {
  readonly centers: number;
  /** Service records in all; resources and experts' scores come on top. */
  readonly records: number;
}

/** The written tenant, and how to call as one of its people. */
export interface WrittenTenant {
  readonly id: string;
  /** Center ids in order of announcement. */
  readonly centerIds: readonly string[];
  readonly officerToken: string;
  /** Of another officer than that. */
  readonly reviewerToken: string;
  /** Of the operator whose organization leads the first center. */
  readonly operatorToken: string;
}

/** Writes a generated tenant as the owner, a batch a transaction, and leaves the tables as after a night's autovacuum. */
export async function writeLargeTenant(ownerUrl: string, size: TenantSize): Promise<WrittenTenant> {
  const plugins = await PluginRegistry.load(PLUGINS);
  const criteria: JudgedCriteria = (category, variant) =>
    judgedItems(plugins.get(category), variant).map(({ row, criterion }) => ({
      indicatorId: row.indicator.id,
      criterionId: criterion.id,
    }));
  const large = generateLargeTenant({ seed: 'bench', ...size, criteria });
  const frame = { ...large, serviceRecords: [], resources: [], expertScores: [] };
  const owner = await openDataSource({ url: ownerUrl, name: 'bench-writer', poolSize: 1 });
  try {
    await writeTenant(owner, frame);
    for (const batch of large.batches()) await writeBatch(owner, large.tenant.id, batch);
    await tenantTransaction(owner, large.tenant.id, (manager) =>
      writeInBulk(manager, 'bench', () => sealScoreSheets(manager)),
    );
    await owner.query(
      'VACUUM (ANALYZE) center, service_record, resource, yearly_fact, reference_figure, score_sheet, expert_score',
    );
    const lead = large.centers[0]?.leadOrganizationId;
    const [officer, reviewer] = large.accounts.filter(({ role }) => role === 'provinceOfficer');
    return {
      id: large.tenant.id,
      centerIds: large.centers.map(({ id }) => id),
      officerToken: await tokenOf(owner, large, ({ id }) => id === officer?.id),
      reviewerToken: await tokenOf(owner, large, ({ id }) => id === reviewer?.id),
      operatorToken: await tokenOf(owner, large, ({ organizationId }) => organizationId === lead),
    };
  } finally {
    await owner.destroy();
  }
}

/** One statement a batch, a column an array: row level security leaves no COPY to anybody but a superuser. */
async function writeBatch(owner: DataSource, tenantId: string, { table, columns, rows }: CopyBatch): Promise<void> {
  const types = await columnTypes(owner, table);
  const arrays = columns.map((column, index) => `$${index + 1}::${types.get(column)}[]`);
  const values = columns.map((_, index) => rows.map((row) => row[index]));
  await tenantTransaction(owner, tenantId, (manager) =>
    writeInBulk(manager, 'bench', () =>
      manager.query(`INSERT INTO ${table} (${columns.join(', ')}) SELECT * FROM unnest(${arrays.join(', ')})`, values),
    ),
  );
}

async function columnTypes(owner: DataSource, table: string): Promise<Map<string, string>> {
  const rows = await owner.query<{ name: string; type: string }[]>(
    `SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped`,
    [table],
  );
  return new Map(rows.map(({ name, type }) => [name, type]));
}

async function tokenOf(
  owner: DataSource,
  { tenant, accounts }: LargeTenant,
  fits: (account: LargeTenant['accounts'][number]) => boolean,
): Promise<string> {
  const account = accounts.find(fits);
  if (!account) throw new Error('The tenant lacks a person whom the bench needs');
  return issueToken(owner, tenant, account.id);
}
