import { PDF } from '@libpdf/core';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Situation } from '#domain/catalogue/situation.ts';
import { printList } from '#features/dossiers/print-list.ts';
import { readOwnDossier } from '#features/dossiers/read-dossier.ts';
import { printStatement } from '#features/pieces/print-statement.ts';
import { doorsOf } from '#main/doors.ts';
import { Filling, SEED_PASSWORD, startTenant, type Tenant } from '#main/seed.ts';
import { SPECIMEN_PEOPLE } from '#specimens/people.ts';
import { fullHouse, type FullHouse } from '#testing/full-house.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { Browser, testServer, TEST_FORM_SECRET } from '#testing/test-site.ts';

/*
 * What a maintainer writes who opens the catalogue to people on a houseboat: a row, the version of what they attest, words. The files of
 * data are read with these lines added; no other line of the program changes.
 */
const { HOUSEBOAT, WORDS } = vi.hoisted(() => ({
  HOUSEBOAT: {
    key: 'home.houseboat',
    category: 'home',
    who: ['T'],
    amount: 'none',
    limits: { files: [0, 3], pages: 6 },
    legacy: { sub: 'OTHER_RESIDENCY', step: null },
    without: 'statement',
    anyOf: [[{ kind: 'stay_invoices', min: 1, fresh: 'age3', decree: { T: ['volunteered'] } }]],
  } as const satisfies Situation,
  WORDS: {
    'situation.home.houseboat.title': 'Sur une péniche',
    'situation.home.houseboat.hint': 'Une facture d’amarrage, ou une déclaration.',
    'statement.text.home_houseboat.2026-11': 'J’habite sur une péniche.',
  },
}));

vi.mock('#domain/catalogue/home.ts', async (read) => {
  const { home } = await read<{ home: readonly Situation[] }>();
  return { home: [...home, HOUSEBOAT] };
});
vi.mock('#domain/catalogue/statements.ts', async (read) => {
  const data = await read<{ STATEMENT_TEXTS: Record<string, string> }>();
  Object.assign(data.STATEMENT_TEXTS, { [HOUSEBOAT.key]: 'home_houseboat.2026-11' });
  return data;
});
vi.mock('#i18n/fr/situations.ts', async (read) => {
  const { situations } = await read<{ situations: Record<string, string> }>();
  return { situations: { ...situations, ...WORDS } };
});

let house: FullHouse;
let tenant: Tenant;
let browser: Browser;

const textOf = async (pdf: Uint8Array) =>
  (await PDF.load(pdf))
    .getPages()
    .map((page) => page.extractText().text)
    .join('\n');
const own = async () => (await readOwnDossier(house, tenant.accountId, tenant.dossierId)) ?? expect.fail();
const lacks = async () => (await own()).missing.filter(({ what }) => what === 'home').map(({ lack }) => lack);

beforeEach(async () => {
  await emptyDatabase();
  house = await fullHouse();
  tenant = await startTenant(house, 'camille@tenants.test');
  await new Filling(house, tenant).names(SPECIMEN_PEOPLE[0]);
  browser = new Browser(testServer(house, doorsOf(house, { formSecret: TEST_FORM_SECRET })));
  await browser.get('/connexion');
  await browser.post('/connexion', { email: 'camille@tenants.test', password: SEED_PASSWORD });
});

test('a new situation is a row and its words: screens, completeness, the generated page and the list follow', async () => {
  const question = `/dossiers/${tenant.dossierId}/${tenant.personId}/hebergement`;
  const offered = (await browser.get(question)).body;
  expect(offered).toContain('value="home.houseboat"');
  expect(offered).toContain('Sur une péniche');

  expect(await lacks()).toEqual(['missing']);
  expect((await browser.post(question, { situation: 'home.houseboat' })).status).toBe(303);
  expect(await lacks()).toEqual(['statement']);
  const asked = (await browser.get(question)).body;
  expect(asked).toContain('daté du 23 août 2026 ou après');
  expect(asked).toContain('Seulement si vous le souhaitez');
  expect(asked).toContain('3 documents au plus, 6 pages au plus');

  await browser.post(question, { situation: 'home.houseboat', stated: 'on' });
  expect(await lacks()).toEqual([]);
  expect((await browser.get(question)).body).toContain('J’habite sur une péniche.');

  const { rows } = await own();
  const [person] = rows.persons;
  const piece = rows.pieces.find(({ category }) => category === 'home');
  const page = person && piece ? await printStatement(house, person, piece, 0) : null;
  expect(await textOf(page ?? expect.fail())).toContain('J’habite sur une péniche.');
  expect(await textOf(await printList(house, await own(), 'fr'))).toContain('Sur une péniche');
}, 240_000);
