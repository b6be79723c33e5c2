/** Every screen by keyboard alone, at 320 px, at 200 % and with text spaced out, its errors shown, in French and in Arabic, scripts running. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SEED_PASSWORD, SEED_PEOPLE } from '#main/seed.ts';
import type { IdentitySite } from '#testing/identity-site.ts';
import { enterConsole } from './kit/agent.ts';
import { newVisitor, open, openBrowser, pathOf, press, type Visitor } from './kit/browser.ts';
import { crawl, shapeOf } from './kit/crawl.ts';
import { newExaminer, type Examiner } from './kit/examiner.ts';
import { leaveForFranceConnect, sayWho, startWithFranceConnect } from './kit/france-connect.ts';
import { lookAtPiece, openByCode } from './kit/landlord.ts';
import { forget, type Program } from './kit/program.ts';

const TOKEN = 'x'.repeat(43);
const PRIMARY = 'button.fr-btn--primary';
const DANGER = 'button.fr-btn--danger';

/** Forms that are refused when nothing is given, by the kind of their screen: the button that sends them. */
const REFUSED: Readonly<Record<'visitor' | 'account' | 'halfWay' | 'verified', Readonly<Record<string, string>>>> = {
  visitor: {
    '/inscription': PRIMARY,
    '/connexion': PRIMARY,
    '/connexion/lien': PRIMARY,
    '/mot-de-passe-oublie': PRIMARY,
    '/contact': PRIMARY,
    '/verifier': PRIMARY,
    '/droits/verifier-une-demande': PRIMARY,
  },
  account: { '/compte/email': PRIMARY, '/compte/mot-de-passe': PRIMARY, '/compte/supprimer': DANGER },
  halfWay: {
    '/dossiers/_/_/etat-civil': PRIMARY,
    '/dossiers/_/_/activite': PRIMARY,
    '/dossiers/_/_/ressources/nouveau': PRIMARY,
    '/dossiers/_/_/garants': PRIMARY,
  },
  verified: { '/dossiers/_/liens/nouveau': PRIMARY, '/dossiers/_/aidants': PRIMARY },
};

let program: Program;
let site: IdentitySite;
let browser: Browser;

