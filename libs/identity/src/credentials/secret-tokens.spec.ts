import fc from 'fast-check';
import { newApiToken, newSecretToken, readApiToken, readSecretToken } from './secret-tokens.js';

const tenantCode = fc.stringMatching(/^[a-z][a-z0-9-]{1,30}$/);

describe('secret tokens', () => {
  it('name their tenant and are found by their hash, which alone is kept', () => {
    fc.assert(
      fc.property(tenantCode, (code) => {
        for (const [{ token, hash }, read] of [
          [newSecretToken(code), readSecretToken],
          [newApiToken(code), readApiToken],
        ] as const) {
          expect(read(token)).toEqual({ tenantCode: code, hash });
          expect(hash).toMatch(/^[0-9a-f]{64}$/);
          expect(token).not.toContain(hash);
        }
      }),
    );
  });

  it('are different each time', () => {
    expect(new Set(Array.from({ length: 100 }, () => newSecretToken('sd').token)).size).toBe(100);
  });

  it('count for nothing in another tenant, and the one kind for nothing as the other', () => {
    const { token, hash } = newSecretToken('shandong');
    expect(readSecretToken(token.replace('shandong', 'hubei'))?.hash).not.toBe(hash);
    expect(readApiToken(token)).toBeNull();
    expect(readSecretToken(newApiToken('shandong').token)).toBeNull();
  });

  it('have one strict form', () => {
    const { token } = newSecretToken('sd');
    const others = [undefined, '', 'sd', `${token}x`, ` ${token}`, `${token}\n`, token.slice(1), `SD${token.slice(2)}`];
    for (const other of others) expect(readSecretToken(other)).toBeNull();
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(readApiToken(text)).toBeNull()));
  });
});
