import request from 'supertest';
import { createOfficial, type Official, SECURITY_ADMINISTRATOR } from '../factories/official.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';

describe('a session', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let official: Official;

  /** What the official's browser sends when a page tells it to. */
  const told = (verb: 'get' | 'post' | 'delete', path: string, headers: Record<string, string>) =>
    request(platform.server)
      [verb](`/api/v1/${path}`)
      .set('cookie', [...official.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '))
      .set(headers);

  beforeAll(async () => {
    platform = await startPlatform();
    tenant = await createTenant(platform.owner);
    official = await createOfficial(platform, tenant, [SECURITY_ADMINISTRATOR]);
  });

  afterAll(() => platform?.stop());

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['a page of another address', { origin: 'https://evil.example' }],
    ['who does not say', {}],
  ])('changes nothing for %s, even if a browser sent its cookie', async (_who, headers) => {
    const sent = headers as Record<string, string>;
    for (const path of ['me/sessions/end-others', 'me/password', 'accounts', `tenants/${tenant.code}/sign-in`]) {
      const { body } = await told('post', path, sent).send({}).expect(403);
      expect(body.code).toBe('auth.crossSite');
    }
    await told('delete', `accounts/${official.id}/sessions`, sent).expect(403);
    expect((await official.browser.get('me')).status).toBe(200);
  });

  it('changes something for a page of the platform', async () => {
    const { body } = await told('post', 'accounts', { 'sec-fetch-site': 'same-origin' }).send({}).expect(422);
    expect(body.code).toBe('validation.failed');
  });

  it('counts for nothing beside an Authorization header, whatever is in that', async () => {
    for (const authorization of [
      '',
      'Bearer',
      'Bearer x',
      'Basic dTpw',
      `Bearer shucu_${tenant.code}_${'x'.repeat(43)}`,
    ]) {
      await told('get', 'me', { authorization }).expect(401);
    }
  });

  it('is nobody’s once its cookie is changed, and who is told so never learns why', async () => {
    const [name, token = ''] = [...official.browser.cookies].find(([cookie]) => cookie === '__Host-shucu') ?? [];
    const other = await createTenant(platform.owner);
    const wrong = [
      token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
      token.replace(tenant.code, other.code),
      token.replace(tenant.code, 'nowhere'),
      token.toUpperCase(),
      `${token}x`,
      '%00',
    ];
    const answers = await Promise.all(
      wrong.map((value) => request(platform.server).get('/api/v1/me').set('cookie', `${name}=${value}`).expect(401)),
    );
    expect(new Set(answers.map(({ body }) => JSON.stringify({ ...body, requestId: '' }))).size).toBe(1);
    await request(platform.server).get('/api/v1/me').set('cookie', `${name}=${token}`).expect(200);
  });
});
