import request from 'supertest';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';
import { rawRequest } from '../harness/raw-request.js';

const PUBLIC_URL = 'https://shucu.example.gov.cn';
const API_POLICY = "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'";
const LONG = 'x'.repeat(4_096);

describe('the edge of the api', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let officer: Caller;

  const get = (path: string) => request(platform.server).get(path);
  const codeOf = async (call: PromiseLike<{ status: number; type: string; body: { code?: string } }>) => {
    const { status, type, body } = await call;
    expect(type).toBe('application/problem+json');
    return `${status} ${body.code}`;
  };

  beforeAll(async () => {
    platform = await startPlatform({ variables: { PUBLIC_URL } });
    tenant = await createTenant(platform.owner);
    officer = callerOf(platform, tenant.tokens.provinceOfficer);
  });

  afterAll(() => platform?.stop());

  describe('answers', () => {
    it.each(['/health/live', '/api/v1/centers', '/api/openapi.json', '/api/nothing', '/elsewhere'])(
      '%s with headers that let a browser do nothing with it',
      async (path) => {
        const { headers } = await get(path);
        expect(headers).toMatchObject({
          'content-security-policy': API_POLICY,
          'strict-transport-security': 'max-age=31536000; includeSubDomains',
          'x-content-type-options': 'nosniff',
          'x-frame-options': 'DENY',
          'referrer-policy': 'no-referrer',
          'cross-origin-opener-policy': 'same-origin',
          'cross-origin-resource-policy': 'same-origin',
          'cache-control': 'no-store',
          'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
          'permissions-policy': expect.stringContaining('geolocation=()'),
        });
        expect(headers).not.toHaveProperty('server');
        expect(headers).not.toHaveProperty('x-powered-by');
        expect(headers).not.toHaveProperty('access-control-allow-origin');
      },
    );

    it('what it refuses before any route, too', async () => {
      for (const path of ['/api/%ZZ', `/api/v1/centers/${'x'.repeat(500)}`]) {
        expect((await get(path)).headers).toMatchObject({
          'content-security-policy': API_POLICY,
          'strict-transport-security': expect.any(String),
          'cache-control': 'no-store',
        });
      }
    });

    it('with scripts of its own files alone where Swagger UI is shown', async () => {
      const { headers, text } = await get('/api/docs').expect(200);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['content-security-policy']).toContain("script-src 'self';");
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(text.match(/<script\b[^>]*>/g)?.every((tag) => tag.includes('src='))).toBe(true);
      expect(text).not.toMatch(/\son\w+=/);
      for (const [, file] of text.matchAll(/(?:src|href)="\.\/docs\/([\w.-]+)"/g)) {
        expect((await get(`/api/docs/${file}`).expect(200)).headers['content-security-policy']).toContain(
          "script-src 'self'",
        );
      }
    });

    it('who is nobody with 401, at which no browser asks for a password', async () => {
      const { headers, body } = await get('/api/v1/centers').expect(401);
      expect(headers['www-authenticate']).toBe('Bearer');
      expect(body).toEqual({
        type: 'urn:shucu:error:auth.required',
        status: 401,
        code: 'auth.required',
        title: '请先登录',
        requestId: expect.any(String),
      });
    });

    it('a method that a path does not have with those that it has', async () => {
      const put = await request(platform.server).put('/api/v1/organizations').set('sec-fetch-site', 'same-origin');
      expect({ status: put.status, code: put.body.code, allow: put.headers['allow'] }).toEqual({
        status: 405,
        code: 'request.methodNotAllowed',
        allow: 'GET, HEAD, POST',
      });
      expect(await codeOf(request(platform.server).options('/api/v1/organizations'))).toBe(
        '405 request.methodNotAllowed',
      );
      expect(await codeOf(request(platform.server).trace('/api/v1/organizations'))).toBe(
        '405 request.methodNotAllowed',
      );
      expect(await codeOf(request(platform.server).put('/api/v1/nothing'))).toBe('404 resource.notFound');
    });
  });

  describe('a change without a token', () => {
    const post = (headers: Record<string, string>) =>
      request(platform.server).post('/api/v1/organizations').set(headers).send({ name: 'x' });

    it.each([
      ['by nothing', {}],
      ['by another site', { 'sec-fetch-site': 'cross-site', origin: PUBLIC_URL }],
      ['by a neighbour', { 'sec-fetch-site': 'same-site' }],
      ['by another origin', { origin: 'https://evil.example' }],
      ['by a host that only claims to be ours', { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' }],
    ])('is refused where it is sent %s, with or without a cookie', async (_by, headers) => {
      const sent = headers as Record<string, string>;
      expect(await codeOf(post(sent))).toBe('403 auth.crossSite');
      expect(await codeOf(post({ ...sent, cookie: '__Host-shucu=gansu.secret' }))).toBe('403 auth.crossSite');
    });

    it.each([
      ['itself', { 'sec-fetch-site': 'same-origin' }],
      ['its origin', { origin: PUBLIC_URL }],
    ])('goes on to be asked who it is when the page shows %s', async (_what, headers) => {
      expect(await codeOf(post(headers as Record<string, string>))).toBe('401 auth.required');
    });

    it('is no question where there is a token, which decides even beside a cookie', async () => {
      const cookie = '__Host-shucu=gansu.secret';
      const withToken = officer.post('organizations', {}).set({ cookie, 'sec-fetch-site': 'cross-site' });
      expect(await codeOf(withToken)).toBe('422 validation.failed');
      expect(await codeOf(post({ cookie, authorization: 'Bearer nonsense' }))).toBe('401 auth.required');
    });
  });

  describe('does not take', () => {
    const post = (content: string, type = 'application/json') =>
      officer.post('organizations').set('content-type', type).send(content);

    it.each([
      ['application/x-www-form-urlencoded', 'name=x'],
      ['multipart/form-data; boundary=x', '--x--'],
      ['text/plain', '{}'],
      ['text/json', '{}'],
      ['application/xml', '<a/>'],
      ['application/json-patch+json', '{}'],
    ])('a body of %s', async (type, content) => {
      expect(await codeOf(post(content, type))).toBe('415 request.unsupported');
    });

    it('a body of more than 1 MiB, of no JSON, too deep or too wide', async () => {
      expect(await codeOf(post(JSON.stringify({ name: 'x'.repeat(1024 * 1024) })))).toBe('413 request.tooLarge');
      expect(await codeOf(post('{"name":'))).toBe('400 request.malformed');
      expect(await codeOf(post(`${'['.repeat(40)}${']'.repeat(40)}`))).toBe('400 request.tooComplex');
      expect(await codeOf(post(`[${Array(10_001).fill(0).join()}]`))).toBe('400 request.tooComplex');
    });

    it('names that reach for prototypes, in a body or in a query', async () => {
      expect(await codeOf(post('{"name":"x","__proto__":{"role":"auditor"}}'))).toBe('400 request.forbiddenName');
      expect(await codeOf(post('{"a":[{"constructor":{"prototype":{}}}]}'))).toBe('400 request.forbiddenName');
      for (const query of [
        '__proto__=1',
        '__proto__[a]=1',
        'a[constructor]=1',
        '%5F_proto__=1',
        'constructor.prototype=1',
      ]) {
        expect(await codeOf(officer.get(`organizations?${query}`))).toBe('400 request.forbiddenName');
        expect(await codeOf(get(`/api/v1/nothing?${query}`))).toBe('400 request.forbiddenName');
      }
    });

    it('a parameter twice, too many of them, or a URL or headers without end', async () => {
      expect(await codeOf(officer.get('organizations?limit=5&limit=6'))).toBe('422 validation.failed');
      const many = Array.from({ length: 51 }, (_, index) => `p${index}=1`).join('&');
      expect(await codeOf(officer.get(`organizations?${many}`))).toBe('400 request.tooManyParameters');
      expect(await codeOf(officer.get(`organizations?after=${LONG}`))).toBe('414 request.urlTooLong');
      expect(await codeOf(officer.get('organizations').set('x-long', LONG.repeat(5)))).toBe(
        '431 request.headersTooLarge',
      );
    });

    it('another method or address from a header', async () => {
      const overridden = {
        'x-http-method-override': 'POST',
        'x-method-override': 'POST',
        'x-original-url': '/health/live',
      };
      const { body } = await officer.get('organizations').set(overridden).expect(200);
      expect(body.items).toHaveLength(1);
      expect(await codeOf(officer.get('organizations?_method=POST'))).toBe('422 validation.failed');
    });

    it('bytes that are no HTTP, or a request for nobody', async () => {
      const answers = [
        await rawRequest(platform.server, ['NONSENSE']),
        await rawRequest(platform.server, ['GET /health/live HTTP/1.1', 'Host: a', 'Broken']),
      ];
      for (const answer of answers) {
        expect(answer).toMatch(/^HTTP\/1\.1 400 .*"code":"request\.malformed"/s);
        expect(answer).toContain(`content-security-policy: ${API_POLICY}`);
      }
      expect(await rawRequest(platform.server, ['GET /health/live HTTP/1.1'])).toMatch(/^HTTP\/1\.1 400 /);
      const two = ['POST /api/v1/organizations HTTP/1.1', 'Host: a', 'Content-Length: 2', 'Transfer-Encoding: chunked'];
      expect(await rawRequest(platform.server, two)).toMatch(/^HTTP\/1\.1 400 /);
    });

    it('the word of the Host header: it changes and repeats nothing', async () => {
      for (const host of ['evil.example', 'evil.example:80@a', '"><script>']) {
        const lines = ['GET /api/v1/centers HTTP/1.1', `Host: ${host}`, 'Connection: close'];
        const answer = await rawRequest(platform.server, lines);
        expect(answer).toMatch(/^HTTP\/1\.1 401 /);
        expect(answer).not.toContain(host);
      }
    });
  });
});
