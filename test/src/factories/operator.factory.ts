import { PLATFORM_TENANT_ID } from '@shucu/database';
import type { DataSource } from 'typeorm';
import { createPerson, type TestHuman } from './person.factory.js';

/** An operator of the platform, with a token that may do everything that operators may. */
export function createOperator(owner: DataSource): Promise<TestHuman> {
  return createPerson(owner, { id: PLATFORM_TENANT_ID, code: 'platform' }, { role: 'platformOperator' });
}
