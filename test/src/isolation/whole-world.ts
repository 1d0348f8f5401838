import { createOfficial } from '../factories/official.factory.js';
import { createOperator } from '../factories/operator.factory.js';
import { givePassword, PASSWORD } from '../factories/password.factory.js';
import type { TestHuman } from '../factories/person.factory.js';
import { giveSecondFactor } from '../factories/second-factor.factory.js';
import { createTenant, type TestPerson, type TestTenant } from '../factories/tenant.factory.js';
import { Browser } from '../harness/browser.js';
import type { Caller } from '../harness/caller.js';
import { callerOf, callerWith } from '../harness/caller.js';
import type { TestPlatform } from '../harness/platform.js';
import { createElsewhere, type Elsewhere } from './elsewhere.js';
import { createPlatformRows, type PlatformIds, type PlatformRows } from './platform-rows.js';
import { applicationElsewhere } from './world/application.world.js';
import { outcomesOf } from './world/outcome.world.js';
import { createWorld, outcomeOf, type World, type WorldIds } from './world.js';

/** Everybody who calls: the people of the tenant and the operators by API tokens, the second officer also by a session. */
export type Who = TestPerson | 'platformOperator' | 'secondOperator' | 'session' | 'nobody';

export interface WholeIds extends WorldIds, PlatformIds {
  /** Of the second officer, one of two beside that in which the calls are made. */
  readonly session: string;
  /** Active, signed in, with a second factor. */
  readonly official: string;
}

/** A tenant in which everything has happened, rows of it that not everybody in it may reach, and what the platform keeps of it. */
export interface WholeWorld extends Omit<World, 'ids' | 'as'>, Pick<PlatformRows, 'hidden' | 'codes' | 'recipient'> {
  readonly ids: WholeIds;
  readonly elsewhere: Elsewhere;
  /** Ids of accounts, by who calls. */
  readonly accounts: Readonly<Record<Exclude<Who, 'nobody'>, string>>;
  as(who: Who): Caller;
}

/** Builds everything through the api and a running worker. */
export async function createWholeWorld(platform: TestPlatform): Promise<WholeWorld> {
  const tenant = await createTenant(platform.owner);
  const elsewhere = await createElsewhere(platform, tenant);
  const world = await createWorld(platform, tenant);
  const [first, second] = [await createOperator(platform.owner), await createOperator(platform.owner)];
  const { session, cookie } = await signIn(platform, tenant);
  const official = await createOfficial(platform, tenant, [{ role: 'expert' }]);
  await giveSecondFactor(platform, tenant, official.id);
  const { ids, ...rows } = await createPlatformRows(platform, callerOf(platform, first.token), tenant);
  const outOfReach = await outcomeOf(callerOf(platform, tenant.tokens.provinceOfficer), elsewhere.center);
  const beyond = { center: elsewhere.center, rating: outOfReach.rating };
  const applying = { organizationId: elsewhere.organization, roundId: world.ids.round };
  const callers = callersOf(platform, tenant, { first, second, cookie });
  return {
    ...world,
    ...rows,
    ids: { ...world.ids, ...ids, session, official: official.id },
    elsewhere: {
      ...{ ...elsewhere, ...outOfReach },
      ...(await outcomesOf(platform, tenant, beyond)),
      ...(await applicationElsewhere(platform, tenant, applying)),
    },
    accounts: {
      ...tenant.accounts,
      ...{ session: tenant.accounts.secondOfficer, platformOperator: first.id, secondOperator: second.id },
    },
    as: (who) => callers[who],
  };
}

async function signIn(platform: TestPlatform, tenant: TestTenant): Promise<{ session: string; cookie: string }> {
  const login = await givePassword(platform.owner, tenant, 'secondOfficer');
  for (let other = 0; other < 2; other += 1) await new Browser(platform).signIn(tenant.code, login, PASSWORD);
  const browser = new Browser(platform);
  await browser.signIn(tenant.code, login, PASSWORD);
  const { body } = await browser.get('me/sessions');
  const session = body.find(({ isPresent }: { isPresent: boolean }) => !isPresent).id;
  return { session, cookie: [...browser.cookies].map((pair) => pair.join('=')).join('; ') };
}

function callersOf(
  platform: TestPlatform,
  { tokens }: TestTenant,
  { first, second, cookie }: { first: TestHuman; second: TestHuman; cookie: string },
): Record<Who, Caller> {
  const people = Object.entries(tokens).map(([person, token]) => [person, callerOf(platform, token)]);
  const page = { 'sec-fetch-site': 'same-origin' };
  return {
    ...(Object.fromEntries(people) as Record<TestPerson, Caller>),
    platformOperator: callerOf(platform, first.token),
    secondOperator: callerOf(platform, second.token),
    session: callerWith(platform, { ...page, cookie }),
    nobody: callerWith(platform, page),
  };
}
