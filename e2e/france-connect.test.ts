/** FranceConnect on another site: without script at 360 px in French, and with scripts at 1280 px in Arabic. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { translator } from '#i18n/translate.ts';
import { SEED_PASSWORD, SEED_PEOPLE } from '#main/seed.ts';
import { SPECIMEN_PEOPLE } from '#specimens/people.ts';
import type { IdentitySite } from '#testing/identity-site.ts';
import { newVisitor, open, openBrowser, pathOf, press, type Visitor } from './kit/browser.ts';
import { leaveForFranceConnect, sayWho, startWithFranceConnect } from './kit/france-connect.ts';
import { newInspector, type Inspector } from './kit/inspector.ts';
import { inMail } from './kit/mails.ts';
import { forget, type Program } from './kit/program.ts';

const french = translator('fr');
const arabic = translator('ar');
/** Name that the made-up account of `sacha@exemple.test` bears in its dossier. */
const { lastName } = SPECIMEN_PEOPLE[1];
/** Words of errors and parameters that no page of ours may repeat. */
const OF_PROVIDER = /access_denied|deceased|aborted|error_description|[?&;](code|state)=/;

let program: Program;
let site: IdentitySite;
let browser: Browser;
let inspector: Inspector;
let angele: Visitor;
let sacha: Visitor;
let camille: Visitor;

beforeAll(async () => {
  [{ program, site }, browser] = await Promise.all([startWithFranceConnect(), openBrowser()]);
  inspector = await newInspector(browser);
  const narrow = { width: 360, locale: 'fr', scripts: false } as const;
  [angele, sacha] = [await newVisitor(browser, program, narrow), await newVisitor(browser, program, narrow)];
  camille = await newVisitor(browser, program, { width: 1280, locale: 'ar', scripts: true });
});

afterAll(async () => {
  await browser.close();
  await program.stop();
  await site.close();
  await forget(program.dataDirectory);
});

/** Looks at a screen in French and in Arabic, and leaves it as it was. */
async function lookInBoth(visitor: Visitor, as: string): Promise<void> {
  await inspector.look(visitor, as);
  const path = pathOf(visitor.page);
  await open(visitor.page, `${path}?lang=ar`);
  await inspector.look({ ...visitor, manner: { ...visitor.manner, locale: 'ar' } }, `${as}, in Arabic`);
  await open(visitor.page, `${path}?lang=fr`);
}

/** Signs out by the menu, which is folded on a narrow screen. */
async function signOut(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await page.locator('header details.df-on-narrow summary').click();
  await inspector.look(visitor, 'open menu');
  expect(await press(page, 'header details.df-on-narrow form[action="/deconnexion"] button')).toBe(200);
}

const text = ({ page }: Visitor) => page.locator('main').innerText();

