import { readEnvironment } from './env.js';

const KEY = Buffer.alloc(32, 1).toString('base64');
const OLD = Buffer.alloc(32, 2).toString('base64');

const keysIn = (variables: NodeJS.ProcessEnv) => {
  const environment = readEnvironment({ DATABASE_URL: 'postgres://u:p@127.0.0.1:5432/d', ...variables });
  return { current: environment.SHUCU_SECRET_KEY, old: environment.SHUCU_SECRET_KEYS_OLD };
};

describe('the keys that secrets are encrypted with', () => {
  it('are one in use and the former ones; who keeps no secrets needs none', () => {
    expect(keysIn({ SHUCU_SECRET_KEY: KEY })).toEqual({ current: KEY, old: [] });
    expect(keysIn({ SHUCU_SECRET_KEY: KEY, SHUCU_SECRET_KEYS_OLD: `${OLD}, ${KEY}` }).old).toEqual([OLD, KEY]);
    expect(keysIn({ SHUCU_SECRET_KEY: '' })).toEqual({ current: undefined, old: [] });
  });

  it('have 32 bytes; one that has not is refused without being told', () => {
    const read = () => keysIn({ SHUCU_SECRET_KEY: Buffer.alloc(16, 1).toString('base64') });
    expect(read).toThrow(/SHUCU_SECRET_KEY is wrong/);
    expect(read).not.toThrow(/AQEB/);
    expect(() => keysIn({ SHUCU_SECRET_KEY: KEY, SHUCU_SECRET_KEYS_OLD: 'short' })).toThrow(/SHUCU_SECRET_KEYS_OLD/);
  });
});
