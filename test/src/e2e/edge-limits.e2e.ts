import { hasRedisServer, startTestRedis } from '@shucu/jobs';
import request, { type Response } from 'supertest';
import { startPlatform, type TestPlatform, until } from '../harness/platform.js';

const PER_MINUTE = 5;

describe('the number of requests of one address', () => {
  let platform: TestPlatform | undefined;

  const start = async (variables: NodeJS.ProcessEnv = {}): Promise<void> => {
    platform = await startPlatform({ variables: { RATE_LIMIT_PER_MINUTE: String(PER_MINUTE), ...variables } });
  };
  const get = (path: string, address = '203.0.113.1') =>
    request(platform?.server as never)
      .get(path)
      .set('x-forwarded-for', address);
  const inTurn = async (paths: readonly string[], addressOf?: (index: number) => string): Promise<Response[]> => {
    const answers: Response[] = [];
    for (const [index, path] of paths.entries()) answers.push(await get(path, addressOf?.(index)));
    return answers;
  };
  const statuses = (answers: readonly Response[]): number[] => answers.map(({ status }) => status);

  afterEach(async () => {
    await platform?.stop();
    platform = undefined;
  });

  it('is limited over all paths, those that are not there included, whatever address it claims', async () => {
    await start();
    const paths = [
      '/api/v1/centers',
      '/api/nothing',
      '/api/docs',
      '/api/openapi.json',
      '/elsewhere',
      '/api/v1/centers',
    ];
    const answers = await inTurn(paths, (index) => `203.0.113.${index}`);
    expect(statuses(answers)).toEqual([401, 404, 200, 200, 404, 429]);
    expect(answers[0]?.headers).toMatchObject({ 'ratelimit-limit': '5', 'ratelimit-remaining': '4' });
    const last = answers.at(-1);
    expect(last?.type).toBe('application/problem+json');
    expect(last?.body).toMatchObject({ code: 'request.tooMany', status: 429 });
    expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0);
    expect(last?.headers).toHaveProperty('content-security-policy');
    expect(statuses([await get('/api/nothing'), await get('/health/live'), await get('/health/ready')])).toEqual([
      429, 200, 200,
    ]);
  });

  it('is told apart by what a proxy says that is known', async () => {
    await start({ TRUST_PROXY: '127.0.0.0/8, ::1' });
    const paths = Array<string>(PER_MINUTE + 1).fill('/api/v1/centers');
    expect(statuses(await inTurn(paths, (index) => `203.0.113.${index}`))).not.toContain(429);
    // What a stranger puts in front of the proxy's own word does not count.
    expect(statuses(await inTurn(paths, (index) => `203.0.114.${index}, 203.0.113.200`)).at(-1)).toBe(429);
  });

  it('is counted by the process alone while Redis is away', async () => {
    platform = await startPlatform({
      redisUrl: 'redis://127.0.0.1:1',
      variables: { RATE_LIMIT_PER_MINUTE: String(PER_MINUTE) },
    });
    const answers = await inTurn(Array<string>(PER_MINUTE + 1).fill('/api/v1/centers'));
    expect(statuses(answers)).toEqual([401, 401, 401, 401, 401, 429]);
  });

  it('is smaller for what is open to strangers, whichever of its paths they take', async () => {
    await start({ RATE_LIMIT_PER_MINUTE: '1000' });
    const answers = await inTurn(Array.from({ length: 61 }, (_, index) => `/api/v1/tenants/guess-${index}`));
    expect(new Set(statuses(answers.slice(0, 60)))).toEqual(new Set([404]));
    expect(answers.at(-1)?.body).toMatchObject({ status: 429, code: 'request.tooMany' });
    const signIn = request(platform?.server as never).post('/api/v1/tenants/gansu/sign-in');
    await signIn.set('sec-fetch-site', 'same-origin').send({ login: 'a', password: 'b' }).expect(429);
    expect(statuses(await inTurn(['/api/v1/centers']))).toEqual([401]);
  });

  (hasRedisServer() ? it : it.skip)('is counted for all processes where there is a Redis', async () => {
    const redis = await startTestRedis();
    const settings = { redisUrl: redis.url, variables: { RATE_LIMIT_PER_MINUTE: String(PER_MINUTE) } };
    platform = await startPlatform(settings);
    const other = await startPlatform(settings);
    const elsewhere = () => request(other.server).get('/api/nothing');
    await until('Redis', async () => (await get('/health/ready')).status === 200);
    await inTurn(['/api/nothing', '/api/nothing', '/api/nothing']);
    expect([(await elsewhere()).status, (await elsewhere()).status, (await elsewhere()).status]).toEqual([
      404, 404, 429,
    ]);
    expect(statuses(await inTurn(['/api/nothing']))).toEqual([429]);
    await other.stop();
    await redis.stop();
  });
});