test('somebody new comes from FranceConnect, opens an account, and finds their names', async () => {
  const { page } = angele;
  await open(page, '/connexion');
  await inspector.look(angele, 'sign-in with FranceConnect');
  expect(await leaveForFranceConnect(angele, site)).not.toContain('Session ouverte ici');
  expect(await sayWho(angele, 'ordinary')).toBe(200);
  expect(pathOf(page), 'the session came along').toBe('/franceconnect/compte');
  await lookInBoth(angele, 'choice');
  expect(await press(page)).toBe(422);
  await inspector.look(angele, 'choice with errors');
  await page.check('input[name="terms"]');
  expect(await press(page)).toBe(200);
  expect(pathOf(page)).toMatch(/^\/dossiers\//);
  expect(await text(angele)).toContain('Angèle Claire');
  expect(await text(angele)).toContain(french('france_connect.badge'));
});

test('first names and birth name stand there and cannot be typed', async () => {
  const { page } = angele;
  await page.locator('main a[href$="/etat-civil"]').first().click();
  await lookInBoth(angele, 'locked names');
  expect(await text(angele)).toContain('DE LA SONGERIE');
  expect(await text(angele)).toContain(french('france_connect.names_from'));
  expect(await page.locator('main input:visible').evaluateAll((fields) => fields.map((one) => one.getAttribute('name')))).toEqual(
    ['usedName', 'postcode'],
  );
  await open(page, '/compte/franceconnect');
  await lookInBoth(angele, 'FranceConnect in the account');
});

test('a second sign-in opens the same account at once; names that changed wait for a word', async () => {
  const { page, context } = angele;
  await context.clearCookies({ domain: 'localhost' });
  expect(await leaveForFranceConnect(angele, site)).toContain('Session ouverte ici');
  expect(await sayWho(angele, 'ordinary')).toBe(200);
  expect(pathOf(page)).toMatch(/^\/dossiers\//);
  await context.clearCookies({ domain: 'localhost' });
  await leaveForFranceConnect(angele, site);
  expect(await sayWho(angele, 'surname_changed')).toBe(200);
  expect(pathOf(page)).toBe('/compte/franceconnect/noms');
  await lookInBoth(angele, 'names to confirm');
  expect(await text(angele)).toMatch(/AUBE[\s\S]*DE LA SONGERIE/);
});

test('signing out ends the session here and the one at FranceConnect', async () => {
  await signOut(angele);
  expect(pathOf(angele.page)).toBe('/deconnexion/retour');
  expect(await text(angele)).toContain(french('france_connect.leave_text'));
  await inspector.look(angele, 'signed out of both');
  await open(angele.page, '/compte');
  expect(pathOf(angele.page)).toBe('/connexion');
  expect(await leaveForFranceConnect(angele, site)).not.toContain('Session ouverte ici');
});

test('an address with an account opens nothing; a code mailed to it does, and its holder is told', async () => {
  const { page } = sacha;
  await leaveForFranceConnect(sacha, site, '/inscription');
  expect(await sayWho(sacha, 'known_address')).toBe(200);
  await lookInBoth(sacha, 'choice, address known');
  expect(await text(sacha)).toContain(french('france_connect.known_title'));
  expect(await page.content()).not.toContain(lastName);
  await open(page, '/dossier');
  expect(pathOf(page), 'not signed in').toBe('/connexion');

  await open(page, '/franceconnect/compte/rattacher');
  await lookInBoth(sacha, 'proof');
  expect(await page.content()).not.toContain(lastName);
  await page.fill('input[name="address"]', SEED_PEOPLE.halfWay);
  expect(await press(page, 'form[action$="/envoyer-code"] button')).toBe(200);
  await lookInBoth(sacha, 'code of the proof');
  const code = await inMail(program, SEED_PEOPLE.halfWay, /(?<!\d)(\d{6})(?!\d)/);
  await page.fill('input[name="code"]', code === '000000' ? '000001' : '000000');
  expect(await press(page)).toBe(422);
  await inspector.look(sacha, 'code of the proof with errors');
  await page.fill('input[name="code"]', code);
  expect(await press(page)).toBe(200);
  await inMail(program, SEED_PEOPLE.halfWay, new RegExp(`(${french('france_connect.mail_linked_subject')})`));
  expect(pathOf(page)).toMatch(/^\/dossiers\//);
  expect(await text(sacha)).toContain(lastName);
  expect(await text(sacha)).toContain(french('france_connect.badge'));
});

test('who gives up reads that nothing changed, and signs in by e-mail on the same page', async () => {
  const { page } = camille;
  await leaveForFranceConnect(camille, site);
  expect(await sayWho(camille, 'guarantor', 'access_denied')).toBe(400);
  expect(await text(camille)).toContain(arabic('france_connect.failed_title'));
  expect(await page.content()).not.toMatch(OF_PROVIDER);
  await inspector.look(camille, 'failure');
  await page.fill('main form[action="/connexion"] input[name="email"]', SEED_PEOPLE.verified);
  await page.fill('main form[action="/connexion"] input[name="password"]', SEED_PASSWORD);
  expect(await press(page, 'main form[action="/connexion"] button.fr-btn--primary')).toBe(200);
  expect(pathOf(page)).toMatch(/^\/dossiers\//);
});

test('an identity of somebody else’s account is refused, and the page says so', async () => {
  const { page } = camille;
  await open(page, '/compte/franceconnect?lang=ar');
  await inspector.look(camille, 'FranceConnect in an account that is not linked');
  expect(await press(page, 'form[action="/compte/franceconnect/lier"] button')).toBe(200);
  expect(await sayWho(camille, 'ordinary')).toBe(409);
  expect(await text(camille)).toContain(arabic('france_connect.refused_link.other_account'));
  await inspector.look(camille, 'refused link');
});

test('an identity that the register refuses leads to the same page, without script and in French', async () => {
  await leaveForFranceConnect(angele, site);
  expect(await sayWho(angele, 'ordinary', 'rnipp_deceased')).toBe(400);
  expect(await text(angele)).toContain(french('france_connect.failed_title'));
  expect(await angele.page.content()).not.toMatch(OF_PROVIDER);
  await inspector.look(angele, 'failure');
  await open(angele.page, '/compte');
  expect(pathOf(angele.page)).toBe('/connexion');
});

test('only the service and FranceConnect were asked, no cookie needs consent, the log tells of no failure and nobody', async () => {
  for (const visitor of [angele, sacha, camille]) {
    expect(visitor.elsewhere.filter((url) => !url.startsWith(`${site.origin}/`))).toEqual([]);
    expect((await visitor.unknownCookies()).filter((one) => one.startsWith('localhost '))).toEqual([]);
  }
  expect(program.failures()).toEqual([]);
  const lines = program.said().split('\n');
  expect(lines.filter((line) => line.startsWith('{')).join('\n')).not.toMatch(/angele@|sacha@|SONGERIE|eyJ[\w-]{10}/i);
});
