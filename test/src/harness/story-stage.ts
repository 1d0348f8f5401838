import type { AddressInfo } from 'node:net';
import { setStatutoryClock } from '@shucu/database';
import { ApiClient, type ApiPlace, type Invitation, type StoryStage } from '@shucu/demonstration';
import { publicUrlOf } from '@shucu/kernel';
import { creditCode } from '../factories/credit-codes.js';
import { givePassword, PASSWORD } from '../factories/password.factory.js';
import type { TestPerson, TestTenant } from '../factories/tenant.factory.js';
import { type TestPlatform, until } from './platform.js';

let serial = 950_000;

/** A stage in a test tenant, over real HTTP and sessions; what is told is kept in `lines`. */
export async function openStage(
  platform: TestPlatform,
  tenant: TestTenant,
  lines: string[],
): Promise<StoryStage & { signIn(person: TestPerson): Promise<ApiClient> }> {
  const { server } = platform;
  if (!server.listening) await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const place: ApiPlace = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    origin: publicUrlOf(platform.environment).origin,
    signal: AbortSignal.timeout(600_000),
  };
  const signIn = async (person: TestPerson): Promise<ApiClient> => {
    const login = await givePassword(platform.owner, tenant, person);
    return ApiClient.signIn(place, { tenantCode: tenant.code, login, password: PASSWORD });
  };
  const anybody = ApiClient.anybody(place);
  return {
    administrator: await signIn('provinceAdministrator'),
    officer: await signIn('provinceOfficer'),
    second: await signIn('secondOfficer'),
    city: await signIn('cityOfficer'),
    region: { id: tenant.regionId, name: '兰州市' },
    experts: [],
    anybody,
    tenantCode: tenant.code,
    signIn,
    freeCreditCode: () => {
      serial += 1;
      return creditCode(serial);
    },
    enter: async ({ login, token }: Invitation) => {
      await anybody.post(`tenants/${tenant.code}/links/acceptance`, { token, password: PASSWORD });
      return ApiClient.signIn(place, { tenantCode: tenant.code, login, password: PASSWORD });
    },
    clock: (instant) => setStatutoryClock(platform.owner, instant),
    settle: (what, holds) => until(what, holds, 120_000, 200),
    tell: (day, line) => void lines.push(`${day}  ${line}`),
  };
}
