import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Email } from '#domain/accounts/email.ts';
import { MINUTE_MS } from '#kernel/clock.ts';
import { checkCode, currentCodeOf, prepareCodes } from '#features/accounts/agent-codes.ts';
import { askNewPasskey, registerPasskey } from '#features/accounts/agent-passkeys.ts';
import { confirmEmail } from '#features/accounts/confirm-email.ts';
import { signIn } from '#features/accounts/sign-in.ts';
import { signUp } from '#features/accounts/sign-up.ts';
import { CLIENT, franceConnectHouse, franceConnectServer, Traveller } from '#testing/france-connect.ts';
import { identitySite, type IdentitySite } from '#testing/identity-site.ts';
import { newMails, tokenInMail } from '#testing/mail-reader.ts';
import { confirmedAccount, GOOD_PASSWORD } from '#testing/test-account.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import type { TestHouse } from '#testing/test-house.ts';
import { SoftwarePasskey } from '#testing/software-passkey.ts';
import { Browser } from '#testing/test-site.ts';
import { FAULTS } from '#dev/france-connect/faults.ts';

const SACHA = 'sacha@exemple.test';
const PLACE = { device: 'Firefox, Linux', network: '192.0.2.0/24' };
let site: IdentitySite;
let house: TestHouse;
let person: Traveller;

beforeAll(async () => {
  site = await identitySite({ clients: [CLIENT], lifetimes: { silence: 1 } });
});
afterAll(() => site.close());

beforeEach(async () => {
  await emptyDatabase();
  house = await franceConnectHouse(site);
  person = new Traveller(franceConnectServer(house), site);
});

const another = () => new Traveller(franceConnectServer(house), site);
const accountOf = (email: string) =>
  house.db.selectFrom('account').selectAll().where('email', '=', email).executeTakeFirstOrThrow();
const codeInMail = async () => {
  const mails = await newMails(house);
  return mails.map(({ text }) => /\b(\d{6})\b/.exec(text)?.[1]).find((code) => code !== undefined) ?? '';
};
const signedIn = async ({ here }: Traveller) => (await here.get('/compte')).status === 200;

/** Signs somebody up through FranceConnect. */
async function newAccount(traveller: Traveller, persona = 'ordinary') {
  await traveller.signIn({ persona });
  await traveller.here.get('/franceconnect/compte');
  return traveller.here.post('/franceconnect/compte/creer', { terms: 'on' });
}

test('the request of sign-in holds only what FranceConnect accepts; state and nonce are long, and new each time', async () => {
  const queries: URLSearchParams[] = [];
  for (let i = 0; i < 2; i += 1) {
    await person.here.get('/connexion');
    const left = await person.here.post('/franceconnect/depart', { retour: '/dossier' });
    expect(left.status).toBe(303);
    queries.push(new URL(left.location ?? '').searchParams);
  }
  const [first, second] = queries;
  expect([...(first?.keys() ?? [])].sort()).toEqual(
    ['acr_values', 'client_id', 'nonce', 'redirect_uri', 'response_type', 'scope', 'state'].sort(),
  );
  for (const name of ['state', 'nonce']) {
    expect(first?.get(name)).toHaveLength(43);
    expect(first?.get(name)).not.toBe(second?.get(name));
  }
});

test('a form without the token of its page starts nothing, and no address that is merely opened does', async () => {
  await person.here.get('/connexion');
  expect((await person.here.post('/franceconnect/depart', { _csrf: 'forged' })).status).toBe(403);
  expect((await person.here.get('/franceconnect/depart')).status).toBe(404);
});

test('somebody new opens an account, with a confirmed address, and finds their names in their dossier', async () => {
  expect(await person.signIn({ persona: 'ordinary' })).toMatchObject({ status: 303, location: '/franceconnect/compte' });
  const page = await person.here.get('/franceconnect/compte');
  expect(page.body).toContain('Première visite, ou déjà un compte');
  expect(page.body).toContain('angele@exemple.test');
  expect((await person.here.post('/franceconnect/compte/creer')).body).toContain('Cochez cette case');
  expect(await person.here.post('/franceconnect/compte/creer', { terms: 'on' })).toMatchObject({ location: '/dossier' });
  const { location } = await person.here.get('/dossier');
  const dashboard = await person.here.get(location ?? '');
  expect(dashboard.body).toContain('Angèle Claire');
  const account = await accountOf('angele@exemple.test');
  expect(account.emailVerifiedAt).not.toBeNull();
  expect(account.fcSub).toMatch(/^[0-9a-f]{64}v1$/);
});

