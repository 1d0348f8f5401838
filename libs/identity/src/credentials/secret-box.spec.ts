import fc from 'fast-check';
import { newSecretKey, SecretBox, SecretBoxError, type SecretPlace } from './secret-box.js';

const PLACE: SecretPlace = { kind: 'totp', tenantId: 'tenant', ownerId: 'account' };

describe('secret box', () => {
  const key = newSecretKey();
  const box = new SecretBox(key);

  it('gives back every text, sealed differently each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const sealed = box.seal(text, PLACE);
        expect(sealed).toMatch(/^v1\.[0-9a-f]{8}\.[\w-]{16}\.[\w-]{22}\.[\w-]*$/);
        expect(box.open(sealed, PLACE)).toBe(text);
        expect(box.seal(text, PLACE)).not.toBe(sealed);
      }),
    );
  });

  it.each([
    { ...PLACE, tenantId: 'other' },
    { ...PLACE, ownerId: 'other' },
    { ...PLACE, kind: 'oidcClient' as const },
    { ...PLACE, tenantId: 'tenantaccount', ownerId: '' },
  ])('does not open at %j', (place) => {
    expect(() => box.open(box.seal('JBSWY3DP', PLACE), place)).toThrow(SecretBoxError);
  });

  it('does not open with any character changed', () => {
    const sealed = box.seal('JBSWY3DPEHPK3PXP', PLACE);
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.constantFrom(...'A1b_.'), (at, character) => {
        // The last character of a part holds bits that base64url does not use: changing those changes nothing.
        const changed = sealed.slice(0, at) + character + sealed.slice(at + 1);
        const isSame = (text: string) => text.split('.').map((part) => Buffer.from(part, 'base64url').toString('hex'));
        fc.pre(isSame(changed).join() !== isSame(sealed).join());
        expect(() => box.open(changed, PLACE)).toThrow(SecretBoxError);
      }),
    );
  });

  it('opens what a former key sealed, and says that it should be sealed anew', () => {
    const sealed = box.seal('JBSWY3DP', PLACE);
    const rotated = new SecretBox(newSecretKey(), [newSecretKey(), key]);
    expect(rotated.open(sealed, PLACE)).toBe('JBSWY3DP');
    expect(rotated.isOfOldKey(sealed)).toBe(true);
    expect(rotated.isOfOldKey(rotated.seal('JBSWY3DP', PLACE))).toBe(false);
  });

  it('says which key is missing, and nothing of the secret', () => {
    const open = () => new SecretBox(newSecretKey()).open(box.seal('JBSWY3DP', PLACE), PLACE);
    expect(open).toThrow(/Sealed by key [0-9a-f]{8}, which is neither/);
    expect(open).not.toThrow(/JBSWY3DP/);
  });

  it.each(['', 'v1', 'JBSWY3DP', 'v2.00000000.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA.AA'])('refuses %p', (text) => {
    expect(() => box.open(text, PLACE)).toThrow(/Not a sealed secret/);
  });

  it('wants keys of 32 bytes', () => {
    expect(() => new SecretBox('c2hvcnQ=')).toThrow(SecretBoxError);
    expect(() => new SecretBox(key, ['c2hvcnQ='])).toThrow(SecretBoxError);
  });
});
