import { afterAll, beforeAll, expect, test } from 'vitest';
import { BACK, CLIENT, clientOf, OUT } from '#testing/france-connect.ts';
import { IdentityBrowser, identitySite, type IdentitySite } from '#testing/identity-site.ts';
import { franceConnectOf } from '#main/france-connect.ts';
import { readSettings } from '#main/settings.ts';
import { makeKeys } from './forge.ts';
import { franceConnectSimulator } from './simulator.routes.tsx';

const KEYS = { state: 's'.repeat(43), nonce: 'n'.repeat(43) };
let site: IdentitySite;

beforeAll(async () => {
  site = await identitySite({ clients: [CLIENT], lifetimes: { silence: 1 } });
});
afterAll(() => site.close());

const provider = (fault = '') => clientOf(site.issuer, fault.endsWith('_timeout') ? { timeoutMs: 700 } : {});

const start = async () => {
  const begun = await provider().begin(KEYS);
  if (!begun.ok) throw new Error(begun.error.detail);
  return begun.value;
};

const comeBack = async (persona: string, fault = '') => {
  const browser = new IdentityBrowser(site);
  await browser.prepare({ persona, fault });
  const { location } = await browser.open(await start());
  const { search, searchParams } = new URL(location ?? 'http://nowhere');
  return { browser, search, searchParams };
};

test('a request of sign-in holds exactly the parameters that FranceConnect accepts', async () => {
  const { searchParams } = new URL(await start());
  expect(Object.fromEntries(searchParams)).toEqual({
    response_type: 'code',
    client_id: 'dossier',
    redirect_uri: BACK,
    scope: 'openid given_name family_name preferred_username email birthdate birthplace birthcountry',
    acr_values: 'eidas1',
    ...KEYS,
  });
});

test('somebody is recognised, with claims, a subject of 66 characters and a signed identity', async () => {
  const { search } = await comeBack('ordinary');
  const done = await provider().finish({ query: search, ...KEYS });
  expect(done).toMatchObject({
    ok: true,
    value: {
      sub: expect.stringMatching(/^[0-9a-f]{64}v1$/) as string,
      email: 'angele@exemple.test',
      identity: { firstNames: 'Angèle Claire', birthName: 'DE LA SONGERIE', usedName: 'MARTIN-SONGE', birthdate: '1992-08-24' },
    },
  });
});

test.each([
  ['no_used_name', { usedName: null }],
  ['born_abroad', { birthplace: null, birthcountry: '99127' }],
  ['intricate_name', { firstNames: 'Marie-Cœur Zoé', birthName: 'D’ŒUVRE-DU BŒUF' }],
  ['unknown_day', { birthdate: '1990-05-01' }],
  ['unknown_month', { birthdate: '1990-01-01' }],
])('the claims of %s are read as they come', async (persona, identity) => {
  const { search } = await comeBack(persona);
  expect(await provider().finish({ query: search, ...KEYS })).toMatchObject({ ok: true, value: { identity } });
});