test('nothing of a token or of the subject reaches the browser', async () => {
  await newAccount(person);
  const { fcSub } = await accountOf('angele@exemple.test');
  for (const path of ['/compte', '/compte/franceconnect', '/compte/sessions']) {
    const { body } = await person.here.get(path);
    expect(body).not.toContain(fcSub ?? 'none');
    expect(body).not.toMatch(/eyJ[A-Za-z0-9_-]{10}/);
  }
  const rows = await house.db.selectFrom('session').select('state').execute();
  expect(JSON.stringify(rows)).not.toMatch(/eyJ[A-Za-z0-9_-]{10}|SONGERIE/);
});

test('a second sign-in opens the same account, also when FranceConnect gives another address by then', async () => {
  await newAccount(person);
  const later = another();
  expect(await later.signIn({ persona: 'other_email' })).toMatchObject({ status: 303, location: '/dossier' });
  expect((await later.here.get('/compte')).body).toContain('angele@exemple.test');
});

test.each(Object.keys(FAULTS).filter((fault) => fault !== 'logout_500'))(
  'with the fault %s nobody is signed in, the neutral page shows, and the e-mail way works from it',
  async (fault) => {
    const hasty = fault === 'code_expired' ? await identitySite({ clients: [CLIENT], lifetimes: { code: 1 } }) : site;
    house = await franceConnectHouse(hasty, fault.endsWith('_timeout') ? { timeoutMs: 700 } : {});
    person = new Traveller(franceConnectServer(house), hasty);
    await confirmedAccount(house, 'ada@example.org');
    await person.here.get('/connexion');
    const left = await person.here.post('/franceconnect/depart', { retour: '/compte/sessions' });
    const page = await person.follow({ persona: 'ordinary', fault }, left);
    expect(page.status).toBe(400);
    expect(page.body).toContain('La connexion avec FranceConnect n’a pas marché');
    if (fault !== 'wrong_state') expect(page.body).toContain('name="retour" value="/compte/sessions"');
    expect(page.body).not.toMatch(/aborted|usage|deceased|rectified|missing|error_description|code=|state=/);
    expect(await signedIn(person)).toBe(false);
    await person.here.get('/connexion');
    expect(await person.here.post('/connexion', { email: 'ada@example.org', password: GOOD_PASSWORD })).toMatchObject({
      status: 303,
    });
    if (hasty !== site) await hasty.close();
  },
);

test('a failure offers the way by e-mail on the same page', async () => {
  await confirmedAccount(house, 'ada@example.org');
  const page = await person.signIn({ persona: 'ordinary', fault: 'access_denied' });
  expect(page.body).toMatch(/<form[^>]+action="\/connexion"/);
  for (const field of ['email', 'password', 'remember']) expect(page.body).toMatch(new RegExp(`<input[^>]+name="${field}"`));
  for (const way of ['/mot-de-passe-oublie', '/connexion/lien', '/inscription']) expect(page.body).toContain(`href="${way}"`);
  expect(await person.here.post('/connexion', { email: 'ada@example.org', password: GOOD_PASSWORD })).toMatchObject({
    status: 303,
  });
  expect(await signedIn(person)).toBe(true);
});

test('a return with a used, a foreign or an old state asks no token', async () => {
  await person.here.get('/connexion');
  const left = await person.here.post('/franceconnect/depart', { retour: '/dossier' });
  const address = await person.returnAddress({ persona: 'ordinary' }, left);
  const asked = () => site.asked.filter((line) => line === 'POST /token').length;
  const before = asked();
  const stranger = another();
  await stranger.here.get('/connexion');
  expect((await stranger.here.get(address)).status).toBe(400);
  expect(asked()).toBe(before);
  expect(await person.here.get(address)).toMatchObject({ location: '/franceconnect/compte' });
  expect(asked()).toBe(before + 1);
  expect((await person.here.get(address)).status).toBe(400);
  await person.here.get('/connexion');
  const second = await person.here.post('/franceconnect/depart', { retour: '/dossier' });
  const late = await person.returnAddress({ persona: 'ordinary' }, second);
  house.pass(30 * MINUTE_MS + 1);
  expect((await person.here.get(late)).status).toBe(400);
  expect(asked()).toBe(before + 1);
});

