import { createTenant } from '../factories/tenant.factory.js';
import { type ApiProcess, startApiProcess } from '../harness/api-process.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';

const PASSWORD = 'Xk9-correct-horse-battery';
const COOKIE = `gansu.${'c'.repeat(43)}`;
const CODE = 'code-24601';
const LINK = 'l'.repeat(43);

describe('what the api writes', () => {
  let platform: TestPlatform;
  let api: ApiProcess;
  let lines: Record<string, unknown>[];
  let output: string;
  let token: string;

  const call = (path: string, init: RequestInit = {}) => fetch(new URL(path, api.url), init);
  const post = (path: string, headers: Record<string, string>, body: string) =>
    call(path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });

  beforeAll(async () => {
    platform = await startPlatform();
    const tenant = await createTenant(platform.owner);
    token = tenant.tokens.provinceOfficer;
    api = await startApiProcess({
      NODE_ENV: 'test',
      DATABASE_URL: platform.environment.DATABASE_URL,
      FILES_DIR: platform.environment.FILES_DIR,
      SHUCU_SECRET_KEY: platform.environment.SHUCU_SECRET_KEY,
      PORT: '0',
      LOG_LEVEL: 'debug',
    });
    const own = { authorization: `Bearer ${token}`, cookie: `__Host-shucu=${COOKIE}` };
    await call(`/api/v1/organizations?search=${PASSWORD}`, { headers: own });
    await call('/api/v1/organizations', { headers: own });
    await post('/api/v1/organizations', own, JSON.stringify({ name: 'x', password: PASSWORD }));
    await post('/api/v1/organizations', own, `{"password":"${PASSWORD}"`);
    const signIn = { login: 'expert', password: PASSWORD, code: CODE };
    await post(`/api/v1/tenants/${tenant.code}/sign-in`, { 'sec-fetch-site': 'same-origin' }, JSON.stringify(signIn));
    await call(`/api/v1/links/${LINK}?token=${LINK}`);
    await call('/api/v1/centers', {
      headers: { authorization: `Bearer ${PASSWORD}`, cookie: `__Host-shucu=${COOKIE}` },
    });
    await call('/health/live');
    output = await api.end();
    lines = output
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line));
  });

  afterAll(async () => {
    await platform?.stop();
  });

  it('tells nothing of bodies, queries, cookies, tokens or the database’s password', () => {
    const { password } = new URL(platform.environment.DATABASE_URL);
    for (const secret of [PASSWORD, CODE, COOKIE, LINK, token, password].filter(Boolean))
      expect(output).not.toContain(secret);
  });

  it('is one line a request: its route by pattern, its end, its time, from where and by whom', () => {
    const requests = lines.filter(({ msg }) => msg === 'request');
    expect(requests.map(({ method, route, status }) => `${method} ${route} ${status}`)).toEqual([
      'GET /api/v1/organizations 422',
      'GET /api/v1/organizations 200',
      'POST /api/v1/organizations 422',
      'POST /api/v1/organizations 400',
      'POST /api/v1/tenants/:code/sign-in 401',
      'GET null 404',
      'GET /api/v1/centers 401',
      'GET /health/live 200',
    ]);
    const [, read] = requests;
    expect(read).toMatchObject({ requestId: expect.any(String), ms: expect.any(Number), address: '127.0.0.1' });
    expect(read).toMatchObject({ tenantId: expect.any(String), accountId: expect.any(String) });
    expect(requests.at(-1)).toMatchObject({ level: 20 });
  });
});
