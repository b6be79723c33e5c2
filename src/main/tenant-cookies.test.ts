/**
 * Walks what a tenant does, from the first page to the visits of a link, with everything that leads elsewhere set (FranceConnect, opinion,
 * source code), and holds each answer against the promise of the privacy page: two cookies, and nothing from another host.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { App } from '#http/app.ts';
import { addSpouse } from '#features/household/add-tenant.ts';
import { addGuarantor } from '#features/household/guarantors.ts';
import type { Email } from '#domain/accounts/email.ts';
import { SPECIMEN_PEOPLE } from '#specimens/people.ts';
import { foreignReferences, outwardLinks } from '#testing/foreign-references.ts';
import { fullHouse, type FullHouse } from '#testing/full-house.ts';
import type { Member } from '#testing/given-people.ts';
import { fillPart } from '#testing/household-site.ts';
import { newMails } from '#testing/mail-reader.ts';
import { GOOD_PASSWORD } from '#testing/test-account.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { Browser, TEST_FORM_SECRET, testServer, type Answer } from '#testing/test-site.ts';
import { HELP_ARTICLES, PUBLIC_PAGES } from '#web/public/public-pages.ts';
import { doorsOf } from './doors.ts';

const ORIGIN = 'http://localhost:3000';
const OPINION = 'https://jedonnemonavis.numerique.gouv.fr/Demarches/2871?button=3452';
const SOURCE = 'https://git.example.org/dossier';
/** What pages may lead to, once somebody follows the link: FranceConnect, the source code, the opinion, the law, the ombudsman. */
const OUTWARD = [
  'https://formulaire.defenseurdesdroits.fr',
  'https://franceconnect.gouv.fr',
  'https://git.example.org',
  'https://jedonnemonavis.numerique.gouv.fr',
  'https://www.legifrance.gouv.fr',
];
const EMAIL = 'noor@tenants.test';
const START_MS = 240_000;

let house: FullHouse;
let app: App;
/** Names of cookies that any answer of the journey set. */
const cookies = new Set<string>();
/** Every page that came, by its address. */
const pages = new Map<string, { readonly body: string; readonly policy: string }>();
/** What answered with an error, which no step of the journey does. */
const failed: string[] = [];

const keep = (address: string, answer: Answer): Answer => {
  if (answer.status >= 400) failed.push(`${address}: ${answer.status}`);
  return answer;
};

const linkIn = async (start: string): Promise<string> => {
  const mails = await newMails(house);
  const link = mails.map(({ text }) => new RegExp(`${ORIGIN}(${start}\\S+)`).exec(text)?.[1]).find(Boolean);
  if (!link) throw new Error(`no mail leads to ${start}`);
  return link;
};

const ofAccount = async (): Promise<Member> => {
  const row = await house.db
    .selectFrom('access')
    .innerJoin('account', 'account.id', 'access.accountId')
    .innerJoin('person', 'person.id', 'access.personId')
    .select(['access.accountId', 'access.personId', 'person.dossierId'])
    .where('account.email', '=', EMAIL)
    .executeTakeFirstOrThrow();
  return row;
};