test('nothing of an account with the same address is visible before the proof; its password links it, and a mail says so', async () => {
  await confirmedAccount(house, SACHA);
  await person.signIn({ persona: 'known_address' });
  const page = await person.here.get('/franceconnect/compte');
  expect(page.body).toContain('Cette adresse a déjà un compte ici');
  expect(await signedIn(person)).toBe(false);
  await person.here.get('/franceconnect/compte/rattacher');
  const wrong = await person.here.post('/franceconnect/compte/rattacher', { email: SACHA, password: 'wrong' });
  expect(wrong.status).toBe(422);
  expect(await signedIn(person)).toBe(false);
  expect((await accountOf(SACHA)).fcSub).toBeNull();
  await newMails(house);
  expect(await person.here.post('/franceconnect/compte/rattacher', { email: SACHA, password: GOOD_PASSWORD })).toMatchObject({
    status: 303,
  });
  expect(await signedIn(person)).toBe(true);
  const mails = await newMails(house);
  expect(mails).toMatchObject([{ to: SACHA, subject: 'Votre compte est relié à FranceConnect' }]);
  expect((await person.here.get('/compte/franceconnect')).body).toContain('Compte relié à FranceConnect');
  expect(await another().signIn({ persona: 'known_address' })).toMatchObject({ location: '/dossier' });
});

test('a code mailed to the account proves control of it too', async () => {
  await confirmedAccount(house, SACHA);
  await person.signIn({ persona: 'known_address' });
  await person.here.get('/franceconnect/compte/rattacher');
  await newMails(house);
  await person.here.post('/franceconnect/compte/envoyer-code', { address: SACHA });
  const code = await codeInMail();
  const page = await person.here.get('/franceconnect/compte/code');
  expect(page.body).not.toContain(code);
  expect(await person.here.post('/franceconnect/compte/code', { code })).toMatchObject({ status: 303 });
  expect(await signedIn(person)).toBe(true);
});

test('five wrong codes stop it, the right one comes too late, and the holder is told', async () => {
  await confirmedAccount(house, SACHA);
  await person.signIn({ persona: 'known_address' });
  await person.here.get('/franceconnect/compte/rattacher');
  await newMails(house);
  await person.here.post('/franceconnect/compte/envoyer-code', { address: SACHA });
  const code = await codeInMail();
  const wrong = code === '000000' ? '000001' : '000000';
  await person.here.get('/franceconnect/compte/code');
  const pages = [];
  for (let i = 0; i < 5; i += 1) pages.push(await person.here.post('/franceconnect/compte/code', { code: wrong }));
  expect(pages.map(({ status }) => status)).toEqual([422, 422, 422, 422, 429]);
  expect(await person.here.post('/franceconnect/compte/code', { code })).toMatchObject({ location: '/connexion' });
  expect((await accountOf(SACHA)).fcSub).toBeNull();
  expect((await newMails(house)).map(({ subject }) => subject)).toEqual(['Quelqu’un a essayé de relier votre compte']);
});

test('wrong codes are counted over all browsers together, and a code is dead after ten minutes', async () => {
  await confirmedAccount(house, SACHA);
  await person.signIn({ persona: 'known_address' });
  await person.here.get('/franceconnect/compte/rattacher');
  await newMails(house);
  await person.here.post('/franceconnect/compte/envoyer-code', { address: SACHA });
  const code = await codeInMail();
  await person.here.get('/franceconnect/compte/code');
  house.pass(10 * MINUTE_MS + 1);
  expect((await person.here.post('/franceconnect/compte/code', { code })).status).toBe(422);
});

test('an address without account gets the same pages, and no mail', async () => {
  await person.signIn({ persona: 'ordinary' });
  await person.here.get('/franceconnect/compte/rattacher');
  expect(await person.here.post('/franceconnect/compte/envoyer-code', { address: 'nobody@example.org' })).toMatchObject({
    location: '/franceconnect/compte/code',
  });
  expect(await newMails(house)).toEqual([]);
  await person.here.get('/franceconnect/compte/code');
  const statuses = [];
  for (let i = 0; i < 5; i += 1) statuses.push((await person.here.post('/franceconnect/compte/code', { code: '000000' })).status);
  expect(statuses).toEqual([422, 422, 422, 422, 429]);
});

