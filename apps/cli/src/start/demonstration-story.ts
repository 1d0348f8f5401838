import { setTimeout as pause } from 'node:timers/promises';
import { makeStatutoryClockSettable, openDataSource, setStatutoryClock } from '@shucu/database';
import {
  ApiClient,
  type ApiPlace,
  type DemoLogin,
  type Invitation,
  playGansuYear,
  type StoryExpert,
  type StoryStage,
  storyCreditCode,
} from '@shucu/demonstration';
import type { DataSource } from 'typeorm';
import type { DemoProvince } from './demonstration.js';

/** The province whose year is played, and the region of its applicants. */
const HOME = { tenantCode: 'gansu', region: '兰州市', bureau: 'city.lanzhou' };

const PATIENCE_MS = 180_000;

interface StorySettings {
  readonly place: ApiPlace;
  readonly ownerUrl: string;
  readonly say: (sentence: string) => void;
}

/**
 * Plays a year of the province through HTTP, once: from the call to the announcement and the annual reports, each step on its day,
 * by a statutory clock that is set right again afterwards whatever happens. Nothing where the year was played, begun or called by
 * somebody before.
 */
export async function playStory(province: DemoProvince, { place, ownerUrl, say }: StorySettings): Promise<void> {
  const [first] = province.logins;
  if (first?.tenantCode !== HOME.tenantCode) return;
  const owner = await openDataSource({ url: ownerUrl, name: 'shucu-story', poolSize: 1 });
  try {
    await makeStatutoryClockSettable(owner);
    const stage = await openStage(province, { place, owner, say });
    const rounds = await stage.officer.get<unknown[]>('rounds');
    if (rounds.length > 0) return;
    say('playing the year of an application round, day by day …');
    await playGansuYear(stage);
  } finally {
    await setStatutoryClock(owner, null);
    await owner.destroy();
  }
}

async function openStage(
  { logins }: DemoProvince,
  { place, owner, say }: { readonly place: ApiPlace; readonly owner: DataSource; readonly say: StorySettings['say'] },
): Promise<StoryStage> {
  const signIn = (login: DemoLogin | undefined): Promise<ApiClient> => {
    if (!login) throw new Error('The demonstration lacks somebody whom its story needs');
    return ApiClient.signIn(place, login);
  };
  const having = (role: DemoLogin['role']): DemoLogin[] => logins.filter((login) => login.role === role);
  const [officer, second] = having('provinceOfficer');
  const anybody = ApiClient.anybody(place);
  const officerClient = await signIn(officer);
  return {
    administrator: await signIn(having('provinceAdministrator')[0]),
    officer: officerClient,
    second: await signIn(second),
    city: await signIn(logins.find(({ login }) => login === HOME.bureau)),
    region: await regionOf(officerClient),
    experts: await signInExperts(having('expert'), signIn),
    anybody,
    tenantCode: HOME.tenantCode,
    freeCreditCode: storyCreditCode(),
    enter: async ({ login, token }: Invitation) => {
      const password = `Yuan-${token.slice(-12)}-7`;
      await anybody.post(`tenants/${HOME.tenantCode}/links/acceptance`, { token, password });
      return ApiClient.signIn(place, { tenantCode: HOME.tenantCode, login, password });
    },
    clock: (instant) => setStatutoryClock(owner, instant),
    settle: (what, holds) => settle(what, holds, place.signal),
    tell: (day, line) => say(`  ${day}  ${line}`),
  };
}

async function regionOf(officer: ApiClient): Promise<StoryStage['region']> {
  const regions = await officer.get<StoryStage['region'][]>('regions');
  const found = regions.find(({ name }) => name === HOME.region);
  if (!found) throw new Error(`There is no region ${HOME.region}`);
  return found;
}

/** One after the other: each sign-in takes a thread for its password. */
async function signInExperts(
  logins: readonly DemoLogin[],
  signIn: (login: DemoLogin) => Promise<ApiClient>,
): Promise<StoryExpert[]> {
  const experts: StoryExpert[] = [];
  for (const login of logins) {
    const client = await signIn(login);
    const { account } = await client.get<{ account: { id: string } }>('me');
    experts.push({ id: account.id, client });
  }
  return experts;
}

async function settle(what: string, holds: () => Promise<boolean>, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`The story waited in vain for ${what}`);
    await pause(200, undefined, { signal });
  }
}