beforeAll(async () => {
  [{ program, site }, browser] = await Promise.all([startWithFranceConnect({ CONTACT_EMAIL: 'aide@walks.test' }), openBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await program.stop();
  await site.close();
  await forget(program.dataDirectory);
});

/** Sends a form of the page with nothing in it. @returns the status of what comes back */
async function sendEmpty({ page }: Visitor, button: string): Promise<number> {
  const form = page.locator('main form', { has: page.locator(button) }).first();
  for (const field of await form.locator('input:is([type="text"], [type="email"], [type="password"]), textarea').all())
    if (await field.isVisible()) await field.fill('');
  return press(page, `main form ${button}`);
}

/** A page with one of each fault, as a careless page of ours could have it. */
const CARELESS = `<!doctype html><html lang="ar" dir="rtl"><title>x</title><body><main id="contenu"><h1>x</h1>
  <style>
    a { outline: none !important } .cut { block-size: 1em; overflow: hidden } .wide { inline-size: 2000px }
    .over { position: absolute; inset-block-start: 90px } .flex { display: flex } .last { order: 2 }
    .place { overflow-x: auto; inline-size: 100px } .behind { position: fixed; inset: 0; z-index: 9 }
  </style>
  <p>Le texte est dans une langue que vous ne lisez pas</p><a href="#x">one</a><button tabindex="3">two</button>
  <p class="cut">many<br>lines<br>of text</p><p class="over">one text</p><p class="over">other text</p>
  <div class="flex"><p class="last">last</p><p>first</p></div><div class="place"><p class="wide">wide</p></div>
  <p class="wide">wide</p><img src="data:,"><div class="behind"></div></main>`;

test('a careless page is not let through', async () => {
  const visitor = await newVisitor(browser, program, { width: 1280, locale: 'ar', scripts: true });
  await visitor.page.setContent(CARELESS);
  const examiner = newExaminer();
  await examiner.look(visitor, 'careless');
  await visitor.leave();
  const found = examiner.faults().join('\n');
  for (const fault of [
    'French: Le texte',
    'does not lead to the content',
    'focus does not show: a « one »',
    'focus is hidden: a « one »',
    'not reached: button « two »',
    'shown in another order: p « last »',
    'axe image-alt',
    'text at 200 %: cut: p.cut',
    'text spacing: cut: p.cut',
    '320 px: scrolls without a name',
    '200 %: the page is wider than the screen',
    'on each other: « one text » « other text »',
  ])
    expect(found).toContain(fault);
});

describe.each(['fr', 'ar'] as const)('in %s', (locale) => {
  /** Of whoever is here now. */
  let examiner: Examiner;
  /** Kinds of screen that were looked at: a footer leads everybody to the same ones. */
  const known = new Set<string>();
  const manner = { width: 1280, locale, scripts: true } as const;

  /** Looks at all that links lead to, then at each of the forms as it comes back when it is sent empty. */
  async function lookAround(visitor: Visitor, from: readonly string[], refused: Readonly<Record<string, string>>): Promise<void> {
    const found = new Map<string, string>();
    await crawl(visitor.page, program.base, from, async (path) => {
      const shape = shapeOf(path);
      found.set(shape, path);
      if (known.has(shape) || /^\/(?:dev|console)\b/.test(path)) return;
      known.add(shape);
      await examiner.look(visitor, path);
    });
    for (const [shape, button] of Object.entries(refused)) {
      await open(visitor.page, found.get(shape) ?? expect.fail(`no link leads to ${shape}`));
      expect(await sendEmpty(visitor, button), shape).toBe(422);
      await examiner.look(visitor, `${shape} with errors`);
    }
  }

  /** Signs in, and chooses the language as anybody does. */
  async function signIn(visitor: Visitor, email: string): Promise<void> {
    const { page } = visitor;
    await open(page, '/connexion');
    await page.fill('main input[name="email"]', email);
    await page.fill('main input[name="password"]', SEED_PASSWORD);
    expect(await press(page)).toBe(200);
    await open(page, '/compte');
    await page.selectOption('select[name="locale"]', locale);
    expect(await press(page, 'form[action="/compte/langue"] button')).toBe(200);
  }

  /** Somebody new does something; then nothing may be wrong with what they saw. */
  async function comes(does: (visitor: Visitor) => Promise<void>): Promise<void> {
    examiner = newExaminer();
    const visitor = await newVisitor(browser, program, manner);
    await does(visitor);
    expect(visitor.elsewhere.filter((url) => !url.startsWith(`${site.origin}/`))).toEqual([]);
    await visitor.leave();
    expect(examiner.faults()).toEqual([]);
  }

  test('what anybody may read, and links that have died', () =>
    comes(async (visitor) => {
      const alive = ['/', '/inscription', '/connexion', '/securite', '/societe', '/stats'];
      const after = ['/inscription/envoye', '/connexion/lien-envoye', '/deconnexion/retour', '/page-absente'];
      const dead = ['/inscription/confirmer', '/mot-de-passe', '/connexion/lien', '/conserver', '/invitation', '/verifier'];
      const addresses = [...alive, ...after, ...dead.map((path) => `${path}/${TOKEN}`)];
      await lookAround(visitor, [...addresses, '/consulter/00000000-0000-4000-8000-000000000000'], REFUSED.visitor);
      expect(known.size).toBeGreaterThan(40);
    }));

  test('an account and what can be done with it', () =>
    comes(async (visitor) => {
      await signIn(visitor, SEED_PEOPLE.verified);
      await lookAround(visitor, ['/compte'], { ...REFUSED.account, ...REFUSED.verified });
    }));

  test('a dossier half-way, and an account that leaves, then stays', () =>
    comes(async (visitor) => {
      const { page } = visitor;
      await signIn(visitor, SEED_PEOPLE.halfWay);
      await lookAround(visitor, ['/dossier'], REFUSED.halfWay);
      await open(page, '/compte/supprimer');
      await page.fill('main input[name="password"]', SEED_PASSWORD);
      expect(await press(page, `main form ${DANGER}`)).toBe(200);
      await examiner.look(visitor, 'deletion that waits');
      await open(page, '/compte');
      await examiner.look(visitor, 'account that will be deleted');
      await open(page, '/compte/supprimer');
      expect(await press(page, 'form[action$="/annuler"] button')).toBe(200);
      await examiner.look(visitor, 'deletion called off');
    }));

  test('what a landlord sees', () =>
    comes(async (visitor) => {
      const tenant = await newVisitor(browser, program, manner);
      await signIn(tenant, SEED_PEOPLE.verified);
      await open(tenant.page, '/dossier');
      await tenant.page.locator('main a[href$="/liens"]').first().click();
      const link = new URL(await tenant.page.locator('.df-copy input').first().inputValue()).pathname;
      await tenant.leave();
      const scene = { program, inspector: examiner };
      await openByCode(scene, visitor, link, `agence-${locale}@walks.test`);
      await examiner.look(visitor, 'dossier of a link');
      await lookAtPiece(scene, visitor);
    }));

  test('FranceConnect: a new account, its names, and its link', () =>
    comes(async (visitor) => {
      const { page } = visitor;
      const persona = locale === 'fr' ? 'ordinary' : 'guarantor';
      await leaveForFranceConnect(visitor, site);
      expect(await sayWho(visitor, persona)).toBe(200);
      await examiner.look(visitor, 'FranceConnect: choice');
      expect(await press(page)).toBe(422);
      await examiner.look(visitor, 'FranceConnect: choice with errors');
      await page.check('input[name="terms"]');
      expect(await press(page)).toBe(200);
      await examiner.look(visitor, 'FranceConnect: first dossier');
      await page.locator('main a[href$="/etat-civil"]').first().click();
      await examiner.look(visitor, 'FranceConnect: names');
      await open(page, '/compte/franceconnect');
      await examiner.look(visitor, 'FranceConnect: linked account');
      expect(await sendEmpty(visitor, 'button.fr-btn--secondary')).toBeGreaterThanOrEqual(200);
      await examiner.look(visitor, 'FranceConnect: account that tried to unlink');
    }));

  test('FranceConnect: proof that an account is one’s own, and failures', () =>
    comes(async (visitor) => {
      const { page } = visitor;
      await leaveForFranceConnect(visitor, site);
      expect(await sayWho(visitor, 'ordinary', 'access_denied')).toBe(400);
      await examiner.look(visitor, 'FranceConnect: failure');
      await leaveForFranceConnect(visitor, site);
      expect(await sayWho(visitor, 'known_address')).toBe(200);
      await examiner.look(visitor, 'FranceConnect: known address');
      await open(page, '/franceconnect/compte/rattacher');
      await examiner.look(visitor, 'FranceConnect: proof');
      expect(await sendEmpty(visitor, PRIMARY)).toBe(422);
      await examiner.look(visitor, 'FranceConnect: proof with errors');
      await page.fill('input[name="address"]', SEED_PEOPLE.halfWay);
      expect(await press(page, 'form[action$="/envoyer-code"] button')).toBe(200);
      await examiner.look(visitor, 'FranceConnect: code');
      expect(await sendEmpty(visitor, PRIMARY)).toBe(422);
      await examiner.look(visitor, 'FranceConnect: code with errors');
    }));

  test('FranceConnect: names that changed, and an identity of somebody else', () =>
    comes(async (visitor) => {
      const { page, context } = visitor;
      await leaveForFranceConnect(visitor, site);
      expect(await sayWho(visitor, 'ordinary')).toBe(200);
      await open(page, `/compte?lang=${locale}`);
      await context.clearCookies({ domain: 'localhost' });
      await leaveForFranceConnect(visitor, site);
      expect(await sayWho(visitor, 'surname_changed')).toBe(200);
      expect(pathOf(page)).toBe('/compte/franceconnect/noms');
      await examiner.look(visitor, 'FranceConnect: names to confirm');
      await context.clearCookies({ domain: 'localhost' });
      await signIn(visitor, SEED_PEOPLE.verified);
      await open(page, '/compte/franceconnect');
      expect(await press(page, 'form[action="/compte/franceconnect/lier"] button')).toBe(200);
      expect(await sayWho(visitor, 'ordinary')).toBe(409);
      await examiner.look(visitor, 'FranceConnect: refused link');
    }));

  test.runIf(locale === 'fr')('the console, which speaks French only', () =>
    comes(async (visitor) => {
      await enterConsole({ program, inspector: examiner }, visitor);
      for (const path of ['/console', '/console/securite']) {
        await open(visitor.page, path);
        await examiner.look(visitor, path);
      }
    }),
  );
});