test('an account with a second factor asks it after the first', async () => {
  const accountId = await confirmedAccount(house, SACHA);
  await prepareCodes(house, { accountId });
  await checkCode(house, { accountId, code: (await currentCodeOf(house, { accountId })) ?? '' });
  house.pass(MINUTE_MS);
  await person.signIn({ persona: 'known_address' });
  await person.here.get('/franceconnect/compte/rattacher');
  expect(await person.here.post('/franceconnect/compte/rattacher', { email: SACHA, password: GOOD_PASSWORD })).toMatchObject({
    location: '/franceconnect/compte/deuxieme-etape',
  });
  expect((await accountOf(SACHA)).fcSub).toBeNull();
  await person.here.get('/franceconnect/compte/deuxieme-etape');
  expect((await person.here.post('/franceconnect/compte/deuxieme-etape', { code: '000000' })).status).toBe(422);
  const code = (await currentCodeOf(house, { accountId })) ?? '';
  expect(await person.here.post('/franceconnect/compte/deuxieme-etape', { code })).toMatchObject({ status: 303 });
  expect((await accountOf(SACHA)).fcSub).not.toBeNull();
});

test('a passkey proves control of its account, both factors at once; a key nobody knows does not', async () => {
  const accountId = await confirmedAccount(house, SACHA);
  const key = new SoftwarePasskey(house.settings.baseUrl);
  const asked = await askNewPasskey(house, { accountId });
  if (!asked.ok) throw new Error('no question');
  const { challenge, options } = asked.value;
  expect((await registerPasskey(house, { accountId, challenge, answer: key.create(options), label: 'phone' })).ok).toBe(true);
  await person.signIn({ persona: 'known_address' });
  await person.here.get('/franceconnect/compte/rattacher');
  const answerWith = async (other: SoftwarePasskey) => {
    const question: unknown = JSON.parse((await person.here.postJson('/franceconnect/compte/cle/question', {})).body);
    return person.here.postJson('/franceconnect/compte/cle', other.get(question));
  };
  expect((await answerWith(new SoftwarePasskey(house.settings.baseUrl))).status).toBe(422);
  expect((await accountOf(SACHA)).fcSub).toBeNull();
  expect(JSON.parse((await answerWith(key)).body)).toEqual({ next: '/dossier' });
  expect((await accountOf(SACHA)).fcSub).not.toBeNull();
  expect(await signedIn(person)).toBe(true);
});

test('an account that a stranger opened on the person’s address loses the stranger’s password when a mailed code links it', async () => {
  await signUp(house, { email: SACHA as Email, password: GOOD_PASSWORD, locale: 'fr' });
  await person.signIn({ persona: 'known_address' });
  await person.here.get('/franceconnect/compte/rattacher');
  await newMails(house);
  await person.here.post('/franceconnect/compte/envoyer-code', { address: SACHA });
  await person.here.get('/franceconnect/compte/code');
  await person.here.post('/franceconnect/compte/code', { code: await codeInMail() });
  expect(await signedIn(person)).toBe(true);
  const stranger = await signIn(house, { email: SACHA as Email, password: GOOD_PASSWORD, place: PLACE });
  expect(stranger.ok).toBe(false);
});

test('the person may go on with another address, which a link confirms; nothing is mixed', async () => {
  await confirmedAccount(house, SACHA);
  await person.signIn({ persona: 'same_address' });
  await person.here.get('/franceconnect/compte');
  const fields = { email: 'gaspard@exemple.test', terms: 'on' };
  expect(await person.here.post('/franceconnect/compte/creer', fields)).toMatchObject({ location: '/dossier' });
  expect((await accountOf(SACHA)).fcSub).toBeNull();
  expect(await signedIn(person)).toBe(true);
  const token = await tokenInMail(house, '/compte/email/confirmer/');
  await person.here.get(`/compte/email/confirmer/${token}`);
  await person.here.post(`/compte/email/confirmer/${token}`);
  expect((await accountOf('gaspard@exemple.test')).emailVerifiedAt).not.toBeNull();
});

test('another address that belongs to somebody gives the same answer, and that account is told', async () => {
  await confirmedAccount(house, SACHA);
  await confirmedAccount(house, 'ada@example.org');
  await newMails(house);
  await person.signIn({ persona: 'same_address' });
  await person.here.get('/franceconnect/compte');
  const fields = { email: 'ada@example.org', terms: 'on' };
  expect(await person.here.post('/franceconnect/compte/creer', fields)).toMatchObject({ location: '/dossier' });
  expect(await newMails(house)).toMatchObject([{ to: 'ada@example.org' }]);
  expect((await accountOf('ada@example.org')).fcSub).toBeNull();
});

