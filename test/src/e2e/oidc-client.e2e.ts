import { OidcClient, type OidcRelation, type OidcSecrets } from '@shucu/identity';
import { type OidcServer, startOidcServer, type Tampering } from '../harness/oidc-server.js';

const REDIRECT_URI = 'https://shucu.example/api/v1/sign-in/gansu/sso/callback';
const USER = 'zhang.san';

/** The client against real OpenID providers: what it takes, and all that it refuses alike. */
describe('sign-in at an OpenID provider', () => {
  let server: OidcServer;
  let other: OidcServer;
  let sut: OidcClient;
  let secrets: OidcSecrets;
  let answer: URL;

  const at = ({ issuer, clientId, clientSecret }: OidcServer): OidcRelation => ({
    issuer,
    clientId,
    clientSecret,
    redirectUri: REDIRECT_URI,
  });
  const finish = (expected: OidcSecrets = secrets, relation = at(server)) =>
    sut.finish(relation, answer.searchParams, expected);
  const refuses = async (finishing: Promise<unknown>, because: RegExp) => {
    const refusal = await finishing.catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'auth.refused', params: {}, faults: [] });
    expect(String((refusal as Error).cause)).toMatch(because);
  };
  const claiming =
    (change: (claims: Record<string, unknown>) => object): Tampering =>
    ({ header, claims }) => ({ header, claims: { ...claims, ...change(claims) } });

  beforeAll(async () => {
    [server, other] = await Promise.all([startOidcServer([REDIRECT_URI]), startOidcServer([REDIRECT_URI])]);
    sut = new OidcClient({ plainLoopback: true });
  });

  afterAll(() => Promise.all([server?.stop(), other?.stop()]));

  beforeEach(async () => {
    server.tampering = null;
    const begun = await sut.begin(at(server));
    secrets = begun.secrets;
    answer = await server.signIn(begun.url, USER);
  });

  it('gives issuer and subject', async () => {
    expect(await finish()).toEqual({ issuer: server.issuer, subject: USER, secondFactor: false });
  });

  it('asks by code with PKCE, state and nonce, for the identity and nothing else', async () => {
    const { url } = await sut.begin(at(server));
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'shucu',
      redirect_uri: REDIRECT_URI,
      response_type: 'code',
      scope: 'openid',
      state: expect.stringMatching(/^.{43}$/),
      nonce: expect.stringMatching(/^.{43}$/),
      code_challenge: expect.stringMatching(/^.{43}$/),
      code_challenge_method: 'S256',
    });
    url.searchParams.delete('code_challenge');
    const refused = await server.signIn(url, USER);
    expect(refused.searchParams.get('error')).toBe('invalid_request');
  });

  it('knows whether the provider asked for several factors', async () => {
    server.tampering = claiming(() => ({ amr: ['pwd', 'otp', 'mfa'] }));
    expect(await finish()).toMatchObject({ secondFactor: true });
  });

  it('refuses a code that was used already', async () => {
    await finish();
    await refuses(finish(), /invalid_grant|ResponseBodyError|400/i);
  });

  it('refuses who cannot prove to have begun it', async () => {
    const { secrets: foreign } = await sut.begin(at(server));
    await refuses(finish({ ...secrets, state: foreign.state }), /response parameter|invalid response/);
    await refuses(finish({ ...secrets, codeVerifier: foreign.codeVerifier }), /error|ResponseBody/i);
  });

  it('refuses a nonce of another sign-in', async () => {
    await refuses(finish({ ...secrets, nonce: 'n'.repeat(43) }), /claim/);
  });

  it('refuses an answer of another provider than the one that was asked (mix-up)', async () => {
    await refuses(finish(secrets, at(other)), /invalid response/);
    answer.searchParams.delete('iss');
    await refuses(finish(), /invalid response/);
  });

  it.each(['state', 'code', 'iss'])('refuses an answer with two values of %s', async (name) => {
    answer.searchParams.append(name, 'another');
    await refuses(finish(), /invalid|duplicate|single/i);
  });

  it('refuses whom the provider refuses', async () => {
    const begun = await sut.begin(at(server));
    answer = await server.signIn(begun.url, 'stranger');
    expect(answer.searchParams.get('error')).toBe('access_denied');
    await refuses(finish(begun.secrets), /access_denied/);
  });

  const seconds = (): number => Math.floor(Date.now() / 1000);
  it.each<[string, Tampering]>([
    ['for another client', claiming(() => ({ aud: 'another' }))],
    ['for several clients and none in particular', claiming(({ aud }) => ({ aud: [aud, 'another'] }))],
    ['of another issuer', claiming(() => ({ iss: 'https://evil.example' }))],
    ['that has run out', claiming(() => ({ exp: seconds() - 120 }))],
    ['that never runs out', claiming(() => ({ exp: undefined }))],
    ['from the future', claiming(() => ({ nbf: seconds() + 600 }))],
    ['with another nonce', claiming(() => ({ nonce: 'n'.repeat(43) }))],
    ['without a nonce', claiming(() => ({ nonce: undefined }))],
    ['without a subject', claiming(() => ({ sub: undefined }))],
    ['with an endless subject', claiming(() => ({ sub: 's'.repeat(256) }))],
    ['that nobody signed', ({ claims }) => ({ header: { alg: 'none' }, claims })],
    [
      'signed by an algorithm it does not name',
      ({ header, claims }) => ({ header: { ...header, alg: 'HS256' }, claims }),
    ],
    ['signed by an unknown key', ({ header, claims }) => ({ header: { ...header, kid: 'unknown' }, claims })],
    ['without a true signature', ({ header, claims }) => ({ header, claims, signature: 'A'.repeat(342) })],
  ])('refuses an ID token %s', async (_what, tampering) => {
    server.tampering = tampering;
    await refuses(finish(), /./);
  });

  it('says that a provider is away where one cannot begin, and refuses where one cannot end', async () => {
    const gone = await startOidcServer([REDIRECT_URI]);
    await gone.stop();
    await expect(sut.begin(at(gone))).rejects.toMatchObject({ code: 'service.unavailable' });
    await refuses(finish(secrets, at(gone)), /ECONNREFUSED|fetch failed/);
  });
});
