import { AppError } from '@shucu/kernel';
import { TenantContext } from '@shucu/tenancy';
import { RuleSet } from './rule-set.entity.js';

/** The rule set under a lock until the transaction ends. */
export async function lockedRuleSet(id: string): Promise<RuleSet> {
  const { manager, tenantId } = TenantContext;
  const found = await manager.findOne(RuleSet, { where: { tenantId, id }, lock: { mode: 'pessimistic_write' } });
  if (!found) throw new AppError('resource.notFound');
  return found;
}

/** Keeps others from numbering, or bringing into force, revisions of the same document until the transaction ends. */
export async function lockDocument(documentNumber: string): Promise<void> {
  const { manager, tenantId } = TenantContext;
  await manager.query('SELECT pg_advisory_xact_lock(hashtext($1), hashtext($2))', [tenantId, documentNumber]);
}
