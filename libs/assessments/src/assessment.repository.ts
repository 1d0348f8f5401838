import { randomBytes } from 'node:crypto';
import { AppError, newId } from '@shucu/kernel';
import { TenantContext } from '@shucu/tenancy';
import { Not } from 'typeorm';
import { Assessment } from './assessment.entity.js';

/** What an assessment is opened for. */
export type NewAssessment = Pick<Assessment, 'centerId' | 'year' | 'purpose' | 'ruleSetId'> &
  Partial<Pick<Assessment, 'claimed' | 'verified'>>;

/** Adds an assessment with a fresh seed; nothing where the center has one for the year that is not cancelled. */
export async function insertAssessment(input: NewAssessment, openedBy: string | null): Promise<Assessment | null> {
  const { manager, tenantId } = TenantContext;
  const id = newId();
  const { raw } = await manager
    .createQueryBuilder()
    .insert()
    .into(Assessment)
    .values({ ...input, tenantId, id, seed: randomBytes(32).toString('hex'), openedBy })
    .orIgnore()
    .returning('id')
    .updateEntity(false)
    .execute();
  return (raw as unknown[]).length === 0 ? null : manager.findOneByOrFail(Assessment, { tenantId, id });
}

/** The assessment of a center and year that is not cancelled. */
export function currentAssessment(centerId: string, year: number): Promise<Assessment | null> {
  const { manager, tenantId } = TenantContext;
  return manager.findOneBy(Assessment, { tenantId, centerId, year, state: Not('cancelled') });
}

/** An assessment under a lock until the transaction ends, whoever asks. Throws `resource.notFound`. */
export async function lockAssessment(id: string): Promise<Assessment> {
  const { manager, tenantId } = TenantContext;
  const found = await manager.findOne(Assessment, { where: { tenantId, id }, lock: { mode: 'pessimistic_write' } });
  if (!found) throw new AppError('resource.notFound');
  return found;
}

/** An assessment as it is, whoever asks. */
export function getAssessment(id: string): Promise<Assessment> {
  const { manager, tenantId } = TenantContext;
  return manager.findOneByOrFail(Assessment, { tenantId, id });
}
