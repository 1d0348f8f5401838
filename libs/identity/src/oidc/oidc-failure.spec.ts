import { OidcFailure } from './oidc-failure.js';

describe('what is logged of a failure at a provider', () => {
  it('names every reason down to the first, and nothing of what the errors carry', () => {
    const first = Object.assign(new Error('unexpected "nonce"', { cause: { claims: { sub: 'zhang.san' } } }), {
      error: 'invalid_grant',
      error_description: 'zhang.san is not here',
    });
    const failure = new OidcFailure(Object.assign(new Error('refused', { cause: first }), { code: 'OAUTH_X' }));
    expect(failure.message).toBe('refused OAUTH_X: unexpected "nonce" invalid_grant');
    expect(failure.cause).toBeUndefined();
    expect(failure.stack).toContain('oidc-failure.spec');
  });

  it('takes no text for a code, and a thing that is no error for nothing', () => {
    expect(new OidcFailure(Object.assign(new Error('refused'), { error: 'zhang.san, 110101' })).message).toBe(
      'refused',
    );
    expect(new OidcFailure('text').message).toBe('');
  });
});
