import { localPathOf } from './return-path.js';

describe('a path to return to', () => {
  it.each([
    ['/', '/'],
    ['/console', '/console'],
    ['/console/ratings?year=2025#top', '/console/ratings?year=2025#top'],
    ['/console/../t/gansu', '/t/gansu'],
    ['/%2F%2Fevil.example', '/%2F%2Fevil.example'],
    ['/评估', '/%E8%AF%84%E4%BC%B0'],
    ['/a//b', '/a//b'],
    ['/@evil.example', '/@evil.example'],
  ])('may be %j', (path, read) => expect(localPathOf(path)).toBe(read));

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
  ])('is never %j', (path) => expect(localPathOf(path)).toBeNull());
});
