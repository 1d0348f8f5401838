import { type Caller, callerOf } from '../harness/caller.js';
import type { TestPlatform } from '../harness/platform.js';
import { createPerson } from './person.factory.js';
import type { TestTenant } from './tenant.factory.js';

/** An expert of the pool. */
export interface TestExpert {
  readonly id: string;
  readonly caller: Caller;
  /** Has the officer change the profile. */
  profile(traits: object): Promise<void>;
}

/** Enters so many experts into the pool, of no employer, region or limit, with the field of platforms. */
export async function createExperts(platform: TestPlatform, tenant: TestTenant, count: number): Promise<TestExpert[]> {
  const officer = callerOf(platform, tenant.tokens.provinceOfficer);
  const experts: TestExpert[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    const { id, token } = await createPerson(platform.owner, tenant, { role: 'expert' });
    let version = 0;
    const profile = async (traits: object): Promise<void> => {
      const input = { version, title: '高级工程师', fields: ['platform'], employers: [], ...traits };
      version = (await officer.put(`expert-profiles/${id}`, input).expect(200)).body.version;
    };
    await profile({});
    experts.push({ id, caller: callerOf(platform, token), profile });
  }
  return experts;
}
