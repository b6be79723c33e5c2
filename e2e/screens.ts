/**
 * Photographs every screen, to be looked at by whoever touched it: `npm run screens` while the program runs with its made-up people.
 * Narrow and wide, French and Arabic, light and dark, without script, into the ignored folder `screens/`.
 * The address is `BASE_URL`, `http://localhost:3000` when unset; words after the command keep only the addresses that hold one of them.
 */
import { mkdir, rm } from 'node:fs/promises';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { SEED_PASSWORD, SEED_PEOPLE } from '#main/seed.ts';
import { findChromium } from '../checks/find-chromium.ts';
import { crawl, shapeOf } from './kit/crawl.ts';

const BASE = process.env['BASE_URL'] ?? 'http://localhost:3000';
const OUT = new URL('../screens/', import.meta.url).pathname;
const WIDTHS = [360, 1280] as const;
const LOCALES = ['fr', 'ar'] as const;
const SCHEMES = ['light', 'dark'] as const;
type State = Awaited<ReturnType<BrowserContext['storageState']>>;

/** Follows the links of one person's screens and keeps one address for each kind of screen. */
async function walk(browser: Browser, state: State, from: readonly string[]): Promise<string[]> {
  const context = await browser.newContext({ storageState: state, javaScriptEnabled: false });
  const paths = await crawl(await context.newPage(), BASE, from);
  await context.close();
  return paths;
}

async function stateOf(browser: Browser, path: string, email: string, after?: (page: Page) => Promise<void>): Promise<State> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${BASE}${path}?lang=fr`);
  await page.fill('main input[type="email"]', email);
  await page.fill('main input[type="password"]', SEED_PASSWORD);
  await page.click('main button.fr-btn--primary');
  await after?.(page);
  const state = await context.storageState();
  await context.close();
  return state;
}

/** Somebody who comes from the simulator of FranceConnect for the first time; `null` where it does not run. */
async function newcomerState(browser: Browser): Promise<State | null> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${BASE}/connexion`);
  const button = page.locator('form[action="/franceconnect/depart"] button');
  if ((await button.count()) === 0) return null;
  await button.click();
  await page.check('input[name="persona"][value="guarantor"]');
  await page.click('main form button');
  const state = await context.storageState();
  await context.close();
  return state;
}

/** The agent's second factor, as `/dev` shows it outside production. */
async function giveCode(page: Page): Promise<void> {
  const helper = await page.context().newPage();
  await helper.goto(`${BASE}/dev`);
  const code = await helper.locator('table code').first().innerText();
  await helper.close();
  await page.fill('main input[name="code"]', code);
  await page.click('main button.fr-btn--primary');
  if (new URL(page.url()).pathname !== '/console') throw new Error('the code of the agent was refused: wait for the next one');
}

/** Opens the next case, so that its screen is there to be photographed. */
async function takeCase(page: Page): Promise<string> {
  await page.goto(`${BASE}/console`);
  await page.click('main button.fr-btn--primary');
  return new URL(page.url()).pathname + new URL(page.url()).search;
}

async function photograph(browser: Browser, who: string, state: State, paths: readonly string[]): Promise<number> {
  let count = 0;
  for (const width of WIDTHS)
    for (const locale of LOCALES)
      for (const colorScheme of SCHEMES) {
        const folder = `${OUT}${who}/${width}-${locale}-${colorScheme}`;
        await mkdir(folder, { recursive: true });
        const context = await browser.newContext({
          storageState: state,
          javaScriptEnabled: false,
          colorScheme,
          viewport: { width, height: 800 },
          reducedMotion: 'reduce',
        });
        const page = await context.newPage();
        for (const path of paths) {
          await page.goto(`${BASE}${path}${path.includes('?') ? '&' : '?'}lang=${locale}`);
          const name =
            shapeOf(path)
              .replace(/[^a-z_-]+/gi, '.')
              .replace(/^\.+|\.+$/g, '') || 'accueil';
          await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
          count += 1;
        }
        await context.close();
      }
  return count;
}

const found = findChromium(process.env);
if ('missing' in found) throw new Error(found.missing);
const browser = await chromium.launch({
  executablePath: found.path,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
});
const wanted = process.argv.slice(2);
const only = (paths: readonly string[]) =>
  wanted.length === 0 ? paths : paths.filter((path) => wanted.some((word) => path.includes(word)));
try {
  if (wanted.length === 0) await rm(OUT, { recursive: true, force: true });
  const nobody: State = { cookies: [], origins: [] };
  const people: [string, State, readonly string[]][] = [
    ['public', nobody, ['/', '/inscription', '/connexion', '/console/connexion', '/page-absente']],
    ['half-way', await stateOf(browser, '/connexion', SEED_PEOPLE.halfWay), ['/dossier']],
    ['verified', await stateOf(browser, '/connexion', SEED_PEOPLE.verified), ['/dossier']],
  ];
  let caseAt = '/console';
  const agent = await stateOf(browser, '/console/connexion', SEED_PEOPLE.agent, async (page) => {
    await giveCode(page);
    caseAt = await takeCase(page);
  });
  people.push(['agent', agent, ['/console', caseAt]]);
  const newcomer = await newcomerState(browser);
  if (newcomer) people.push(['newcomer', newcomer, ['/franceconnect/compte']]);
  const known = new Set<string>();
  for (const [who, state, from] of people) {
    const paths = (await walk(browser, state, from)).filter((path) => who === 'public' || !known.has(path));
    if (who === 'public') paths.filter((path) => path !== '/').forEach((path) => known.add(path));
    console.log(`${who}: ${await photograph(browser, who, state, only(paths))} pictures of ${paths.length} screens`);
  }
} finally {
  await browser.close();
}
