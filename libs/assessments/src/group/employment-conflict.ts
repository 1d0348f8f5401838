import { AppError } from '@shucu/kernel';
import type { Assessment } from '../assessment.entity.js';
import { candidatesFor } from '../drawing/candidates.repository.js';
import { isEmployedBy } from '../drawing/draw.js';
import type { BarredOrganization } from '../drawing/draw.types.js';

/** Refuses an expert whose profile or roles tell of work, now or earlier, for an organization behind the center (第十二条). */
export async function refuseEmployed(
  expertId: string,
  assessment: Pick<Assessment, 'id' | 'centerId'>,
  organizations: readonly BarredOrganization[],
): Promise<void> {
  const [candidate] = await candidatesFor(assessment, 0, expertId);
  if (candidate && isEmployedBy(candidate, organizations)) throw new AppError('assignment.ownOrganization');
}
