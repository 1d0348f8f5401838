import type { StoryExpert, StoryParty, StoryStage } from './story.types.js';

interface Invited {
  readonly account: { readonly id: string };
  readonly link: { readonly token: string };
}

/** What an organization of the story is. */
export interface PartyTraits {
  readonly name: string;
  readonly login: string;
  readonly person: string;
  readonly kind?: 'enterprise' | 'university' | 'researchInstitute' | 'industryAssociation';
  readonly ownership?: 'local' | 'provincial' | 'central';
  readonly creditCode?: string;
}

/** Registers an organization in the region and invites its operator, who may submit for it. */
export async function joinParty(stage: StoryStage, traits: PartyTraits): Promise<StoryParty> {
  const { name, login, person, kind = 'enterprise', ownership = 'local' } = traits;
  const creditCode = traits.creditCode ?? stage.freeCreditCode();
  const body = { name, kind, ownership, creditCode, regionId: stage.region.id };
  const { id: organizationId } = await stage.officer.post<{ id: string }>('organizations', body);
  const role = { role: 'centerOperator', organizationId, duties: ['submission'] };
  const { client } = await invite(stage, login, person, role);
  return { organizationId, name, creditCode, operator: client };
}

const EXPERTS = [
  ['周慧敏', 'platform'],
  ['吴志远', 'data'],
  ['郑雪松', 'platform'],
  ['冯立新', 'industrialSoftware'],
] as const;

/** Four experts, also of the automobile industry, more for the pool that groups are drawn from; gives the whole pool. */
export async function joinExperts(stage: StoryStage): Promise<StoryExpert[]> {
  const experts = [...stage.experts];
  for (const [at, [name, field]] of EXPERTS.entries()) {
    const expert = await invite(stage, `story.expert${at + 1}`, name, { role: 'expert' });
    const profile = { version: 0, title: '正高级工程师', fields: [field, 'C36'], employers: [] };
    await stage.officer.put(`expert-profiles/${expert.id}`, profile);
    experts.push(expert);
  }
  return experts;
}

async function invite(stage: StoryStage, login: string, displayName: string, role: object): Promise<StoryExpert> {
  const { account, link } = await stage.administrator.post<Invited>('accounts', { login, displayName, roles: [role] });
  return { id: account.id, client: await stage.enter({ login, token: link.token }) };
}
