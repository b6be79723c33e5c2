import { beforeEach, expect, test } from 'vitest';
import type { CivilDate } from '#kernel/civil-date.ts';
import { DAY_MS } from '#kernel/clock.ts';
import type { App } from '#http/app.ts';
import { LOCALES } from '#i18n/locales.ts';
import { readSettings, SettingsError } from '#main/settings.ts';
import { retentionTable } from '#domain/retention/table.ts';
import { sweepDue } from '#features/retention/sweep.ts';
import { newMails } from '#testing/mail-reader.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { testHouse, type TestHouse } from '#testing/test-house.ts';
import { Browser, testServer, type TEST_SERVICE } from '#testing/test-site.ts';
import { legalRoutes } from './legal.routes.tsx';
import { HELP_ARTICLES } from './public-pages.ts';

const OPERATOR = {
  address: '1 rue des Essais, Ville-Fictive',
  phone: '01 00 00 00 00',
  director: 'Directrice Exemple',
  host: 'Hébergeur SA, 2 rue des Essais',
  dpo: 'dpo@example.org',
  subcontractors: [{ name: 'Nuages SA', country: 'France', task: 'hébergement', guarantee: 'contrat article 28' }],
  security: 'mailto:security@example.org',
};
const PAGES = [
  'mentions-legales',
  'cgu',
  'politique-de-confidentialite',
  'accessibilite',
  'securite',
  'plan-du-site',
  'aide',
  'contact',
];

let house: TestHouse;

beforeEach(async () => {
  await emptyDatabase();
  house = await testHouse();
});

const site = (service: Partial<typeof TEST_SERVICE> = {}, changed: Partial<TestHouse['settings']> = {}): App =>
  testServer(house, [(app) => legalRoutes(app, { ...house, settings: { ...house.settings, ...changed } }, null)], service);
const open = (path: string, app = site(), language = 'fr') => new Browser(app, language).get(path);

test.each(LOCALES)(
  'every page of the operator’s duties can be read in %s, and says that the French text binds',
  async (locale) => {
    const app = site();
    for (const name of [...PAGES, ...Object.keys(HELP_ARTICLES).map((slug) => `aide/${slug}`)]) {
      const { status, body } = await open(`/${name}?lang=${locale}`, app);
      expect(status, name).toBe(200);
      expect(body, name).not.toMatch(/[{}]|(?:legal|help|contact)\.[a-z_]+/);
    }
    const { body } = await open(`/cgu?lang=${locale}`, app);
    expect(/Only the French|texte français|solo el texto|Só o texto|النص الفرنسي/i.test(body)).toBe(locale !== 'fr');
  },
);

test('the legal pages hold what the operator gave, and say what is still to be given', async () => {
  const { body } = await open(
    '/mentions-legales',
    site({ publisher: 'Organisme', contactEmail: 'aide@example.org', operator: OPERATOR }),
  );
  for (const fact of ['Organisme', 'aide@example.org', OPERATOR.address, OPERATOR.phone, OPERATOR.director, OPERATOR.host])
    expect(body).toContain(fact);
  expect(body).not.toContain('à compléter');
  expect((await open('/mentions-legales')).body).toContain('à compléter');
});

test('a production start without a compulsory fact fails and names each one', () => {
  const environment = { NODE_ENV: 'production', BASE_URL: 'https://dossier.example', SMTP_URL: 'smtp://localhost:25' };
  expect(() => readSettings(environment)).toThrow(SettingsError);
  for (const name of [
    'PUBLISHER',
    'PUBLISHER_ADDRESS',
    'PUBLICATION_DIRECTOR',
    'HOSTING_PROVIDER',
    'DPO_CONTACT',
    'CONTACT_EMAIL',
  ])
    expect(() => readSettings(environment)).toThrow(new RegExp(`^${name}:`, 'm'));
});

test('subcontractors are given one after the other, each with its four facts, else the start fails', () => {
  const read = (text: string) => readSettings({ SUBCONTRACTORS: text }).SUBCONTRACTORS;
  expect(read('')).toEqual([]);
  expect(read('A | France | mails | contract ; B | Italy | backup | contract')).toMatchObject([
    { name: 'A' },
    { name: 'B', task: 'backup' },
  ]);
  expect(() => read('A | France')).toThrow(/^SUBCONTRACTORS:/m);
});

