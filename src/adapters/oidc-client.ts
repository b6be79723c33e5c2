import { importJWK, type JWK } from 'jose';
import * as oidc from 'openid-client';
import { z } from 'zod';
import { HOUR_MS, SECOND_MS } from '#kernel/clock.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { sureEnough, type CertifiedIdentity, type EidasLevel } from '#domain/accounts/france-connect.ts';
import type { IdentityProvider, ProvenIdentity, ProviderFault } from '#ports/identity-provider.ts';

/** How this service is known to the provider; all of it comes from settings. */
export interface OidcClientSettings {
  /** Address of the provider, without `/.well-known/…`. http only on the loopback, for simulators. */
  readonly issuer: string;
  readonly clientId: string;
  /** `client_secret_post`, or `private_key_jwt` with a private JWK as JSON. HTTP Basic is not accepted by FranceConnect. */
  readonly authentication: { readonly secret: string } | { readonly privateJwk: string };
  /** The one algorithm accepted in tokens: what was registered. */
  readonly signAlg: 'ES256' | 'RS256';
  readonly scopes: string;
  readonly acr: EidasLevel;
  readonly redirectUri: string;
  readonly postLogoutRedirectUri: string;
  /** Plain http is refused, even on the loopback. */
  readonly production: boolean;
  /** Longest wait for one answer; 5 s by default. */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 5 * SECOND_MS;
const SKEW_S = 30;
const DISCOVERY_KEPT_MS = 24 * HOUR_MS;
const LOOPBACK = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Errors a provider may send back on the redirect (OpenID Connect Core 3.1.2.6); any other is logged as `other`. */
const KNOWN_ERRORS = ['access_denied', 'invalid_request', 'server_error', 'temporarily_unavailable', 'invalid_scope'];

const text = z.string().trim();
const optionalText = text
  .min(1)
  .nullish()
  .catch(null)
  .transform((value) => value ?? null);
const userinfoClaims = z.object({
  iss: text.min(1),
  aud: z.union([text.min(1), z.array(text.min(1)).min(1)]),
  exp: z.number(),
  sub: text.min(1),
  given_name: text.default(''),
  family_name: text.min(1),
  preferred_username: optionalText,
  email: optionalText,
  birthdate: optionalText,
  birthplace: optionalText,
  birthcountry: optionalText,
});

/** Thrown by the settings of the provider, before anybody signs in. */
export class OidcSettingsError extends Error {}

/** A code for the log, made of what a provider or a library said: nothing that could hold a name or markup. */
const logCode = (said: unknown): string =>
  String(said)
    .replace(/[^\w .-]+/g, '-')
    .slice(0, 80);

function faultOf(error: unknown): ProviderFault {
  if (error instanceof oidc.AuthorizationResponseError) {
    const said = KNOWN_ERRORS.includes(error.error) ? error.error : 'other';
    const detail = logCode(error.error_description ? `${said} ${error.error_description}` : said);
    return { reason: error.error === 'access_denied' ? 'provider.denied' : 'provider.error', detail };
  }
  if (error instanceof oidc.ResponseBodyError)
    return { reason: error.status >= 500 ? 'provider.unreachable' : 'provider.invalid_answer', detail: logCode(error.error) };
  if (error instanceof oidc.ClientError) {
    const down = error.cause instanceof Response && error.cause.status >= 500;
    const unreachable = down || error.code === 'OAUTH_TIMEOUT' || error.code === 'OAUTH_ABORT';
    return {
      reason: unreachable ? 'provider.unreachable' : 'provider.invalid_answer',
      detail: logCode(error.code ?? error.name),
    };
  }
  if (error instanceof InvalidAnswer) return { reason: 'provider.invalid_answer', detail: error.message };
  if (error instanceof TypeError || error instanceof DOMException)
    return { reason: 'provider.unreachable', detail: logCode(error.name) };
  throw error;
}

/** An answer that is well signed and yet not what was asked. The message is a code. */
class InvalidAnswer extends Error {}

const clientAuthentication = async (settings: OidcClientSettings): Promise<oidc.ClientAuth> => {
  if ('secret' in settings.authentication) return oidc.ClientSecretPost(settings.authentication.secret);
  const jwk = JSON.parse(settings.authentication.privateJwk) as JWK;
  const key = await importJWK(jwk, jwk.alg ?? (jwk.kty === 'RSA' ? 'RS256' : 'ES256'));
  if (key instanceof Uint8Array) throw new OidcSettingsError('the private key of the identity provider is not a private key');
  return oidc.PrivateKeyJwt(jwk.kid ? { key, kid: jwk.kid } : key);
};

function identityOf(claims: z.output<typeof userinfoClaims>): CertifiedIdentity {
  return {
    firstNames: claims.given_name,
    birthName: claims.family_name,
    usedName: claims.preferred_username,
    birthdate: claims.birthdate,
    birthplace: claims.birthplace,
    birthcountry: claims.birthcountry,
  };
}

/**
 * A client of FranceConnect v2, or of any OpenID provider that works like it: authorization code with exactly the parameters it
 * accepts (no PKCE, no hint), signed id token and signed userinfo checked against its keys, one algorithm. Discovery is read once a day;
 * keys are cached and read again on an unknown one.
 */
export function oidcClient(settings: OidcClientSettings): IdentityProvider {
  const issuer = new URL(settings.issuer);
  const plain = issuer.protocol === 'http:';
  if (plain && (settings.production || !LOOPBACK.test(issuer.hostname)))
    throw new OidcSettingsError('an identity provider is reached by https; http is for simulators on this machine');
  const timeout = (settings.timeoutMs ?? TIMEOUT_MS) / SECOND_MS;

  const discover = async (): Promise<oidc.Configuration> => {
    const configuration = await oidc.discovery(
      issuer,
      settings.clientId,
      {
        id_token_signed_response_alg: settings.signAlg,
        userinfo_signed_response_alg: settings.signAlg,
        [oidc.clockTolerance]: SKEW_S,
      },
      await clientAuthentication(settings),
      { timeout, execute: [oidc.enableNonRepudiationChecks, ...(plain ? [oidc.allowInsecureRequests] : [])] },
    );
    return configuration;
  };

  let known: { readonly at: number; readonly configuration: oidc.Configuration } | null = null;
  const refresh = async () => {
    known = { at: Date.now(), configuration: await discover() };
    return known.configuration;
  };
  /** No code is in play yet: one connection that breaks is tried again. */
  const configured = async () => {
    if (known && Date.now() - known.at < DISCOVERY_KEPT_MS) return known.configuration;
    return refresh().catch((error: unknown) => (error instanceof TypeError ? refresh() : Promise.reject(asError(error))));
  };

  const attempt = async <T>(work: () => Promise<T>): Promise<Result<T, ProviderFault>> => {
    try {
      return ok(await work());
    } catch (error) {
      return err(faultOf(error));
    }
  };

  return {
    origin: issuer.origin,

    begin: ({ state, nonce }) =>
      attempt(async () => {
        const address = oidc.buildAuthorizationUrl(await configured(), {
          response_type: 'code',
          client_id: settings.clientId,
          redirect_uri: settings.redirectUri,
          scope: settings.scopes,
          acr_values: settings.acr,
          state,
          nonce,
        });
        return address.href;
      }),

    finish: ({ query, state, nonce }) =>
      attempt(async (): Promise<ProvenIdentity> => {
        const configuration = await configured();
        const address = new URL(`${settings.redirectUri}${query}`);
        const checks = { expectedState: state, expectedNonce: nonce, idTokenExpected: true };
        const tokens = await oidc.authorizationCodeGrant(configuration, address, checks);
        const claims = tokens.claims();
        if (!claims || !tokens.id_token) throw new InvalidAnswer('id_token_missing');
        if (claims.iat > Date.now() / SECOND_MS + SKEW_S) throw new InvalidAnswer('id_token_from_the_future');
        if (!sureEnough(claims['acr'], settings.acr)) throw new InvalidAnswer('acr_too_low');
        const answer = await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub);
        const userinfo = userinfoClaims.safeParse(answer);
        if (!userinfo.success)
          throw new InvalidAnswer(logCode(`userinfo ${userinfo.error.issues.map(({ path }) => path.join('.')).join(' ')}`));
        return {
          sub: claims.sub,
          identity: identityOf(userinfo.data),
          email: userinfo.data.email,
          idToken: tokens.id_token,
        };
      }),

    leave: ({ idToken, state }) =>
      attempt(async () => {
        // Read afresh: it tells whether the provider answers at all, before the browser is sent there.
        const endpoint = (await refresh()).serverMetadata().end_session_endpoint;
        if (!endpoint) throw new InvalidAnswer('no_end_session_endpoint');
        const address = new URL(endpoint);
        address.searchParams.set('id_token_hint', idToken);
        address.searchParams.set('state', state);
        address.searchParams.set('post_logout_redirect_uri', settings.postLogoutRedirectUri);
        return address.href;
      }),
  };
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
