import { beforeEach, describe, expect, test } from 'vitest';
import { emptyDatabase } from '#testing/test-database.ts';
import { testHouse, type TestHouse } from '#testing/test-house.ts';
import { Browser, testServer } from '#testing/test-site.ts';
import { checkRequestRoutes } from './check-request.routes.tsx';

const PATH = '/droits/verifier-une-demande';

let house: TestHouse;
let browser: Browser;

const open = async (language = 'fr') => {
  browser = new Browser(testServer(house, [(app) => checkRequestRoutes(app, house)]), language);
  await browser.get(PATH);
};

beforeEach(async () => {
  await emptyDatabase();
  house = await testHouse();
  await open();
});

describe('what a landlord asks for', () => {
  test('is read in a message: forbidden papers first, each with its article, and a letter to answer', async () => {
    const answer = await browser.post(PATH, {
      party: 'candidate',
      message: 'Merci de fournir vos trois dernières fiches de paie et un RIB.',
    });
    expect(answer.status).toBe(200);
    expect(answer.body.indexOf('Interdit')).toBeLessThan(answer.body.indexOf('Autorisé'));
    expect(answer.body).toContain('article 22-2');
    expect(answer.body).toContain('df-letter');
  });

  test('can be ticked instead, and only what was asked is counted, never the words', async () => {
    const answer = await browser.post(PATH, {
      party: 'candidate',
      message: 'Bonjour Zoé Quelquun, votre carte vitale svp',
      items: 'bank_statement',
    });
    expect(answer.status).toBe(200);
    const counted = await house.db.selectFrom('publicCounter').selectAll().execute();
    expect(counted.length).toBeGreaterThan(0);
    expect(JSON.stringify(counted)).not.toMatch(/Zoé|Quelquun/);
  });

  test('is answered in the reader’s language too, with the French letter to send', async () => {
    await open('ar');
    const { body } = await browser.post(PATH, { party: 'candidate', message: 'Un RIB svp' });
    expect(body).toContain('<div class="df-letter" lang="fr" dir="ltr">');
    expect(body).toContain('<div class="df-letter" lang="ar" dir="rtl">');
  });

  test('is answered once to whoever reads easy French: the letter is French already', async () => {
    await browser.get(`${PATH}?lang=fr-simple`);
    const { body } = await browser.post(PATH, { party: 'candidate', message: 'Un RIB svp' });
    expect(body).toContain('<html lang="fr" dir="ltr">');
    expect(body).toContain('RIB (numéro du compte en banque)');
    expect(body.match(/class="df-letter"/g)).toHaveLength(1);
  });

  test('left empty or too long, is asked again with what was typed', async () => {
    expect((await browser.post(PATH, { party: 'candidate', message: '  ' })).status).toBe(422);
    const long = await browser.post(PATH, { party: 'guarantor', message: `début ${'x'.repeat(5000)}` });
    expect(long.status).toBe(422);
    expect(long.body).toContain('début xxx');
  });
});
