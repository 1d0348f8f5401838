import { openDataSource, startTestDatabase, type TestDatabase } from '@shucu/database';
import { AppError, newId } from '@shucu/kernel';
import type { PluginRegistry } from '@shucu/plugin-host';
import { tenantTransaction } from '@shucu/tenancy';
import type { DataSource } from 'typeorm';
import { RuleSet } from './rule-set.entity.js';
import { RuleSetsService } from './rule-sets.service.js';

const TENANT = newId();

interface Row {
  readonly number: string;
  readonly revision?: number;
  readonly issuedOn: string;
  readonly validThrough: string;
  readonly inForceFrom?: string;
  readonly superseded?: { readonly on: string; readonly by: string };
}

describe('the rule set in force on a day', () => {
  const service = new RuleSetsService({ list: () => [] } as unknown as PluginRegistry);
  let database: TestDatabase;
  let application: DataSource;

  const act = <T>(work: () => Promise<T>): Promise<T> => tenantTransaction(application, TENANT, work);
  const query = (sql: string, values: unknown[] = []): Promise<unknown> =>
    tenantTransaction(application, TENANT, (manager) => manager.query(sql, values));

  const insert = async ({ number, revision = 1, issuedOn, validThrough, inForceFrom, superseded }: Row) => {
    const id = newId();
    const state = superseded ? 'superseded' : inForceFrom ? 'inForce' : 'draft';
    await query(
      `INSERT INTO rule_set (tenant_id, id, document_number, title, issued_on, valid_through, revision, parameters, state,
         in_force_from, superseded_on, superseded_by)
       VALUES ($1, $2, $3, '实施细则', $4, $5, $6, '{"banYears": 3}', $7, $8, $9, $10)`,
      [TENANT, id, number, issuedOn, validThrough, revision, state, inForceFrom, superseded?.on, superseded?.by],
    );
    return id;
  };

  const on = (date: string): Promise<string> =>
    act(async () => {
      try {
        const { documentNumber, revision } = await service.inForceOn(date);
        return `${documentNumber}/${revision}`;
      } catch (error) {
        if (error instanceof AppError) return error.code;
        throw error;
      }
    });

  beforeAll(async () => {
    database = await startTestDatabase();
    const owner = await openDataSource({ url: database.ownerUrl, name: 'owner', poolSize: 1 });
    await owner.query(
      `INSERT INTO tenant (id, code, name, department, document_prefix) VALUES ($1, 'ours', '省', '厅', '工信发')`,
      [TENANT],
    );
    await owner.destroy();
    application = await openDataSource({
      url: database.applicationUrl,
      name: 'application',
      poolSize: 2,
      entities: [RuleSet],
    });
    const second = await insert({
      ...{ number: '甲', revision: 2, issuedOn: '2024-06-28', validThrough: '2026-06-28', inForceFrom: '2025-03-01' },
    });
    await insert({
      ...{ number: '甲', issuedOn: '2024-06-28', validThrough: '2026-06-28', inForceFrom: '2024-06-28' },
      superseded: { on: '2025-03-01', by: second },
    });
    await insert({ number: '乙', issuedOn: '2026-01-01', validThrough: '2027-12-31', inForceFrom: '2026-02-01' });
    await insert({ number: '丙', issuedOn: '2020-01-01', validThrough: '2030-12-31' });
  });

  afterAll(async () => {
    await application?.destroy();
    await database?.stop();
  });

  it('is the one that had come into force, was not superseded and had not run out; never a draft', async () => {
    expect(await on('2024-06-27')).toBe('ruleSet.none');
    expect(await on('2024-06-28')).toBe('甲/1');
    expect(await on('2025-02-28')).toBe('甲/1');
    expect(await on('2025-03-01')).toBe('甲/2');
    expect(await on('2026-01-31')).toBe('甲/2');
    expect(await on('2026-02-01')).toBe('乙/1');
    expect(await on('2027-12-31')).toBe('乙/1');
    expect(await on('2028-01-01')).toBe('ruleSet.none');
  });

  it('has every figure, also those that its row was written without', async () => {
    const { parameters } = await act(() => service.inForceOn('2025-03-01'));
    expect(parameters).toMatchObject({
      banYears: 3,
      publicNotice: { workingDays: 5 },
      application: { passScore: '60' },
    });
  });

  it('cannot be changed, become a draft again or be one of two of a document, whoever asks the database', async () => {
    const change = (sql: string) => query(`UPDATE rule_set SET ${sql}`);
    await expect(change(`parameters = '{}' WHERE document_number = '乙'`)).rejects.toThrow(/cannot be changed/);
    await expect(change(`in_force_from = '2026-01-01' WHERE document_number = '乙'`)).rejects.toThrow(
      /cannot be changed/,
    );
    await expect(change(`state = 'draft', in_force_from = NULL WHERE document_number = '乙'`)).rejects.toThrow();
    await expect(change(`state = 'inForce' WHERE document_number = '丙'`)).rejects.toThrow(/check constraint/);
    await query(`UPDATE rule_set SET title = '改名的草案' WHERE document_number = '丙'`);
    const twin = insert({
      ...{ number: '乙', revision: 2, issuedOn: '2026-01-01', validThrough: '2027-12-31', inForceFrom: '2026-03-01' },
    });
    await expect(twin).rejects.toThrow(/rule_set_one_in_force/);
  });
});
