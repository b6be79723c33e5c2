import { createServer, type Server } from 'node:http';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import Provider from 'oidc-provider';
import { afterEach, expect, test } from 'vitest';
import { franceConnectOf } from './france-connect.ts';
import { readSettings } from './settings.ts';

const CLIENT = 'a-service-of-rentals';
const SECRET = 'a-secret-that-another-provider-gave-us';
const ASKED = { state: 's'.repeat(43), nonce: 'n'.repeat(43) };
const CLAIMS = { given_name: 'Ángela', family_name: 'Núñez', birthdate: '1988-02-29', email: 'angela@example.org' };

let server: Server | undefined;
afterEach(() => new Promise<void>((done) => (server ? server.close(() => done()) : done())));

async function keyOf(alg: 'ES256' | 'RS256'): Promise<{ own: JWK; published: JWK }> {
  const pair = await generateKeyPair(alg, { extractable: true });
  const facts = { alg, use: 'sig', kid: `${alg}-1` };
  return {
    own: { ...(await exportJWK(pair.privateKey)), ...facts },
    published: { ...(await exportJWK(pair.publicKey)), ...facts },
  };
}

/** An OpenID provider as its library makes it: its own routes, public subjects, standard claims; whoever comes is the same person. */
async function otherProvider(alg: 'ES256' | 'RS256', client: { secret: string } | { publicJwk: JWK }): Promise<string> {
  const { own } = await keyOf(alg);
  const listening = createServer();
  server = listening;
  await new Promise<void>((ready) => listening.listen(0, '127.0.0.1', ready));
  const { port } = listening.address() as { port: number };
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT,
        redirect_uris: ['http://localhost:3000/franceconnect/retour'],
        post_logout_redirect_uris: ['http://localhost:3000/deconnexion/retour'],
        id_token_signed_response_alg: alg,
        userinfo_signed_response_alg: alg,
        ...('secret' in client
          ? { token_endpoint_auth_method: 'client_secret_post', client_secret: client.secret }
          : { token_endpoint_auth_method: 'private_key_jwt', jwks: { keys: [client.publicJwk] } }),
      },
    ],
    jwks: { keys: [own] },
    cookies: { keys: ['another-cookie-key'] },
    features: { devInteractions: { enabled: false }, jwtUserinfo: { enabled: true } },
    pkce: { required: () => false },
    acrValues: ['eidas1'],
    scopes: ['openid', 'profile', 'email'],
    claims: { openid: ['sub', 'acr'], profile: ['given_name', 'family_name', 'birthdate'], email: ['email'] },
    findAccount: (_ctx, id) => ({ accountId: id, claims: async () => ({ sub: id, ...CLAIMS }) }),
    interactions: { url: (_ctx, { uid }) => `/who/${uid}` },
  });
  const answer = provider.callback();
  listening.on('request', (request, response) => {
    if (!request.url?.startsWith('/who/')) return void answer(request, response);
    void (async () => {
      const { params } = await provider.interactionDetails(request, response);
      const grant = new provider.Grant({ accountId: 'angela', clientId: CLIENT });
      grant.addOIDCScope(String(params['scope']));
      grant.addOIDCClaims(['acr']);
      const consent = { grantId: await grant.save() };
      await provider.interactionFinished(request, response, { login: { accountId: 'angela', acr: 'eidas1' }, consent });
    })();
  });
  return issuer;
}

/** Follows redirects with cookies until they lead back to the service. @returns the query that comes back */
async function comeBack(address: string): Promise<string> {
  const cookies = new Map<string, string>();
  let at = address;
  for (let steps = 0; steps < 10; steps += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const next = new URL(answer.headers.get('location') ?? 'about:blank', at);
    if (next.port === '3000') return next.search;
    at = next.href;
  }
  throw new Error(`no way back from ${at}`);
}

test.each([
  ['ES256', 'client_secret_post'],
  ['ES256', 'private_key_jwt'],
  ['RS256', 'client_secret_post'],
  ['RS256', 'private_key_jwt'],
] as const)('a provider that is not ours signs people in with %s and %s, by settings only', async (alg, method) => {
  const key = await keyOf(alg);
  const issuer = await otherProvider(alg, method === 'private_key_jwt' ? { publicJwk: key.published } : { secret: SECRET });
  const settings = readSettings({
    BASE_URL: 'http://localhost:3000',
    FC_MODE: 'sandbox',
    FC_ISSUER: issuer,
    FC_CLIENT_ID: CLIENT,
    FC_SIGN_ALG: alg,
    FC_SCOPES: 'openid profile email',
    ...(method === 'private_key_jwt' ? { FC_PRIVATE_KEY: JSON.stringify(key.own) } : { FC_CLIENT_SECRET: SECRET }),
  });
  const service = franceConnectOf(settings, new Uint8Array(32));
  const begun = await service?.begin(ASKED);
  expect(begun).toMatchObject({ ok: true });
  const done = await service?.finish({ query: await comeBack(begun?.ok ? begun.value : ''), ...ASKED });
  expect(done).toMatchObject({
    ok: true,
    value: {
      sub: 'angela',
      email: 'angela@example.org',
      identity: { firstNames: 'Ángela', birthName: 'Núñez', birthdate: '1988-02-29' },
    },
  });
});
