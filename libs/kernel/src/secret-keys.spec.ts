import { EnvironmentError, readEnvironment, secretKeysOf } from './env.js';

const KEY = Buffer.alloc(32, 1).toString('base64');
const OLD = Buffer.alloc(32, 2).toString('base64');

const keysIn = (variables: NodeJS.ProcessEnv) =>
  secretKeysOf(readEnvironment({ DATABASE_URL: 'postgres://u:p@127.0.0.1:5432/d', ...variables }));

describe('secretKeysOf', () => {
  it('gives the key and the former ones', () => {
    expect(keysIn({ SHUCU_SECRET_KEY: KEY })).toEqual({ current: KEY, old: [] });
    expect(keysIn({ SHUCU_SECRET_KEY: KEY, SHUCU_SECRET_KEYS_OLD: `${OLD}, ${KEY}` })).toEqual({
      current: KEY,
      old: [OLD, KEY],
    });
  });

  it('does without in development and in tests, and not in production, which is the default', () => {
    expect(keysIn({ NODE_ENV: 'development' })).toBeNull();
    expect(keysIn({ NODE_ENV: 'test', SHUCU_SECRET_KEY: '' })).toBeNull();
    expect(() => keysIn({})).toThrow(EnvironmentError);
    expect(() => keysIn({})).toThrow(/SHUCU_SECRET_KEY is missing/);
  });

  it('refuses a key of another length, without telling it', () => {
    const read = () => keysIn({ SHUCU_SECRET_KEY: Buffer.alloc(16, 1).toString('base64') });
    expect(read).toThrow(/SHUCU_SECRET_KEY is wrong/);
    expect(read).not.toThrow(/AQEB/);
    expect(() => keysIn({ SHUCU_SECRET_KEY: KEY, SHUCU_SECRET_KEYS_OLD: 'short' })).toThrow(/SHUCU_SECRET_KEYS_OLD/);
  });
});
