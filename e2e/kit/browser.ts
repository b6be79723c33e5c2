import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Program } from './program.ts';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'];
const PAGE_WITHIN_MS = 60_000;

/** Cookies that may exist: session, language, and a landlord's open link. Nothing else, so nothing to consent to. */
const COOKIES = new Set(['session', 'language', 'lien']);

/** Opens the Chromium that `npm test` found. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'];
  if (!executablePath) throw new Error('CHROMIUM_PATH is not set: run the walks by `npm test -- walks`');
  return chromium.launch({ executablePath, args: FLAGS });
}

/** How somebody comes: on which screen, in which language, with or without scripts. */
export interface Manner {
  readonly width: 360 | 1280;
  readonly locale: 'fr' | 'en' | 'ar';
  readonly scripts: boolean;
}

/** Somebody at a browser of their own. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly manner: Manner;
  /** What the browser asked of anybody but the service. */
  readonly elsewhere: readonly string[];
  /** Cookies that came and should not exist. */
  unknownCookies(): Promise<string[]>;
  leave(): Promise<void>;
}

/** Lets somebody in who has never been here. The language is the browser's wish, as for most people. */
export async function newVisitor(browser: Browser, program: Program, manner: Manner): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: program.base,
    javaScriptEnabled: manner.scripts,
    locale: manner.locale,
    viewport: { width: manner.width, height: 800 },
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  context.setDefaultTimeout(PAGE_WITHIN_MS);
  const elsewhere: string[] = [];
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${program.base}/`) && !url.startsWith('data:') && !url.startsWith('blob:')) elsewhere.push(url);
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => elsewhere.push(`error in a script: ${error.message}`));
  return {
    page,
    context,
    manner,
    elsewhere,
    unknownCookies: async () =>
      (await context.cookies())
        .map(({ name, domain }) => `${domain} ${name}`)
        .filter((one) => !COOKIES.has(one.split(' ')[1] ?? '')),
    leave: () => context.close(),
  };
}

/** Opens an address and holds its status against what is expected. */
export async function open(page: Page, path: string, status = 200): Promise<void> {
  const response = await page.goto(path);
  expect(response?.status(), path).toBe(status);
}

const isRedirect = (status: number) => status >= 300 && status < 400;

/** Presses the main button of the page's form, and waits for the next page. @returns its HTTP status */
export async function press(page: Page, button = 'main form button.fr-btn--primary'): Promise<number> {
  const [response] = await Promise.all([
    page.waitForResponse((one) => one.request().isNavigationRequest() && !isRedirect(one.status())),
    page.locator(button).first().click(),
  ]);
  await page.waitForLoadState('load');
  return response.status();
}

/** Where the page is, without host. */
export const pathOf = (page: Page) => new URL(page.url()).pathname;
