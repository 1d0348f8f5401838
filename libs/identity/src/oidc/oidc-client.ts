import { AppError } from '@shucu/kernel';
import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { isIssuer } from './issuer.js';
import { type OidcClientSettings, OidcDiscovery } from './oidc-discovery.js';
import { OidcFailure } from './oidc-failure.js';
import type { OutgoingRules } from './outgoing-fetch.js';

/** A provider with the address it sends people back to, which is of this provider alone (RFC 9700 §4.4). */
export interface OidcRelation extends OidcClientSettings {
  readonly redirectUri: string;
}

/** What a sign-in that has begun must come back with; known to the platform and the browser that began it. */
export interface OidcSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** Who came. Issuer and subject are the whole identity: names and addresses are neither asked for nor believed. */
export interface OidcIdentity {
  readonly issuer: string;
  readonly subject: string;
  /** The provider says that it asked for several factors: `amr` holds `mfa` (RFC 8176). */
  readonly secondFactor: boolean;
}

/** OpenID Connect Core §2. */
const LONGEST_SUBJECT = 255;

/** Sign-in at an OpenID provider: authorization code with PKCE (S256), state and nonce. */
export class OidcClient {
  private readonly discovery: OidcDiscovery;

  constructor(private readonly rules: OutgoingRules) {
    this.discovery = new OidcDiscovery(rules);
  }

  /** Whether a provider with this issuer would be asked at all. */
  mayAsk(issuer: string): boolean {
    return isIssuer(issuer, this.rules);
  }

  /** Where to send the browser, and what must come back. Throws `service.unavailable` where the provider cannot be asked. */
  async begin(relation: OidcRelation): Promise<{ url: URL; secrets: OidcSecrets }> {
    const configuration = await this.discovery.configurationOf(relation).catch((error: unknown) => {
      throw new AppError('service.unavailable', { reason: '单点登录 / single sign-on' }, [], {
        cause: new OidcFailure(error),
      });
    });
    const secrets = { state: randomState(), nonce: randomNonce(), codeVerifier: randomPKCECodeVerifier() };
    const url = buildAuthorizationUrl(configuration, {
      redirect_uri: relation.redirectUri,
      scope: 'openid',
      state: secrets.state,
      nonce: secrets.nonce,
      code_challenge: await calculatePKCECodeChallenge(secrets.codeVerifier),
      code_challenge_method: 'S256',
    });
    return { url, secrets };
  }

  /**
   * Who stands behind the parameters that a browser came back with: checks state, issuer (RFC 9207), code verifier, signature,
   * audience, nonce and times. Throws `auth.refused` for whatever is wrong, which only its cause tells.
   */
  async finish(relation: OidcRelation, parameters: URLSearchParams, expected: OidcSecrets): Promise<OidcIdentity> {
    try {
      return await this.identify(relation, parameters, expected);
    } catch (error) {
      throw new AppError('auth.refused', {}, [], { cause: new OidcFailure(error) });
    }
  }

  private async identify(
    relation: OidcRelation,
    parameters: URLSearchParams,
    expected: OidcSecrets,
  ): Promise<OidcIdentity> {
    const answer = new URL(relation.redirectUri);
    answer.search = parameters.toString();
    const tokens = await authorizationCodeGrant(await this.discovery.configurationOf(relation), answer, {
      expectedState: expected.state,
      expectedNonce: expected.nonce,
      pkceCodeVerifier: expected.codeVerifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new Error('The provider gave no ID token');
    if (claims.sub.length > LONGEST_SUBJECT) throw new Error('The provider gave a subject that is too long');
    const { amr } = claims;
    return { issuer: claims.iss, subject: claims.sub, secondFactor: Array.isArray(amr) && amr.includes('mfa') };
  }
}
