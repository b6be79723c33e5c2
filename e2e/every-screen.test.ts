/** Every screen that links lead to, for a visitor (in French and Arabic) and for a tenant half-way: on a phone, without script. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SEED_PASSWORD, SEED_PEOPLE } from '#main/seed.ts';
import { newVisitor, open, openBrowser, press, type Manner, type Visitor } from './kit/browser.ts';
import { crawl } from './kit/crawl.ts';
import { newInspector, type Inspector } from './kit/inspector.ts';
import { forget, startProgram, type Program } from './kit/program.ts';
import type { Scene } from './kit/tenant.ts';

let program: Program;
let browser: Browser;
let inspector: Inspector;

beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram({ seeded: true }), openBrowser()]);
  inspector = await newInspector(browser);
});

afterAll(async () => {
  await browser.close();
  await program.stop();
  await forget(program.dataDirectory);
});

const signIn = async (visitor: Visitor, email: string) => {
  await open(visitor.page, '/connexion');
  await visitor.page.fill('main input[name="email"]', email);
  await visitor.page.fill('main input[name="password"]', SEED_PASSWORD);
  expect(await press(visitor.page)).toBe(200);
};

/** Screens of people: how they come in, where they begin, and how many kinds of screen they see at least. */
const PEOPLE: readonly {
  readonly who: string;
  readonly enter: (scene: Scene, visitor: Visitor) => Promise<void>;
  readonly from: readonly string[];
  readonly atLeast: number;
  /** Languages to walk in: an account's own wins over the browser's, and the seeded ones are French. */
  readonly locales: readonly Manner['locale'][];
}[] = [
  {
    who: 'a visitor',
    enter: async () => {},
    from: ['/', '/inscription', '/connexion', '/securite', '/page-absente'],
    atLeast: 20,
    locales: ['fr', 'ar'],
  },
  {
    who: 'a tenant half-way',
    enter: (_, visitor) => signIn(visitor, SEED_PEOPLE.halfWay),
    from: ['/dossier', '/compte'],
    atLeast: 12,
    locales: ['fr'],
  },
];

const MANNERS: readonly Manner[] = [
  { width: 360, locale: 'fr', scripts: false },
  { width: 360, locale: 'ar', scripts: false },
];

describe.each(MANNERS)('at $width px in $locale', (manner) => {
  test.each(PEOPLE.filter(({ locales }) => locales.includes(manner.locale)))(
    'every screen of $who holds',
    async ({ who, enter, from, atLeast }) => {
      const visitor = await newVisitor(browser, program, manner);
      await enter({ program, inspector }, visitor);
      const faults: string[] = [];
      const paths = await crawl(visitor.page, program.base, from, async (path) => {
        // All screens are looked at before the first fault stops the walk: a list helps more than its first line.
        await inspector.look(visitor, `${who}: ${path}`).catch((error: unknown) => faults.push(String(error)));
      });
      expect(faults).toEqual([]);
      expect(paths.length).toBeGreaterThanOrEqual(atLeast);
      expect(visitor.elsewhere).toEqual([]);
      expect(await visitor.unknownCookies()).toEqual([]);
      await visitor.leave();
    },
  );
});
