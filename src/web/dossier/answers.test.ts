import { beforeEach, describe, expect, test } from 'vitest';
import { CATEGORY_SLUGS } from '#domain/catalogue/situation.ts';
import { CATEGORIES_OF_ROLE, situationsFor } from '#domain/catalogue/situations.ts';
import { savePiece } from '#features/pieces/save-piece.ts';
import { doorsOf } from '#main/doors.ts';
import { Filling, SEED_PASSWORD, startTenant, type Tenant } from '#main/seed.ts';
import { idCard } from '#specimens/papers.ts';
import { SPECIMEN_PEOPLE } from '#specimens/people.ts';
import { fullHouse, type FullHouse } from '#testing/full-house.ts';
import { emptyDatabase } from '#testing/test-database.ts';
import { Browser, testServer } from '#testing/test-site.ts';

let house: FullHouse;
let tenant: Tenant;
let browser: Browser;
let person: string;

const open = async (language = 'fr') => {
  browser = new Browser(testServer(house, doorsOf(house, { formSecret: new Uint8Array(32) })));
  await browser.get('/connexion');
  await browser.post('/connexion', { email: 'camille@tenants.test', password: SEED_PASSWORD });
  await browser.get(`${person}/etat-civil?lang=${language}`);
};
const pieces = () => house.db.selectFrom('piece').selectAll().where('personId', '=', tenant.personId).execute();

beforeEach(async () => {
  await emptyDatabase();
  house = await fullHouse();
  tenant = await startTenant(house, 'camille@tenants.test');
  person = `/dossiers/${tenant.dossierId}/${tenant.personId}`;
  await open();
});

describe('the screens of a tenant', () => {
  test('offer every situation of the catalogue, none retired, in each category', async () => {
    for (const category of CATEGORIES_OF_ROLE.T) {
      const path = category === 'income' ? `${person}/ressources/nouveau` : `${person}/${CATEGORY_SLUGS[category]}`;
      const { status, body } = await browser.get(path);
      expect(status).toBe(200);
      for (const row of situationsFor(category, 'T', '2026-11-23')) expect(body).toContain(`value="${row.key}"`);
      expect(body).not.toContain('.unknown"');
      expect(body).toContain('annexe I');
    }
  });

  test('say which papers prove an answer, with computed dates, the line of the decree, and what is only volunteered', async () => {
    const { location } = await browser.post(`${person}/hebergement`, { situation: 'home.tenant.receipts' });
    const { body } = await browser.get(location!);
    expect(body).toContain('juillet 2026, août 2026 et septembre 2026');
    expect(body).toContain('annexe I, point B-1');
    expect(body).toContain('Où trouver ce document');
    await browser.post(`${person}/hebergement`, { situation: 'home.employer' });
    expect((await browser.get(location!)).body).toContain('Seulement si vous le souhaitez');
  });

  test('never ask a hosted person for papers of their host', async () => {
    const { location } = await browser.post(`${person}/hebergement`, { situation: 'home.guest.certificate' });
    const { body } = await browser.get(location!);
    expect(body).toContain('attestation d’hébergement signée');
    expect(body).not.toMatch(/identité de (?:la personne|l’héberge)|preuve d’adresse/);
  });
});

describe('an amount', () => {
  const income = () => `${person}/ressources/nouveau`;

  test('can be worked out in the form, without losing what was typed', async () => {
    const typed = { situation: 'income.salary.not_yet', text: 'Je commence lundi', calculate: 'gross', gross: '32 000' };
    const { status, body } = await browser.post(income(), typed);
    expect(status).toBe(200);
    expect(body).toMatch(/name="amount"[^>]*value="2000"/);
    expect(body).toContain('Je commence lundi');
    expect(await pieces()).toEqual([]);
    expect((await browser.post(income(), { ...typed, gross: 'beaucoup' })).status).toBe(422);
  });

  test('given twice for the same kind of income is asked about, and kept when it is another one', async () => {
    const answer = { situation: 'income.rent.other', amount: '300' };
    await browser.post(income(), answer);
    const asked = await browser.post(income(), answer);
    expect(asked.body).toContain('Est-ce le même revenu');
    expect(await pieces()).toHaveLength(1);
    await browser.post(income(), { ...answer, confirmed: 'on' });
    expect(await pieces()).toHaveLength(2);
  });
});

