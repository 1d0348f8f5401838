import { openDataSource, startTestDatabase, type TestDatabase } from '@shucu/database';
import { documentNumber, takeNumbers } from '@shucu/documents';
import { tenantTransaction } from '@shucu/tenancy';
import type { DataSource } from 'typeorm';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';

describe('document numbers', () => {
  let database: TestDatabase;
  let owner: DataSource;
  let application: DataSource;
  let tenant: TestTenant;
  let neighbour: TestTenant;

  beforeAll(async () => {
    database = await startTestDatabase();
    owner = await openDataSource({ url: database.ownerUrl, name: 'owner', poolSize: 1 });
    application = await openDataSource({ url: database.applicationUrl, name: 'application', poolSize: 12 });
    tenant = await createTenant(owner);
    neighbour = await createTenant(owner);
  });

  afterAll(async () => {
    await application?.destroy();
    await owner?.destroy();
    await database?.stop();
  });

  it('have no gap and no repeat when sixty are taken at once and every third is rolled back', async () => {
    const taken: number[] = [];
    const attempts = Array.from({ length: 60 }, (_, n) =>
      tenantTransaction(application, tenant.id, async () => {
        const { number } = await takeNumbers('official', 2026, 1);
        if (n % 3 === 0) throw new Error('rolled back');
        return number;
      }).then(
        (number) => taken.push(number),
        (error: Error) => expect(error.message).toBe('rolled back'),
      ),
    );
    await Promise.all(attempts);
    expect(taken.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
  });

  it('begin anew for each tenant, series and year, and are taken in blocks', async () => {
    const take = (id: string, series: string, year: number, count = 1) =>
      tenantTransaction(application, id, () => takeNumbers(series, year, count));
    expect(await take(neighbour.id, 'official', 2026)).toEqual({ series: 'official', year: 2026, number: 1 });
    expect((await take(tenant.id, 'official', 2027)).number).toBe(1);
    expect((await take(tenant.id, 'rating-report', 2026, 10)).number).toBe(1);
    expect((await take(tenant.id, 'rating-report', 2026)).number).toBe(11);
  });

  it('are written with the year in 〔〕 and without a leading zero (GB/T 9704)', () => {
    expect(documentNumber('甘工信发', { series: 'official', year: 2026, number: 12 })).toBe('甘工信发〔2026〕12号');
  });
});