/** What an account leaves behind at its opening: what is counted, under its own pseudonym, and the terms it accepted. */
async function tracesOf(email: string) {
  const { termsVersion, termsAcceptedAt } = await accountOf(email);
  const counted = await house.db.selectFrom('statEvent').select(['event', 'pseudonym', 'dimensions']).orderBy('event').execute();
  const people = new Set(counted.map(({ pseudonym }) => pseudonym)).size;
  return { termsVersion, termsAcceptedAt, people, counted: counted.map(({ event, dimensions }) => ({ event, dimensions })) };
}

/** The same of somebody who signs up by e-mail and confirms. Empties the house afterwards. */
async function tracesByEmail() {
  await signUp(house, { email: 'ada@example.org' as Email, password: GOOD_PASSWORD, locale: 'fr' });
  await confirmEmail(house, { token: await tokenInMail(house, '/inscription/confirmer/') });
  const traces = await tracesOf('ada@example.org');
  await emptyDatabase();
  house = await franceConnectHouse(site);
  person = new Traveller(franceConnectServer(house), site);
  return traces;
}

test('an account by FranceConnect counts as one by e-mail does, with the same terms accepted', async () => {
  const byEmail = await tracesByEmail();
  expect(byEmail.counted.map(({ event }) => event)).toEqual(['account.confirmed', 'account.created']);
  expect(byEmail.people).toBe(1);
  await newAccount(person);
  expect(await tracesOf('angele@exemple.test')).toEqual(byEmail);
});

test('an account by FranceConnect with another address counts as confirmed once that address is', async () => {
  const byEmail = await tracesByEmail();
  await person.signIn({ persona: 'ordinary' });
  await person.here.get('/franceconnect/compte');
  await person.here.post('/franceconnect/compte/creer', { email: 'gaspard@exemple.test', terms: 'on' });
  expect(await house.db.selectFrom('statEvent').select('event').execute()).toEqual([{ event: 'account.created' }]);
  const token = await tokenInMail(house, '/compte/email/confirmer/');
  await person.here.get(`/compte/email/confirmer/${token}`);
  await person.here.post(`/compte/email/confirmer/${token}`);
  expect(await tracesOf('gaspard@exemple.test')).toEqual(byEmail);
});

test('two people with one address stay two', async () => {
  await newAccount(person, 'known_address');
  const other = another();
  await other.signIn({ persona: 'same_address' });
  expect((await other.here.get('/franceconnect/compte')).body).toContain('Cette adresse a déjà un compte ici');
  expect(await signedIn(other)).toBe(false);
});

test('an identity waits fifteen minutes', async () => {
  await person.signIn({ persona: 'ordinary' });
  house.pass(15 * MINUTE_MS);
  expect(await person.here.get('/franceconnect/compte')).toMatchObject({ status: 303, location: '/connexion' });
});

test('a disabled account stays disabled', async () => {
  await newAccount(person);
  await house.db.updateTable('account').set({ disabledAt: house.clock.now() }).execute();
  const later = another();
  const page = await later.signIn({ persona: 'ordinary' });
  expect(page.status).toBe(400);
  expect(page.body).toContain('n’a pas marché');
  expect(await signedIn(later)).toBe(false);
});

test('somebody signed in links their account after a fresh proof, and unlinks it with their password', async () => {
  await confirmedAccount(house, 'ada@example.org');
  await person.here.get('/connexion');
  await person.here.post('/connexion', { email: 'ada@example.org', password: GOOD_PASSWORD });
  house.pass(6 * MINUTE_MS);
  expect((await person.here.get('/compte/franceconnect')).body).toContain('n’est pas relié');
  expect((await person.here.post('/compte/franceconnect/lier', { password: 'wrong' })).status).toBe(422);
  const left = await person.here.post('/compte/franceconnect/lier', { password: GOOD_PASSWORD });
  expect(await person.follow({ persona: 'ordinary' }, left)).toMatchObject({ location: '/compte/franceconnect' });
  expect((await person.here.get('/compte/franceconnect')).body).toContain('DE LA SONGERIE');
  expect((await person.here.post('/compte/franceconnect/delier', { password: 'wrong' })).status).toBe(422);
  expect(await person.here.post('/compte/franceconnect/delier', { password: GOOD_PASSWORD })).toMatchObject({
    location: '/compte/franceconnect',
  });
  expect((await accountOf('ada@example.org')).fcSub).toBeNull();
  expect((await person.here.get('/compte/franceconnect')).body).toContain('Compte séparé de FranceConnect');
});