describe('moving to a statement', () => {
  test('asks before it removes files, then does all in one save; the statement is shown and can be printed', async () => {
    const filling = new Filling(house, tenant, house.work);
    const saved = await savePiece(house, { ...tenant, category: 'tax', situation: 'tax.french_notice' });
    if (!saved.ok) throw new Error(saved.error);
    await filling.names(SPECIMEN_PEOPLE[0]);
    await filling.piece('tax', 'tax.french_notice', [await idCard(SPECIMEN_PEOPLE[0])]);
    const answer = { situation: 'tax.parents', stated: 'on' };
    const asked = await browser.post(`${person}/impots`, answer);
    expect(asked.body).toContain('Vos documents vont être supprimés');
    expect((await pieces())[0]).toMatchObject({ situation: 'tax.french_notice' });
    await browser.post(`${person}/impots`, { ...answer, confirmed: 'on' });
    const [piece] = await pieces();
    expect(piece).toMatchObject({ situation: 'tax.parents' });
    expect(piece!.statementAt).not.toBeNull();
    const held = await house.db
      .selectFrom('file')
      .select('id')
      .where('pieceId', '=', piece!.id)
      .where('state', '<>', 'removed')
      .execute();
    expect(held).toEqual([]);
    expect((await browser.get(`${person}/impots`)).body).toContain('foyer de mes parents');
    expect((await browser.get(`${person}/pieces/${piece!.id}/declaration.pdf`)).body.startsWith('%PDF')).toBe(true);
  });

  test('is previewed in French, with its translation for who reads another language', async () => {
    await open('ar');
    const { body } = await browser.get(`${person}/impots`);
    expect(body).toContain('<blockquote lang="fr" dir="ltr">');
    expect(body).toContain('Je suis rattaché au foyer de mes parents');
    expect(body).toContain('أنا تابع لأسرة والديّ في الضرائب');
  });
});

describe('a name', () => {
  const named = { firstNames: 'Jose', birthName: 'Perez', usedName: '', postcode: '' };

  test('changed by accents is saved at once; another name first tells which verified documents go back to review', async () => {
    await browser.post(`${person}/etat-civil`, named);
    await savePiece(house, { ...tenant, category: 'identity', situation: 'identity.passport' });
    await house.db.updateTable('piece').set({ status: 'accepted', level: 'checked' }).execute();
    expect((await browser.post(`${person}/etat-civil`, { ...named, firstNames: 'José' })).status).toBe(303);
    await house.db.updateTable('piece').set({ status: 'accepted', level: 'checked' }).execute();
    const asked = await browser.post(`${person}/etat-civil`, { ...named, firstNames: 'Pedro' });
    expect(asked.body).toContain('Changer ce nom');
    expect(asked.body).toContain('<li>Identité</li>');
    expect((await browser.get(`${person}/etat-civil`)).body).toContain('value="José"');
    expect((await browser.post(`${person}/etat-civil`, { ...named, firstNames: 'Pedro', confirmed: 'on' })).status).toBe(303);
    expect((await browser.get(`${person}/etat-civil`)).body).toContain('value="Pedro"');
  });
});

describe('the list of papers', () => {
  test.each(['fr', 'ar'])('is a PDF in %s, for the people of the dossier only', async (language) => {
    await open(language);
    const list = await browser.get(`/dossiers/${tenant.dossierId}/liste.pdf`);
    expect(list.status).toBe(200);
    expect(list.body.startsWith('%PDF')).toBe(true);
    const stranger = await startTenant(house, 'sacha@tenants.test');
    expect((await browser.get(`/dossiers/${stranger.dossierId}/liste.pdf`)).status).toBe(404);
  });
});
