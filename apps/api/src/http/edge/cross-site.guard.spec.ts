import type { ExecutionContext } from '@nestjs/common';
import { CrossSiteGuard } from './cross-site.guard.js';

const OWN = 'https://shucu.example.gov.cn';

describe('a request that can change something', () => {
  const passes = (headers: Record<string, string>, { method = 'POST', trustHost = false } = {}): boolean => {
    const request = { method, headers: { host: '127.0.0.1:3000', ...headers } };
    const context = { switchToHttp: () => ({ getRequest: () => request }) } as unknown as ExecutionContext;
    try {
      return new CrossSiteGuard({ publicOrigin: OWN, trustHost }).canActivate(context);
    } catch (error) {
      expect(error).toMatchObject({ code: 'auth.crossSite' });
      return false;
    }
  };

  it.each([
    ['from a page of ours', { 'sec-fetch-site': 'same-origin' }],
    ['typed by the person', { 'sec-fetch-site': 'none' }],
    ['from our origin, by an old browser', { origin: OWN }],
    [
      'with a token, from anywhere',
      { authorization: 'Bearer x', 'sec-fetch-site': 'cross-site', origin: 'https://x.example' },
    ],
  ])('passes %s', (_what, headers) => {
    expect(passes(headers as Record<string, string>)).toBe(true);
  });

  it.each([
    ['from another site', { 'sec-fetch-site': 'cross-site' }],
    ['from a neighbour', { 'sec-fetch-site': 'same-site', origin: OWN }],
    ['that says two things', { 'sec-fetch-site': 'same-origin, cross-site' }],
    ['from another origin', { origin: 'https://shucu.example.gov.cn.evil.example' }],
    ['from another port', { origin: `${OWN}:8443` }],
    ['from the same name without TLS', { origin: 'http://shucu.example.gov.cn' }],
    ['from a sandbox', { origin: 'null' }],
    ['from who knows where', {}],
    ['from who knows where, with a referrer of ours', { referer: `${OWN}/` }],
    ['from the address it names itself', { origin: 'http://127.0.0.1:3000' }],
  ])('does not pass %s', (_what, headers) => {
    expect(passes(headers as Record<string, string>)).toBe(false);
    expect(passes({ ...(headers as Record<string, string>), cookie: '__Host-shucu=x' })).toBe(false);
  });

  it('passes from the address it names itself in development alone', () => {
    const origin = 'http://127.0.0.1:3000';
    expect(passes({ origin }, { trustHost: true })).toBe(true);
    expect(passes({ origin: 'http://127.0.0.1:3001' }, { trustHost: true })).toBe(false);
  });

  it('passes from anywhere when it only reads', () => {
    for (const method of ['GET', 'HEAD', 'OPTIONS'])
      expect(passes({ 'sec-fetch-site': 'cross-site' }, { method })).toBe(true);
    for (const method of ['PUT', 'PATCH', 'DELETE', 'get']) expect(passes({}, { method })).toBe(false);
  });
});
