import { AppError } from './app-error.js';
import { canonicalJson, sha256 } from './canonical-json.js';
import { chineseDate, isExistingDate, statutoryDateOf } from './clock.js';
import { Decimal, normalDecimal, shownScore } from './decimal.js';
import { EnvironmentError, publicUrlOf, readEnvironment } from './env.js';
import { ERROR_CATALOGUE } from './error-codes.js';

describe('clock', () => {
  it('gives the Shanghai date, which begins eight hours before the UTC one', () => {
    expect(statutoryDateOf(new Date('2026-01-31T15:59:59Z'))).toBe('2026-01-31');
    expect(statutoryDateOf(new Date('2026-01-31T16:00:00Z'))).toBe('2026-02-01');
  });

  it('knows which dates exist', () => {
    expect(['2024-02-29', '2023-02-29', '2024-04-31', '2024-4-3'].map(isExistingDate)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('writes dates as documents do', () => {
    expect(chineseDate('2026-03-05')).toBe('2026年3月5日');
  });
});

describe('decimal', () => {
  it('tells 89.995 from 90 and sums tenths exactly', () => {
    expect(new Decimal('89.995').lt('90')).toBe(true);
    expect(normalDecimal(new Decimal('0.1').plus('0.2'))).toBe('0.3');
    expect(normalDecimal('-0')).toBe('0');
    expect(normalDecimal('1e3')).toBe('1000');
  });
});

describe('shownScore', () => {
  it('cuts, so that no score looks better than it is', () => {
    expect(['89.996', '90', '7.5'].map(shownScore)).toEqual(['89.99', '90.00', '7.50']);
  });
});

describe('canonicalJson', () => {
  it('gives equal bytes for equal data in any order of keys', () => {
    expect(canonicalJson({ b: 1, a: [null, 'x', { d: true, c: undefined }] })).toBe(
      '{"a":[null,"x",{"d":true}],"b":1}',
    );
    expect(sha256(canonicalJson({ a: 1, b: 2 }))).toBe(sha256(canonicalJson({ b: 2, a: 1 })));
  });

  it('refuses what JSON would silently change', () => {
    expect(() => canonicalJson(Number.NaN)).toThrow(TypeError);
    expect(() => canonicalJson({ a: 1n })).toThrow(TypeError);
  });
});

describe('AppError', () => {
  it('has a sentence in both languages for every code, with the same parameters', () => {
    for (const [code, { zh, en }] of Object.entries(ERROR_CATALOGUE)) {
      // What is itself in words has its English beside it: `{state}` and `{stateEn}`.
      const holes = (text: string) =>
        [...new Set((text.match(/\{\w+\}/g) ?? []).map((hole) => hole.replace(/En\}$/, '}')))]
          // Which act is not possible is named in Chinese only; the English says "this" or nothing.
          .filter((hole) => hole !== '{act}')
          .sort();
      expect({ code, holes: holes(zh) }).toEqual({ code, holes: holes(en) });
    }
  });

  it('fills the parameters in', () => {
    expect(new AppError('ratingRun.yearOpen', { year: 2027 }).sentence('zh')).toBe('2027 年尚未结束，不能评估');
  });
});

describe('readEnvironment', () => {
  it('names the wrong variable and the form it should have, not its value', () => {
    const read = () => readEnvironment({ DATABASE_URL: 'mysql://secret@host/x', PORT: '99999' });
    expect(read).toThrow(EnvironmentError);
    expect(read).toThrow(/PORT is wrong .*DATABASE_URL is wrong \(expected: postgres:/s);
    expect(read).not.toThrow(/secret/);
  });

  it('takes defaults, and refuses to guess the database', () => {
    expect(readEnvironment({ DATABASE_URL: 'postgres://u:p@127.0.0.1:5432/d' }).PORT).toBe(3000);
    expect(() => readEnvironment({})).toThrow(/DATABASE_URL is missing/);
  });

  it('knows where browsers find the platform and which proxies it believes', () => {
    const read = (variables: NodeJS.ProcessEnv) =>
      readEnvironment({ DATABASE_URL: 'postgres://u:p@127.0.0.1:5432/d', ...variables });
    const development = { NODE_ENV: 'development', HOST: '::1', PORT: '80' };
    expect(publicUrlOf(read(development)).origin).toBe('http://[::1]');
    for (const PUBLIC_URL of [undefined, 'http://shucu.example.gov.cn']) {
      expect(() => publicUrlOf(read({ PUBLIC_URL }))).toThrow(/PUBLIC_URL is (missing|wrong) .*https/);
    }
    expect(publicUrlOf(read({ PUBLIC_URL: 'http://127.0.0.1:8080' })).port).toBe('8080');
    expect(publicUrlOf(read({ PUBLIC_URL: 'https://shucu.example.gov.cn/' })).origin).toBe(
      'https://shucu.example.gov.cn',
    );
    expect(read({}).TRUST_PROXY).toBeUndefined();
    expect(read({ TRUST_PROXY: '10.0.0.0/8, ::1' }).TRUST_PROXY).toEqual(['10.0.0.0/8', '::1']);
    for (const TRUST_PROXY of ['true', '1', '10.0.0.0/99', 'proxy.local']) {
      expect(() => read({ TRUST_PROXY })).toThrow(/TRUST_PROXY is wrong/);
    }
  });
});