/** An account by its forms; then the dossier, half by forms and half by the same acts. @returns the browser, signed in */
const journey = async (): Promise<void> => {
  const browser = new Browser(app);
  const get = async (address: string) => keep(`GET ${address}`, await browser.get(address));
  const post = async (address: string, fields: Readonly<Record<string, string>> = {}) =>
    keep(`POST ${address}`, await browser.post(address, fields));

  for (const { path: address } of PUBLIC_PAGES) await get(address);
  for (const slug of Object.keys(HELP_ARTICLES)) await get(`/aide/${slug}`);
  await get('/?lang=ar');
  await get('/?lang=fr');
  await get('/connexion/lien');
  await get('/mot-de-passe-oublie');
  await get('/inscription');
  await post('/inscription', { email: EMAIL, password: GOOD_PASSWORD, terms: 'on' });
  await get('/inscription/envoye');
  const confirm = await linkIn('/inscription/confirmer/');
  await get(confirm);
  await post(confirm);
  const first = await get('/dossier');
  expect(first.location).toMatch(/^\/dossiers\//);
  const dossier = first.location ?? '';
  expect((await get(dossier)).body).toContain('role="status"');
  expect((await get(dossier)).body).not.toContain('role="status"');

  const noor = await ofAccount();
  const own = `${dossier}/${noor.personId}`;
  await get(`${own}/etat-civil`);
  await post(`${own}/etat-civil`, { firstNames: 'Noor', birthName: 'Exemplaire', postcode: '' });
  await fillPart(house, noor, SPECIMEN_PEOPLE[0], 1987);
  for (const category of ['identite', 'hebergement', 'activite', 'ressources', 'impots']) await get(`${own}/${category}`);
  await get(`${own}/ressources/nouveau`);
  for (const { id } of await house.db.selectFrom('piece').select('id').where('category', '=', 'income').execute())
    await get(`${own}/ressources/${id}`);
  await get(`${own}/garants`);
  await post(`${own}/garants`, { answer: 'none' });
  for (const place of ['pour-qui', 'composition', 'aidants', 'consentements', 'apercu', 'liste.pdf', 'envoyer'])
    await get(`${dossier}/${place}`);
  await post(`${dossier}/envoyer`, { message: '', sworn: 'on' });
  await get(`${dossier}/envoye`);
  await get(`${dossier}/liens/nouveau`);
  const made = { title: 'Agence', days: '30', door: 'any_address', copies: 'on', acknowledged: 'on' };
  await post(`${dossier}/liens/nouveau`, made);
  await get(`${dossier}/liens`);
  await get(`${dossier}/visites`);
  await get(dossier);
  await household(noor);
  for (const place of ['composition', 'aidants', 'consentements', '']) await get(`${dossier}/${place}`);
  await get(`${own}/garants`);

  for (const { path: address } of accountPages()) await get(address);
  await post('/compte/langue', { locale: 'fr' });
  await get('/compte');
  await post('/deconnexion');
  await get('/');
  await get('/connexion');
  await post('/connexion', { email: EMAIL, password: GOOD_PASSWORD });
  await get('/dossiers');
  await get('/nulle-part').then(() => failed.pop());
};

const household = async (noor: Member): Promise<void> => {
  await house.db.updateTable('dossier').set({ kind: 'couple' }).where('id', '=', noor.dossierId).execute();
  await addSpouse(house, { ...noor, firstNames: 'Thelma', birthName: 'Ek', email: 'thelma@tenants.test' as Email });
  await addGuarantor(house, { ...noor, tenantId: noor.personId, kind: 'natural', invite: null, informed: true });
};

/** Pages of `/compte`, as the server itself lists them. */
const accountRoutes: { readonly path: string }[] = [];
const accountPages = () => accountRoutes.filter(({ path: address }) => !address.includes(':') && !address.endsWith('.zip'));

beforeAll(async () => {
  await emptyDatabase();
  house = await fullHouse();
  app = testServer({ ...house, franceConnect: null }, doorsOf(house, { formSecret: TEST_FORM_SECRET }), {
    franceConnect: 'official',
    jdma: { tenant: OPINION, landlord: OPINION },
    sourceUrl: SOURCE,
  });
  app.addHook('onRoute', ({ method, url }) => {
    if (method === 'GET' && /^\/compte(\/|$)/.test(url) && url !== '/compte/franceconnect') accountRoutes.push({ path: url });
  });
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload === 'string' && String(reply.getHeader('content-type')).startsWith('text/html'))
      pages.set(`${request.method} ${request.url}`, {
        body: payload,
        policy: String(reply.getHeader('content-security-policy')),
      });
    return payload;
  });
  app.addHook('onResponse', async (_request, reply) => {
    for (const line of [reply.getHeader('set-cookie') ?? []].flat()) cookies.add(String(line).split('=')[0] ?? '');
  });
  await app.ready();
  await journey();
}, START_MS);

describe('the whole journey of a tenant', () => {
  test('goes through without an error, over many pages', () => {
    expect(failed).toEqual([]);
    expect(pages.size).toBeGreaterThan(60);
    expect(accountPages().length).toBeGreaterThan(6);
  });

  test('sets no cookie but session and language', () => {
    expect([...cookies].toSorted()).toEqual(['language', 'session']);
  });

  test('loads nothing from another host and sends no form there', () => {
    for (const [address, { body }] of pages) expect(foreignReferences(body, ORIGIN), address).toEqual([]);
  });

  test('is held to that by the browser: the policy of each page names no other host', () => {
    for (const [address, { policy }] of pages) {
      expect(policy, address).toMatch(/^default-src 'none';/);
      expect(policy, address).not.toMatch(/https?:|\*|unsafe|data:/);
    }
  });

  test('leads elsewhere by links only, to places known here, and says when a new window opens', () => {
    const met = new Set<string>();
    for (const [address, { body }] of pages)
      for (const { href, newWindowSaid } of outwardLinks(body, ORIGIN)) {
        met.add(new URL(href).origin);
        expect(newWindowSaid, `${address}: ${href}`).toBe(true);
      }
    expect([...met].toSorted()).toEqual(OUTWARD);
  });
});

test('the stylesheets name no other host', async () => {
  const folder = path.join(import.meta.dirname, '../ui/theme');
  const sheets = (await readdir(folder)).filter((name) => name.endsWith('.css'));
  expect(sheets.length).toBeGreaterThan(3);
  for (const name of sheets)
    expect(await readFile(path.join(folder, name), 'utf8'), name).not.toMatch(/(?:https?:)?\/\/[a-z]|@import\s+['"]h/i);
});

test.each([
  ['<script src="https://cdn.example/x.js"></script>'],
  ['<img alt="" srcset="/a.png 1x, //cdn.example/b.png 2x">'],
  ['<form method="post" action="https://elsewhere.example/">'],
  ['<p style="background:url(https://cdn.example/a.png)">'],
  ['<meta http-equiv="refresh" content="0;url=https://elsewhere.example">'],
])('a page with %s would be found', (html) => {
  expect(foreignReferences(html, ORIGIN)).toHaveLength(1);
});
