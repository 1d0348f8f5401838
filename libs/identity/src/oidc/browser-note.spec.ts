import { newId } from '@shucu/kernel';
import { newSecretKey, SecretBox } from '../credentials/secret-box.js';
import { ATTEMPT_MINUTES, OIDC_ATTEMPT, OIDC_PROOF, type OidcAttempt } from './oidc-notes.js';

const box = new SecretBox(newSecretKey());
const place = { tenantId: newId(), ownerId: newId() };
const attempt: OidcAttempt = { state: 's', nonce: 'n', codeVerifier: 'v', returnTo: '/console' };

/** The last character of a part holds bits that mean nothing. */
const bytesOf = (value: string): string =>
  value
    .split('.')
    .map((part, at) => (at < 2 ? part : Buffer.from(part, 'base64url').toString('hex')))
    .join('.');

describe('a note that a browser keeps', () => {
  const { now } = Date;
  const passed = (ms: number): void => {
    Date.now = () => now() + ms;
  };

  afterEach(() => {
    Date.now = now;
  });

  it('comes back as it was, and shows nothing of itself', () => {
    const value = OIDC_ATTEMPT.write(box, place, attempt);
    expect(OIDC_ATTEMPT.read(box, place, value)).toEqual(attempt);
    expect(value).toMatch(/^[\w.-]+$/);
    expect(value.length).toBeLessThan(1000);
  });

  it('is nothing once any of its bytes was changed', () => {
    const value = OIDC_ATTEMPT.write(box, place, attempt);
    for (const at of value.split('').keys()) {
      const changed = `${value.slice(0, at)}${value[at] === 'A' ? 'B' : 'A'}${value.slice(at + 1)}`;
      if (bytesOf(changed) === bytesOf(value)) continue;
      expect(OIDC_ATTEMPT.read(box, place, changed)).toBeNull();
    }
  });

  it.each<[string, string | undefined]>([
    ['absent', undefined],
    ['empty', ''],
    ['of another form', 'v1.a.b'],
    ['of another provider', OIDC_ATTEMPT.write(box, { ...place, ownerId: newId() }, attempt)],
    ['of another tenant', OIDC_ATTEMPT.write(box, { ...place, tenantId: newId() }, attempt)],
    ['of another key', OIDC_ATTEMPT.write(new SecretBox(newSecretKey()), place, attempt)],
    ['of another kind', OIDC_PROOF.write(box, place, { id: 'p', issuer: 'i', subject: 's', secondFactor: false })],
  ])('is nothing when %s', (_what, value) => {
    expect(OIDC_ATTEMPT.read(box, place, value)).toBeNull();
  });

  it('is nothing after its minutes', () => {
    const value = OIDC_ATTEMPT.write(box, place, attempt);
    passed(ATTEMPT_MINUTES * 60_000 - 5000);
    expect(OIDC_ATTEMPT.read(box, place, value)).toEqual(attempt);
    passed(ATTEMPT_MINUTES * 60_000);
    expect(OIDC_ATTEMPT.read(box, place, value)).toBeNull();
  });
});
