import { insertRows } from '@shucu/database';
import { newId } from '@shucu/kernel';
import { tenantTransaction } from '@shucu/tenancy';
import type { DataSource } from 'typeorm';
import type { TestTenant } from './tenant.factory.js';

/** Whom a document concerns, by the names of the columns. */
export interface DocumentTraits {
  readonly region_id?: string;
  readonly organization_id?: string;
  readonly account_id?: string;
  readonly public?: boolean;
  readonly confidential?: boolean;
  readonly released?: boolean;
}

let serial = 0;

/** Writes a document without a center that still waits to be made; gives its id. */
export async function createDocument(owner: DataSource, tenant: TestTenant, traits: DocumentTraits): Promise<string> {
  serial += 1;
  const id = newId();
  const place = { series: `test-${serial}`, year: 2025 };
  await tenantTransaction(owner, tenant.id, async (manager) => {
    await insertRows(manager, 'document_series', [{ tenant_id: tenant.id, ...place, last_number: 1 }]);
    await insertRows(manager, 'document', [
      {
        ...{ tenant_id: tenant.id, id, kind: 'announcement', subject_id: newId(), title: '公告', released: false },
        ...{ series: place.series, series_year: place.year, series_number: 1, number: `测试〔2025〕${serial}号` },
        ...{ template: 'platform', template_version: '0', layout: 'official', data: {}, data_hash: '0' },
        ...traits,
      },
    ]);
  });
  return id;
}
