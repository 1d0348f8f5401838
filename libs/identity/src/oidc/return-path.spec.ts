import { isLocalPath } from './return-path.js';

describe('a path to return to', () => {
  it.each([
    '/',
    '/console',
    '/console/ratings?year=2025#top',
    '/%2F%2Fevil.example',
    '/评估',
    '/a//b',
    '/@evil.example',
  ])('may be %j', (path) => expect(isLocalPath(path)).toBe(true));

  it.each([
    '',
    'console',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\/evil.example',
    '/a/\\..\\..//evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    '/%2e//evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/a\r\nset-cookie: a=b',
    '/a b',
    '/\u0000',
    '/\u2028/evil.example',
    '/\ud800',
    ' /console',
    'https://evil.example',
    'https:evil.example',
    'javascript:alert(1)',
    `/${'a'.repeat(500)}`,
  ])('is never %j', (path) => expect(isLocalPath(path)).toBe(false));
});
