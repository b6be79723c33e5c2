import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { decodeJwt, type JWK, type JWTPayload } from 'jose';
import { interactionPolicy, Provider, type ClientMetadata, type KoaContextWithOIDC } from 'oidc-provider';
import { tokenFaultOf, type Fault } from './faults.ts';
import { forge, resign, type SignAlg, type SimulatorKeys } from './forge.ts';
import { memoryStore } from './memory-store.ts';
import { PERSONAS } from './personas.ts';
import type { RegisteredClient } from './strict.ts';

/** A service that may use the simulator, with its way to authenticate; HTTP Basic is not one. */
export interface SimulatorClient extends RegisteredClient {
  readonly authentication: { readonly secret: string } | { readonly publicJwk: JWK };
}

/** How long things live at the simulator, in seconds. */
export interface Lifetimes {
  readonly code: number;
  readonly token: number;
  readonly session: number;
  /** How long an answer that never comes takes to come. */
  readonly silence: number;
}

/** Those of FranceConnect: a code of 30 s, tokens of 60 s, a session of 30 min. */
export const FRANCE_CONNECT_LIFETIMES: Lifetimes = { code: 30, token: 60, session: 30 * 60, silence: 20 };

/** What goes wrong with one sign-in, and how long its way back is held. */
export interface Scenario {
  readonly fault: Fault | null;
  readonly delayMs: number;
}

/** The provider, and the notes on what is to go wrong. */
export interface SimulatedProvider {
  readonly provider: Provider;
  /** Notes what goes wrong with one interaction. */
  spoil(uid: string, scenario: Scenario): void;
  /** What is to go wrong with the logout of a session, by its id token. */
  faultOfIdToken(idToken: string): Fault | null;
}

const { Check, base } = interactionPolicy;

/** FranceConnect asks who one is at every sign-in, open session or not. */
function alwaysAsk() {
  const policy = base();
  policy
    .get('login')
    ?.checks.add(
      new Check('always', 'who one is, is asked every time', (ctx) =>
        ctx.oidc.result?.login ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT,
      ),
    );
  return policy;
}

const claimsOf = (id: string) => PERSONAS.find((persona) => persona.id === id);

const metadataOf = (client: SimulatorClient, alg: SignAlg): ClientMetadata => ({
  client_id: client.clientId,
  redirect_uris: [...client.redirectUris],
  post_logout_redirect_uris: [...client.postLogoutRedirectUris],
  response_types: ['code'],
  grant_types: ['authorization_code'],
  subject_type: 'pairwise',
  id_token_signed_response_alg: alg,
  userinfo_signed_response_alg: alg,
  ...('secret' in client.authentication
    ? { token_endpoint_auth_method: 'client_secret_post', client_secret: client.authentication.secret }
    : {
        token_endpoint_auth_method: 'private_key_jwt',
        token_endpoint_auth_signing_alg: client.authentication.publicJwk.kty === 'RSA' ? 'RS256' : 'ES256',
        jwks: { keys: [client.authentication.publicJwk] },
      }),
});

/**
 * An OpenID provider that behaves like FranceConnect v2: its routes, signed userinfo, pairwise subjects of 66 characters, short lives.
 * Strictness on parameters is the door's (`simulator.routes.tsx`).
 */