test.each([
  ['access_denied', 'provider.denied'],
  ['rnipp_used_name_only', 'provider.denied'],
  ['rnipp_not_found', 'provider.denied'],
  ['rnipp_deceased', 'provider.denied'],
  ['invalid_request', 'provider.error'],
  ['server_error', 'provider.error'],
  ['temporarily_unavailable', 'provider.error'],
  ['wrong_state', 'provider.invalid_answer'],
  ['wrong_nonce', 'provider.invalid_answer'],
  ['low_acr', 'provider.invalid_answer'],
  ['bad_signature', 'provider.invalid_answer'],
  ['other_alg', 'provider.invalid_answer'],
  ['alg_none', 'provider.invalid_answer'],
  ['unknown_kid', 'provider.invalid_answer'],
  ['wrong_aud', 'provider.invalid_answer'],
  ['wrong_iss', 'provider.invalid_answer'],
  ['expired', 'provider.invalid_answer'],
  ['userinfo_json', 'provider.invalid_answer'],
  ['userinfo_other_sub', 'provider.invalid_answer'],
  ['userinfo_without_exp', 'provider.invalid_answer'],
  ['userinfo_bad_signature', 'provider.invalid_answer'],
  ['userinfo_other_alg', 'provider.invalid_answer'],
  ['userinfo_alg_none', 'provider.invalid_answer'],
  ['userinfo_unknown_kid', 'provider.invalid_answer'],
  ['userinfo_wrong_aud', 'provider.invalid_answer'],
  ['userinfo_wrong_iss', 'provider.invalid_answer'],
  ['userinfo_expired', 'provider.invalid_answer'],
  ['code_used', 'provider.invalid_answer'],
  ['token_timeout', 'provider.unreachable'],
  ['userinfo_timeout', 'provider.unreachable'],
  ['token_500', 'provider.unreachable'],
  ['userinfo_500', 'provider.unreachable'],
])('the fault %s gives nobody an identity', async (fault, reason) => {
  const { search } = await comeBack('ordinary', fault);
  const done = await provider(fault).finish({ query: search, ...KEYS });
  expect(done).toMatchObject({ ok: false, error: { reason } });
  if (!done.ok) expect(done.error.detail).toMatch(/^[\w .-]+$/);
});

test('a code is dead once its time is over', async () => {
  const hasty = await identitySite({ clients: [CLIENT], lifetimes: { code: 1 } });
  const begun = await clientOf(hasty.issuer).begin(KEYS);
  const browser = new IdentityBrowser(hasty);
  await browser.prepare({ persona: 'ordinary', fault: 'code_expired' });
  const { location } = await browser.open(begun.ok ? begun.value : '');
  const done = await clientOf(hasty.issuer).finish({ query: new URL(location ?? '').search, ...KEYS });
  expect(done).toMatchObject({ ok: false, error: { reason: 'provider.invalid_answer' } });
  await hasty.close();
});

test('a code serves once', async () => {
  const { search } = await comeBack('ordinary');
  expect((await provider().finish({ query: search, ...KEYS })).ok).toBe(true);
  expect((await provider().finish({ query: search, ...KEYS })).ok).toBe(false);
});

test.each<[string, (query: URLSearchParams) => void]>([
  ['without acr_values', (query) => query.delete('acr_values')],
  ['with a short state', (query) => query.set('state', 'short')],
  ['with a short nonce', (query) => query.set('nonce', 'short')],
  ['with a parameter too many', (query) => query.set('code_challenge', 'x'.repeat(43))],
  ['with an unknown prompt', (query) => query.set('prompt', 'none')],
  ['with an address that is not registered', (query) => query.set('redirect_uri', 'https://evil.example')],
  ['with a parameter twice', (query) => query.append('state', 'x'.repeat(43))],
  ['without openid', (query) => query.set('scope', 'email')],
])('a request %s gets the page Y000400', async (_, spoil) => {
  const address = new URL(await start());
  spoil(address.searchParams);
  const page = await new IdentityBrowser(site).open(address.href);
  expect(page.status).toBe(400);
  expect(page.body).toContain('Y000400');
});

