import type { TestTenant } from '../../factories/tenant.factory.js';
import type { Caller } from '../../harness/caller.js';
import { until } from '../../harness/platform.js';

/** Rule sets of a tenant. */
export interface RuleSetIds {
  /** In force. */
  readonly ruleSet: string;
  /** Two drafts: one was previewed, the other one is still worked on. */
  readonly ruleSetDraft: string;
  readonly editedRuleSet: string;
  /** Of the draft, on the published year. */
  readonly ruleSetPreview: string;
}

/** Older than the one in force, so that it decides nothing when it comes into force. */
const OLDER = { title: '实施细则（旧）', issuedOn: '2022-01-01', validThrough: '2036-12-31' };

/** Drafts a rule set as the administrator. */
export async function draftRuleSet(administrator: Caller, documentNumber: string): Promise<string> {
  return (await administrator.post('rule-sets', { ...OLDER, documentNumber }).expect(201)).body.id;
}

/** Drafts and previews, once a year is final. */
export async function createRuleSets(
  as: (who: keyof TestTenant['tokens']) => Caller,
  { ruleSetId }: TestTenant,
  year: number,
): Promise<RuleSetIds> {
  const administrator = as('provinceAdministrator');
  const ruleSetDraft = await draftRuleSet(administrator, '测工信发〔2022〕1号');
  const path = `rule-sets/${ruleSetDraft}/previews`;
  const { id: ruleSetPreview } = (await administrator.post(path, { year }).expect(202)).body;
  await until(
    'the preview',
    async () => (await administrator.get(`${path}/${ruleSetPreview}`)).body.preview.state === 'done',
  );
  const editedRuleSet = await draftRuleSet(administrator, '测工信发〔2022〕2号');
  return { ruleSet: ruleSetId, ruleSetDraft, editedRuleSet, ruleSetPreview };
}