test('an identity of another account is refused to a signed-in one, and neither changes', async () => {
  await newAccount(another());
  await confirmedAccount(house, 'ada@example.org');
  const before = await house.db.selectFrom('account').select(['id', 'fcSub']).orderBy('id').execute();
  await person.here.get('/connexion');
  await person.here.post('/connexion', { email: 'ada@example.org', password: GOOD_PASSWORD });
  await person.here.get('/compte/franceconnect');
  const page = await person.follow({ persona: 'ordinary' }, await person.here.post('/compte/franceconnect/lier'));
  expect(page.status).toBe(409);
  expect(page.body).toContain('déjà reliée à un autre compte');
  expect(await house.db.selectFrom('account').select(['id', 'fcSub']).orderBy('id').execute()).toEqual(before);
  expect((await person.here.get('/compte/franceconnect')).body).toContain('sans y arriver');
});

test('an account linked to one identity is not linked to a second', async () => {
  await confirmedAccount(house, SACHA);
  await person.signIn({ persona: 'known_address' });
  await person.here.get('/franceconnect/compte/rattacher');
  await person.here.post('/franceconnect/compte/rattacher', { email: SACHA, password: GOOD_PASSWORD });
  const { fcSub } = await accountOf(SACHA);
  const other = another();
  await other.signIn({ persona: 'same_address' });
  await other.here.get('/franceconnect/compte/rattacher');
  const page = await other.here.post('/franceconnect/compte/rattacher', { email: SACHA, password: GOOD_PASSWORD });
  expect(page.status).toBe(409);
  expect(page.body).toContain('déjà relié à une autre identité');
  expect((await accountOf(SACHA)).fcSub).toBe(fcSub);
});

test('an account without password is not unlinked: nobody could come in any more', async () => {
  await newAccount(person);
  await person.here.get('/compte/franceconnect');
  expect(await person.here.post('/compte/franceconnect/delier')).toMatchObject({ location: '/compte/mot-de-passe' });
  expect((await accountOf('angele@exemple.test')).fcSub).not.toBeNull();
});

test('an account without password proves again who one is by a new round trip', async () => {
  await newAccount(person);
  house.pass(20 * MINUTE_MS);
  const page = await person.here.get('/compte/email');
  expect(page.body).toContain('/compte/franceconnect/prouver');
  const refused = await person.here.post('/compte/email', { email: 'autre@exemple.test' });
  expect(refused.status).toBe(422);
  const left = await person.here.post('/compte/franceconnect/prouver', { retour: '/compte/email' });
  expect(await person.follow({ persona: 'ordinary' }, left)).toMatchObject({ location: '/compte/email' });
  await person.here.get('/compte/email');
  expect(await person.here.post('/compte/email', { email: 'autre@exemple.test' })).toMatchObject({ location: '/compte' });
});

test('signing out passes through the logout of FranceConnect and ends both sessions', async () => {
  await newAccount(person);
  await person.here.get('/compte');
  const left = await person.here.post('/deconnexion');
  const address = new URL(left.location ?? '');
  expect(address.pathname).toMatch(/\/session\/end$/);
  expect([...address.searchParams.keys()]).toEqual(['id_token_hint', 'state', 'post_logout_redirect_uri']);
  expect(await signedIn(person)).toBe(false);
  const back = new URL((await person.there.open(address.href)).location ?? '');
  expect((await person.here.get(`${back.pathname}${back.search}`)).body).toContain('de ce site et de FranceConnect');
  expect(await person.here.get(`${back.pathname}${back.search}`)).toMatchObject({ status: 303, location: '/' });
  await person.here.get('/connexion');
  const again = await person.here.post('/franceconnect/depart', { retour: '/dossier' });
  expect((await person.there.open(again.location ?? '')).body).not.toContain('Session ouverte ici');
});

test('a session that did not come from FranceConnect signs out without it', async () => {
  await confirmedAccount(house, 'ada@example.org');
  await person.here.get('/connexion');
  await person.here.post('/connexion', { email: 'ada@example.org', password: GOOD_PASSWORD });
  await person.here.get('/compte');
  expect(await person.here.post('/deconnexion')).toMatchObject({ status: 303, location: '/' });
});