export function simulatedProvider(options: {
  issuer: string;
  clients: readonly SimulatorClient[];
  keys: SimulatorKeys;
  lifetimes: Lifetimes;
  /** Path of the page that asks who one is. */
  interaction: (uid: string) => string;
}): SimulatedProvider {
  const { issuer, clients, keys, lifetimes } = options;
  const salt = randomBytes(16).toString('hex');
  const scenarios = new Map<string, Scenario>();
  const faults = new Map<string, Fault>();

  const provider = new Provider(issuer, {
    adapter: memoryStore(),
    clients: clients.map((client) => metadataOf(client, keys.alg)),
    jwks: { keys: [keys.privateJwk] },
    cookies: {
      keys: [randomBytes(32).toString('base64url')],
      names: { session: 'fc_session', interaction: 'fc_interaction', resume: 'fc_resume' },
    },
    routes: {
      authorization: '/authorize',
      token: '/token',
      userinfo: '/userinfo',
      jwks: '/jwks',
      end_session: '/session/end',
      revocation: '/token/revocation',
    },
    features: {
      devInteractions: { enabled: false },
      jwtUserinfo: { enabled: true },
      revocation: { enabled: true },
      rpInitiatedLogout: { enabled: true },
      claimsParameter: { enabled: true },
    },
    clientAuthMethods: ['client_secret_post', 'private_key_jwt'],
    enabledJWA: {
      idTokenSigningAlgValues: [keys.alg],
      userinfoSigningAlgValues: [keys.alg],
    },
    responseTypes: ['code'],
    subjectTypes: ['pairwise'],
    pairwiseIdentifier: async (_ctx, accountId, client) => {
      const person = claimsOf(accountId)?.person ?? accountId;
      return `${createHash('sha256').update(`${salt}|${client.clientId}|${person}`).digest('hex')}v1`;
    },
    pkce: { required: () => false },
    acrValues: ['eidas1'],
    scopes: ['openid'],
    claims: {
      openid: ['sub'],
      acr: null,
      amr: null,
      given_name: ['given_name', 'given_name_array'],
      family_name: ['family_name'],
      preferred_username: ['preferred_username'],
      gender: ['gender'],
      birthdate: ['birthdate'],
      birthplace: ['birthplace'],
      birthcountry: ['birthcountry'],
      email: ['email'],
      profile: ['given_name', 'given_name_array', 'family_name', 'birthdate', 'gender', 'preferred_username'],
      birth: ['birthplace', 'birthcountry'],
      identite_pivot: ['given_name', 'given_name_array', 'family_name', 'birthdate', 'gender', 'birthplace', 'birthcountry'],
    },
    findAccount: async (_ctx, id) => {
      const persona = claimsOf(id);
      return persona && { accountId: id, claims: async () => ({ sub: id, ...persona.claims }) };
    },
    interactions: { policy: alwaysAsk(), url: (_ctx, { uid }) => options.interaction(uid) },
    loadExistingGrant: async (ctx) => {
      const { client, session, params } = ctx.oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new ctx.oidc.provider.Grant({ accountId: session.accountId, clientId: client.clientId });
      grant.addOIDCScope(typeof params?.['scope'] === 'string' ? params['scope'] : 'openid');
      grant.addOIDCClaims(['acr', 'amr']);
      await grant.save();
      return grant;
    },
    ttl: {
      AuthorizationCode: lifetimes.code,
      AccessToken: lifetimes.token,
      IdToken: lifetimes.token,
      Session: lifetimes.session,
      Grant: lifetimes.session,
      Interaction: lifetimes.session,
    },
  });

  const spoilReturn = async (ctx: KoaContextWithOIDC) => {
    const scenario = scenarios.get(ctx.path.split('/').at(-1) ?? '');
    const location = ctx.response.get('location');
    const back = location.includes('code=') ? new URL(location) : null;
    const code = back?.searchParams.get('code');
    if (!scenario || !back || !code) return;
    if (scenario.fault) faults.set(code, scenario.fault);
    if (scenario.fault === 'wrong_state') {
      back.searchParams.set('state', randomBytes(32).toString('base64url'));
      ctx.redirect(back.href);
    }
    if (scenario.fault === 'code_used') await (await provider.AuthorizationCode.find(code))?.consume();
    await wait(scenario.fault === 'code_expired' ? (lifetimes.code + 1) * 1000 : scenario.delayMs);
  };

  const spoilTokens = async (ctx: KoaContextWithOIDC, fault: Fault) => {
    const body = ctx.body as { access_token?: string; id_token?: string };
    if (!body.id_token || !body.access_token) return;
    faults.set(body.access_token, fault);
    faults.set(body.id_token, fault);
    const spoiled = tokenFaultOf(fault, '');
    const change = { wrong_nonce: { nonce: randomBytes(32).toString('base64url') }, low_acr: { acr: 'eidas0' } };
    if (spoiled) body.id_token = await forge(keys, body.id_token, spoiled);
    if (fault === 'wrong_nonce' || fault === 'low_acr')
      body.id_token = await resign(keys, body.id_token, (claims) => ({ ...claims, ...change[fault] }));
  };

  const spoilIdentity = async (ctx: KoaContextWithOIDC, fault: Fault) => {
    const token = String(ctx.body);
    const spoiled = tokenFaultOf(fault, 'userinfo_');
    if (spoiled) ctx.body = await forge(keys, token, spoiled);
    if (fault === 'userinfo_other_sub')
      ctx.body = await resign(keys, token, (claims) => ({ ...claims, sub: `${randomBytes(32).toString('hex')}v1` }));
    if (fault === 'userinfo_without_exp') ctx.body = await resign(keys, token, withoutExp);
    if (fault === 'userinfo_json') ctx.body = decodeJwt(token);
    ctx.type = fault === 'userinfo_json' ? 'application/json' : 'application/jwt';
  };

  provider.use(async (ctx, next) => {
    await next();
    const context = ctx as KoaContextWithOIDC;
    const route = context.oidc?.route;
    if (route === 'resume') await spoilReturn(context);
    if (route !== 'token' && route !== 'userinfo') return;
    const fault = faults.get(
      route === 'token' ? String(context.oidc.params?.['code']) : ctx.get('authorization').replace(/^Bearer /i, ''),
    );
    if (!fault) return;
    if (fault === `${route}_timeout`) await wait(lifetimes.silence * 1000);
    if (fault === `${route}_500`) {
      ctx.status = 500;
      ctx.body = { error: 'server_error' };
    } else if (ctx.status === 200) await (route === 'token' ? spoilTokens(context, fault) : spoilIdentity(context, fault));
  });

  return {
    provider,
    spoil: (uid, scenario) => void scenarios.set(uid, scenario),
    faultOfIdToken: (idToken) => faults.get(idToken) ?? null,
  };
}

const withoutExp = (claims: JWTPayload): JWTPayload => {
  const { exp: _, ...rest } = claims;
  return rest;
};