test('the privacy page shows each line of the retention table, and follows the operator’s number of days', async () => {
  const { body } = await open('/politique-de-confidentialite');
  expect(body.match(/<tr>/g)).toHaveLength(retentionTable().length + 1);
  expect(body).toContain('Aucune autre entreprise');
  expect(body).toContain('Version du 25 novembre 2026');
  const helped = await open('/politique-de-confidentialite', site({ operator: OPERATOR }));
  for (const fact of Object.values(OPERATOR.subcontractors[0] ?? {})) expect(helped.body).toContain(fact);
  expect(body).toContain('45 jours');
  const longer = await open('/politique-de-confidentialite', site({}, { pieceDays: 60 }));
  expect(longer.body).toContain('60 jours');
  expect(longer.body).not.toContain('45 jours');
});

test('security.txt follows RFC 9116 and is not there without a contact', async () => {
  const { status, body } = await open('/.well-known/security.txt', site({ operator: OPERATOR }));
  expect(status).toBe(200);
  const fields = new Map(
    body
      .trim()
      .split('\n')
      .map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string]),
  );
  expect(fields.get('Contact')).toBe('mailto:security@example.org');
  const expires = new Date(fields.get('Expires') ?? '').getTime() - house.clock.now().getTime();
  expect(expires).toBeGreaterThan(0);
  expect(expires).toBeLessThan(365 * DAY_MS);
  expect((await open('/.well-known/security.txt')).status).toBe(404);
});

test('the foot of pages and the declaration say the state of the audit', async () => {
  const { body } = await open('/aide');
  expect(body).toContain('href="/accessibilite">Accessibilité\u00a0: non conforme');
  const audit = {
    on: '2023-01-01' as CivilDate,
    met: 1,
    applicable: 2,
    mean: 0.625,
    failing: ['3.2'],
    derogations: [{ criterion: '13.3', page: 'pdf', note: 'lu à voix haute sur demande' }],
    pages: ['accueil', 'pdf'],
  };
  const app = testServer(house, [(inner) => legalRoutes(inner, house, audit)]);
  const declared = (await open('/accessibilite', app)).body;
  expect(declared).toContain('trop ancien');
  for (const item of [
    '1 janvier 2026',
    '3.2',
    '13.3',
    'lu à voix haute',
    'accueil, pdf',
    'formulaire.defenseurdesdroits.fr',
    '09 69 39 00 00',
  ])
    expect(declared).toContain(item);
  expect(declared).not.toContain('En moyenne');
  const recent = { ...audit, on: '2026-01-01' as CivilDate };
  const current = testServer(house, [(inner) => legalRoutes(inner, house, recent)]);
  expect((await open('/accessibilite', current)).body).toMatch(/En moyenne, une page respecte 6[23]/);
});

test('a letter of the contact form reaches the operator, can be answered, and leaves nothing behind', async () => {
  const browser = new Browser(site());
  const typed = { first_name: 'Zoé', last_name: 'Test', email: 'zoe@example.org', profile: 'tenant', subject: 'Une question' };
  await browser.get('/contact');
  expect(await browser.post('/contact', { ...typed, message: '' })).toMatchObject({ status: 422 });
  expect(await browser.post('/contact', { ...typed, message: 'Bonjour' })).toMatchObject({ status: 303, location: '/contact' });
  const [mail] = await newMails(house);
  expect(mail).toMatchObject({ to: 'aide@example.org', replyTo: 'zoe@example.org', subject: 'Contact : Une question' });
  await sweepDue(house);
  expect(await house.db.selectFrom('outbox').select('id').execute()).toEqual([]);
});

test('a program that fills the hidden field is answered like anybody, and writes to nobody; a fourth letter waits', async () => {
  const browser = new Browser(site());
  const letter = { email: 'zoe@example.org', profile: 'tenant', subject: 'Une question', message: 'Bonjour' };
  await browser.get('/contact');
  expect(await browser.post('/contact', { ...letter, website: 'x' })).toMatchObject({ status: 303 });
  expect(await newMails(house)).toEqual([]);
  for (let count = 0; count < 3; count += 1) expect((await browser.post('/contact', letter)).status).toBe(303);
  expect((await browser.post('/contact', letter)).status).toBe(429);
});

test('without a contact address the page says so', async () => {
  expect((await open('/contact', site({}, { contactEmail: null }))).body).toContain('Aucune adresse de contact');
});
