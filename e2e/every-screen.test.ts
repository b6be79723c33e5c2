/** Every screen that links lead to, for a visitor and for a tenant half-way: on a phone, in French, without script. */
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
}[] = [
  { who: 'a visitor', enter: async () => {}, from: ['/', '/inscription', '/connexion', '/page-absente'], atLeast: 10 },
  {
    who: 'a tenant half-way',
    enter: (_, visitor) => signIn(visitor, SEED_PEOPLE.halfWay),
    from: ['/dossier', '/compte'],
    atLeast: 12,
  },
];

const MANNERS: readonly Manner[] = [{ width: 360, locale: 'fr', scripts: false }];

describe.each(MANNERS)('at $width px in $locale', (manner) => {
  test.each(PEOPLE)('every screen of $who holds', async ({ who, enter, from, atLeast }) => {
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
  });
});
