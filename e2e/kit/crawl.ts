import type { Page } from 'playwright-core';

/** More than this many screens of one person means that the walk runs in circles. */
const MOST_SCREENS = 120;

/** Ids and tokens of an address, which make two screens look different that are the same. */
const OPAQUE = /[0-9a-f]{8}-[0-9a-f-]{27}|[A-Za-z0-9_-]{30,}/g;

/** What kind of screen an address shows: the same for every dossier, piece or link. */
export const shapeOf = (path: string) => path.replace(OPAQUE, '_');

const isScreen = (path: string) =>
  !/\.(?:pdf|zip|json|txt|csv|md)$|^\/stats\/data\/.|^\/assets|^\/dev\/courriels\/|[?&]lang=|\/fichiers\//.test(path);

async function linksOf(page: Page): Promise<string[]> {
  const hrefs = await page.locator('main a[href], footer a[href], header a[href]').all();
  const found = await Promise.all(hrefs.map(async (link) => (await link.getAttribute('href')) ?? ''));
  return found.filter((href) => href.startsWith('/')).map((href) => href.split('#')[0] ?? href);
}

/**
 * Follows the links of one person's screens, each kind of screen once.
 * @param from where to begin, paths of this site
 * @param seen called on each screen while it is open
 * @returns one address for each kind
 */
export async function crawl(
  page: Page,
  base: string,
  from: readonly string[],
  seen: (path: string) => Promise<void> = async () => {},
): Promise<string[]> {
  const found = new Map<string, string>();
  const waiting = [...from];
  for (let path = waiting.shift(); path !== undefined && found.size < MOST_SCREENS; path = waiting.shift()) {
    if (!isScreen(path) || found.has(shapeOf(path))) continue;
    found.set(shapeOf(path), path);
    await page.goto(base + path);
    waiting.push(...(await linksOf(page)));
    // The link of a landlord stands in a field, ready to be copied.
    for (const field of await page.locator('.df-copy input').all())
      waiting.push((await field.inputValue()).replace(/^https?:\/\/[^/]+/, ''));
    await seen(path);
  }
  return [...found.values()];
}
