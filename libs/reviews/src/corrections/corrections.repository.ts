import { TenantContext } from '@shucu/tenancy';
import { In, IsNull } from 'typeorm';
import { Correction, CorrectionRemark } from './correction.entity.js';

/** A return with its items. */
export interface WholeCorrection extends Correction {
  readonly remarks: readonly CorrectionRemark[];
}

/** Every return of an application, the first first. */
export async function correctionsOf(applicationId: string): Promise<WholeCorrection[]> {
  const { manager, tenantId } = TenantContext;
  const corrections = await manager.find(Correction, {
    where: { tenantId, applicationId },
    order: { submission: 'ASC' },
  });
  const remarks = await manager.find(CorrectionRemark, {
    where: { tenantId, correctionId: In(corrections.map(({ id }) => id)) },
    order: { id: 'ASC' },
  });
  return corrections.map((correction) => ({
    ...correction,
    remarks: remarks.filter(({ correctionId }) => correctionId === correction.id),
  }));
}

/** The return that has not been answered by a submission yet, if any. */
export async function openCorrection(applicationId: string): Promise<WholeCorrection | null> {
  const { manager, tenantId } = TenantContext;
  const correction = await manager.findOneBy(Correction, { tenantId, applicationId, resubmission: IsNull() });
  if (!correction) return null;
  const where = { tenantId, correctionId: correction.id };
  return { ...correction, remarks: await manager.find(CorrectionRemark, { where, order: { id: 'ASC' } }) };
}