test('with the logout of FranceConnect broken, our session is over all the same', async () => {
  await person.signIn({ persona: 'ordinary', fault: 'logout_500' });
  await person.here.get('/franceconnect/compte');
  await person.here.post('/franceconnect/compte/creer', { terms: 'on' });
  await person.here.get('/compte');
  const left = await person.here.post('/deconnexion');
  expect((await person.there.open(left.location ?? '')).status).toBe(500);
  expect(await signedIn(person)).toBe(false);
});

test('with FranceConnect down, our session is over and the page says that the other may remain', async () => {
  const down = await identitySite({ clients: [CLIENT] });
  house = await franceConnectHouse(down);
  person = new Traveller(franceConnectServer(house), down);
  await newAccount(person);
  await person.here.get('/compte');
  await down.close();
  const page = await person.here.post('/deconnexion');
  expect(page.status).toBe(200);
  expect(page.body).toContain('FranceConnect ne répond pas');
  expect(await signedIn(person)).toBe(false);
});

test('with FranceConnect down, the button leads to the neutral page, which offers the e-mail way', async () => {
  const down = await identitySite({ clients: [CLIENT] });
  house = await franceConnectHouse(down);
  await down.close();
  person = new Traveller(franceConnectServer(house), down);
  await person.here.get('/connexion');
  const page = await person.here.post('/franceconnect/depart', { retour: '/compte/sessions' });
  expect(page.status).toBe(400);
  expect(page.body).toContain('name="retour" value="/compte/sessions"');
  expect(page.body).toContain('action="/connexion"');
});

test('first names and birth name are locked for oneself, even by a hand-made form; the used name is free', async () => {
  await newAccount(person);
  const path = `${(await person.here.get('/dossier')).location ?? ''}`;
  const row = await house.db.selectFrom('person').select('id').executeTakeFirstOrThrow();
  const names = `${path}/${row.id}/etat-civil`;
  expect((await person.here.get(names)).body).toContain('viennent de FranceConnect');
  const forged = { firstNames: 'Eve', birthName: 'Autre', usedName: '', postcode: '' };
  const refused = await person.here.post(names, forged);
  expect(refused.status).toBe(422);
  expect(refused.body).toContain('Vous ne pouvez pas les changer ici');
  const kept = { firstNames: 'Angèle Claire', birthName: 'De La Songerie', usedName: 'Martin', postcode: '' };
  expect((await person.here.post(names, kept)).status).toBe(303);
  expect(await house.db.selectFrom('person').selectAll().executeTakeFirstOrThrow()).toMatchObject({
    birthName: 'DE LA SONGERIE',
    usedName: 'Martin',
  });
  expect((await person.here.get(path)).body).toContain('Identité donnée par FranceConnect');
});

test('a file for somebody else has free names and no badge', async () => {
  await newAccount(person);
  const path = `${(await person.here.get('/dossier')).location ?? ''}`;
  const row = await house.db.updateTable('person').set({ filedFor: 'other' }).returning('id').executeTakeFirstOrThrow();
  const names = `${path}/${row.id}/etat-civil`;
  await person.here.get(names);
  const fields = { firstNames: 'Eve', birthName: 'Autre', usedName: '', postcode: '' };
  expect((await person.here.post(names, fields)).status).toBe(303);
  const dashboard = await person.here.get(path);
  expect(dashboard.body).toContain('Eve');
  expect(dashboard.body).not.toContain('Identité donnée par FranceConnect');
});

test.each(['surname_changed', 'first_name_changed'])(
  '%s: the person is asked, and nothing changes before their word',
  async (persona) => {
    await newAccount(person);
    const path = `${(await person.here.get('/dossier')).location ?? ''}`;
    const later = another();
    const back = await later.signIn({ persona });
    expect(back.location).toContain('/compte/franceconnect/noms');
    const page = await later.here.get(back.location ?? '');
    expect(page.body).toContain('DE LA SONGERIE');
    expect((await later.here.get(path)).body).not.toContain('Identité donnée par FranceConnect');
    await later.here.get('/compte/franceconnect/noms');
    expect(await later.here.post('/compte/franceconnect/noms', { retour: '/dossier' })).toMatchObject({ location: '/dossier' });
    const after = await house.db.selectFrom('person').selectAll().executeTakeFirstOrThrow();
    expect(after).toMatchObject(persona === 'surname_changed' ? { birthName: 'AUBE' } : { firstNames: 'Ange Claire' });
    expect((await later.here.get(path)).body).toContain('Identité donnée par FranceConnect');
  },
);

