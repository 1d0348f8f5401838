import { TenantContext } from '@shucu/tenancy';
import { AssessmentFinding } from './assessment-finding.entity.js';

/** The findings of an assessment, the earliest recorded first. */
export function findingsOf(assessmentId: string): Promise<AssessmentFinding[]> {
  const { manager, tenantId } = TenantContext;
  return manager.find(AssessmentFinding, { where: { tenantId, assessmentId }, order: { id: 'ASC' } });
}