test('HTTP Basic is not accepted', async () => {
  const { searchParams } = await comeBack('ordinary');
  const answer = await fetch(`${site.issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from('dossier:secret-of-tests').toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'authorization_code', code: searchParams.get('code') ?? '', redirect_uri: BACK }),
  });
  expect(answer.status).toBe(401);
});

test('a logout needs its three parameters and a token of the simulator, and ends the session there', async () => {
  const { browser, search } = await comeBack('ordinary');
  const done = await provider().finish({ query: search, ...KEYS });
  if (!done.ok) throw new Error(done.error.detail);
  const again = await browser.open(await start());
  expect(again.body).toContain('Session ouverte ici');
  const left = await provider().leave({ idToken: done.value.idToken, state: KEYS.state });
  const address = new URL(left.ok ? left.value : '');
  expect([...address.searchParams.keys()]).toEqual(['id_token_hint', 'state', 'post_logout_redirect_uri']);
  for (const name of address.searchParams.keys()) {
    const lacking = new URL(address);
    lacking.searchParams.delete(name);
    expect((await browser.open(lacking.href)).status).toBe(400);
  }
  const forged = new URL(address);
  forged.searchParams.set('id_token_hint', `${done.value.idToken.slice(0, -4)}AAAA`);
  expect((await browser.open(forged.href)).status).toBe(400);
  expect((await browser.open(address.href)).location).toBe(`${OUT}?state=${KEYS.state}`);
  expect((await browser.open(await start())).body).not.toContain('Session ouverte ici');
});

test('a scenario that does not exist is refused', async () => {
  expect(await new IdentityBrowser(site).prepare({ persona: 'ordinary', fault: 'none_such' })).toBe(422);
  expect(await new IdentityBrowser(site).prepare({ persona: 'nobody' })).toBe(422);
});

test('a person chooses on a page who to be and what goes wrong', async () => {
  const browser = new IdentityBrowser(site);
  const page = await browser.open(await start());
  const action = /action="([^"]+)"/.exec(page.body)?.[1] ?? '';
  const chosen = await browser.open(`${site.origin}${action}`, {
    method: 'POST',
    body: new URLSearchParams({ persona: 'landlord', fault: '' }),
  });
  const done = await provider().finish({ query: new URL(chosen.location ?? '').search, ...KEYS });
  expect(done).toMatchObject({ ok: true, value: { email: 'ivan@exemple.test' } });
});

test('the same browser signs in as somebody else afterwards', async () => {
  const { browser } = await comeBack('ordinary');
  await browser.prepare({ persona: 'landlord' });
  const { location } = await browser.open(await start());
  const done = await provider().finish({ query: new URL(location ?? 'http://nowhere').search, ...KEYS });
  expect(done).toMatchObject({ ok: true, value: { email: 'ivan@exemple.test' } });
});

test('nothing of this can exist in production', async () => {
  const options = { issuer: site.issuer, clients: [CLIENT], production: true };
  await expect(franceConnectSimulator(options)).rejects.toThrow('production');
});

test.each([
  ['ES256', 'client_secret_post'],
  ['ES256', 'private_key_jwt'],
  ['RS256', 'client_secret_post'],
  ['RS256', 'private_key_jwt'],
] as const)('the same client signs in with %s and %s, by settings only', async (alg, method) => {
  const { privateJwk } = await makeKeys(alg);
  const { d: _d, p: _p, q: _q, dp: _dp, dq: _dq, qi: _qi, ...publicJwk } = privateJwk;
  const byKey = method === 'private_key_jwt';
  const other = await identitySite({
    alg,
    clients: [{ ...CLIENT, authentication: byKey ? { publicJwk } : CLIENT.authentication }],
  });
  const settings = readSettings({
    BASE_URL: 'http://localhost:3000',
    FC_MODE: 'sandbox',
    FC_ISSUER: other.issuer,
    FC_CLIENT_ID: CLIENT.clientId,
    FC_SIGN_ALG: alg,
    ...(byKey ? { FC_PRIVATE_KEY: JSON.stringify(privateJwk) } : { FC_CLIENT_SECRET: CLIENT.authentication.secret }),
  });
  const client = franceConnectOf(settings, new Uint8Array(32));
  const begun = await client?.begin(KEYS);
  const browser = new IdentityBrowser(other);
  await browser.prepare({ persona: 'guarantor' });
  const { location } = await browser.open(begun?.ok ? begun.value : '');
  const done = await client?.finish({ query: new URL(location ?? '').search, ...KEYS });
  expect(done).toMatchObject({ ok: true, value: { email: 'helene@exemple.test' } });
  await other.close();
});