test('names typed before the link that differ are asked about, not overwritten', async () => {
  const accountId = await confirmedAccount(house, SACHA);
  await person.here.get('/connexion');
  await person.here.post('/connexion', { email: SACHA, password: GOOD_PASSWORD });
  const path = `${(await person.here.get('/dossier')).location ?? ''}`;
  const row = await house.db.selectFrom('person').select('id').executeTakeFirstOrThrow();
  await person.here.get(`${path}/${row.id}/etat-civil`);
  await person.here.post(`${path}/${row.id}/etat-civil`, {
    firstNames: 'Sacha',
    birthName: 'Fictif',
    usedName: '',
    postcode: '',
  });
  await person.here.get('/compte/franceconnect');
  const back = await person.follow({ persona: 'known_address' }, await person.here.post('/compte/franceconnect/lier'));
  expect(back.location).toContain('/compte/franceconnect/noms');
  expect(await house.db.selectFrom('person').select('firstNames').executeTakeFirstOrThrow()).toEqual({ firstNames: 'Sacha' });
  const { fcIdentity } = await house.db
    .selectFrom('account')
    .select('fcIdentity')
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
  expect(fcIdentity).toBeNull();
});

test('where FranceConnect is off no page holds its name, and its addresses do not exist', async () => {
  house = { ...house, franceConnect: null };
  const here = new Browser(franceConnectServer(house));
  await confirmedAccount(house, 'ada@example.org');
  expect((await here.get('/connexion')).body).not.toContain('FranceConnect');
  expect((await here.get('/inscription')).body).not.toContain('FranceConnect');
  await here.get('/connexion');
  expect((await here.post('/franceconnect/depart')).status).toBe(404);
  await here.post('/connexion', { email: 'ada@example.org', password: GOOD_PASSWORD });
  expect((await here.get('/compte')).body).not.toContain('FranceConnect');
  expect((await here.get('/compte/franceconnect')).status).toBe(404);
  const { status, body } = await here.get('/franceconnect/retour?code=secret-code&state=secret-state');
  expect(status).toBe(404);
  expect(body).not.toMatch(/secret-(code|state)/);
});

test('pages whose forms lead to the provider name its origin, and no other page of strangers does', async () => {
  const app = franceConnectServer(house);
  const policy = async (url: string, cookie = '') =>
    String((await app.inject({ url, headers: { cookie } })).headers['content-security-policy']);
  expect(await policy('/connexion')).toContain(`form-action 'self' ${site.origin};`);
  expect(await policy('/inscription')).toContain(`form-action 'self' ${site.origin};`);
  expect(await policy('/mot-de-passe-oublie')).toContain("form-action 'self';");
  const first = await app.inject({ url: '/connexion' });
  const cookie = first.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  expect(await policy('/mot-de-passe-oublie', cookie)).toContain(`form-action 'self' ${site.origin};`);
});

test('a surname alone that changed sends back to review only the accepted pieces whose rule checks a name', async () => {
  await newAccount(person);
  await person.here.get('/dossier');
  const { id: personId } = await house.db.selectFrom('person').select('id').executeTakeFirstOrThrow();
  const accepted = {
    personId,
    rev: 1,
    savedOn: '2026-11-23',
    status: 'accepted',
    level: 'checked',
    createdAt: house.clock.now(),
  } as const;
  await house.db
    .insertInto('piece')
    .values([
      { ...accepted, id: house.ids.next(), category: 'identity', situation: 'identity.id_card' },
      { ...accepted, id: house.ids.next(), category: 'activity', situation: 'activity.permanent' },
    ])
    .execute();
  const later = another();
  await later.signIn({ persona: 'surname_changed' });
  await later.here.get('/compte/franceconnect/noms');
  const revisions = () => house.db.selectFrom('piece').select(['situation', 'rev']).orderBy('situation').execute();
  expect((await revisions()).map(({ rev }) => rev)).toEqual([1, 1]);
  await later.here.post('/compte/franceconnect/noms', { retour: '/dossier' });
  expect(await revisions()).toEqual([
    { situation: 'activity.permanent', rev: 1 },
    { situation: 'identity.id_card', rev: 2 },
  ]);
});
