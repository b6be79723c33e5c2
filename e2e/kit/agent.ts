import { SEED_PASSWORD, SEED_PEOPLE } from '#main/seed.ts';
import { expect } from 'vitest';
import { open, pathOf, press, type Visitor } from './browser.ts';
import type { Scene } from './tenant.ts';

const CODE_LASTS_MS = 30_000;

/** Password, then the code that `/dev` shows outside production. A code serves once: one just used makes us wait for the next. */
export async function enterConsole({ inspector }: Scene, visitor: Visitor): Promise<void> {
  const { page, context } = visitor;
  await open(page, '/console/connexion');
  await inspector.look(visitor, 'console sign-in');
  await page.fill('main input[type="email"]', SEED_PEOPLE.agent);
  await page.fill('main input[type="password"]', 'not-the-Password-1');
  expect(await press(page)).toBe(422);
  await inspector.look(visitor, 'console sign-in with errors');
  await page.fill('main input[type="password"]', SEED_PASSWORD);
  expect(await press(page)).toBe(200);
  await inspector.look(visitor, 'console code');
  const people = await context.newPage();
  const codeNow = async () => {
    await open(people, '/dev');
    return people.locator('tr', { hasText: SEED_PEOPLE.agent }).locator('td code').last().innerText();
  };
  const givenUp = Date.now() + 3 * CODE_LASTS_MS;
  for (let code = await codeNow(), tried = ''; pathOf(page) !== '/console'; code = await codeNow()) {
    if (Date.now() > givenUp) throw new Error('no code of the agent was taken');
    if (code !== tried) {
      await page.fill('main input[name="code"]', code);
      await press(page);
      tried = code;
    } else await people.waitForTimeout(1000);
  }
  await people.close();
}

/** What an agent does to one category: a reason of the catalogue, or acceptance when absent. */
export type Refusals = Readonly<Record<string, string>>;

/**
 * Takes the next case, looks at every page of it, decides every piece, finishes.
 * @param refusals reason by category slug shown in the list, e.g. `{ home: 'unreadable' }`
 * @returns how many pieces were to be decided
 */
export async function decideNextCase(
  scene: Scene,
  visitor: Visitor,
  refusals: Refusals,
  categoryName: (category: string) => string,
): Promise<number> {
  const { page, context } = visitor;
  await open(page, '/console');
  await scene.inspector.look(visitor, 'console');
  expect(await press(page)).toBe(200);
  expect(pathOf(page)).toMatch(/^\/console\/cas\//);
  await scene.inspector.look(visitor, 'case');
  const hrefs = await page
    .locator('nav .df-piece-list a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  const names = await page.locator('nav .df-piece-list a').allInnerTexts();
  let decided = 0;
  for (const [index, href] of hrefs.entries()) {
    await open(page, href);
    for (const image of await page.locator('.df-page img').all()) {
      const response = await context.request.get((await image.getAttribute('src')) ?? '');
      expect(response.headers()['content-type']).toBe('image/jpeg');
    }
    if ((await page.locator('main form.fr-card').count()) === 0) continue;
    const reason = Object.entries(refusals).find(([category]) => categoryName(category) === names[index])?.[1];
    if (reason) {
      await page.check('input[name="outcome"][value="refuse"]');
      expect(await press(page, 'main form.fr-card button'), 'a refusal needs a reason').toBe(422);
      await scene.inspector.look(visitor, 'case with errors');
      await page.check('input[name="outcome"][value="refuse"]');
      const reasons = page.locator('details', { has: page.locator('input[name="reasons"]') });
      if ((await reasons.getAttribute('open')) === null) await reasons.locator('summary').click();
      await page.check(`input[name="reasons"][value="${reason}"]`);
    } else await page.check('input[name="outcome"][value="accept"]');
    expect(await press(page, 'main form.fr-card button')).toBe(200);
    decided += 1;
  }
  expect(await press(page, 'main form[action$="/terminer"] button')).toBe(200);
  expect(pathOf(page)).toBe('/console');
  return decided;
}
