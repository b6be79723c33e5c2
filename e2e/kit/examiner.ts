import type { Page } from 'playwright-core';
import { LOCALE_FACTS } from '#i18n/locales.ts';
import type { Visitor } from './browser.ts';
import type { Inspector } from './inspector.ts';
import { AXE, BEGIN, FRENCH_SENTENCES, HERE, LANGUAGE, MISFITS, SAME_ERRORS, STICKS_OUT, UNREACHED } from './looks.ts';

/** Every rule of levels A and AA and of good practice, whatever its weight: target size is off unless asked for. */
const VIOLATIONS = `axe.run({
  resultTypes: ['violations'],
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: { 'meta-refresh': { enabled: false } },
}).then(({ violations }) => violations.map(({ id, impact, nodes }) =>
  'axe ' + id + ' (' + impact + '): ' + nodes.slice(0, 3).map((node) => node.html.slice(0, 200) + ' ' + (node.failureSummary || '')).join(' | ')))`;

/** More stops than this on one page mean that the keyboard runs in circles. */
const MOST_STOPS = 400;

/** How often one page may load itself again while it is looked at. */
const MOST_RELOADS = 3;

/** Styles that readers bring with them. Put into the page beside its own, where the content policy has no say. */
const READERS_STYLES = {
  'text at 200 %': 'html { font-size: 225% !important }',
  'text spacing':
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
} as const;

/** Sizes of the screen: 1280 px, the same at 200 %, and the narrowest that must do (WCAG 1.4.4, 1.4.10). */
const ZOOMED = { width: 640, height: 512 };
const NARROWEST = { width: 320, height: 640 };
const WIDE = { width: 1280, height: 1024 };

const wear = (css: string) =>
  `(() => { const sheet = new CSSStyleSheet(); sheet.replaceSync(${JSON.stringify(css)}); document.adoptedStyleSheets = [sheet]; })()`;
const TAKE_OFF = 'document.adoptedStyleSheets = []';

/** What `HERE` says. */
interface Place {
  readonly left: boolean;
  readonly again: boolean;
  readonly say: string;
  readonly faults: readonly string[];
  readonly folds: '' | 'menu' | 'part';
  readonly open: boolean;
}

const look = (page: Page, what: string) => page.evaluate<string[]>(what);

/** The first stop is the link to the content, and it leads there. */
async function skipLink(page: Page): Promise<string[]> {
  await page.evaluate(BEGIN);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const at = await page.evaluate<string>('document.activeElement?.id ?? ""');
  return at === 'contenu' ? [] : ['the first stop does not lead to the content'];
}

/** Opens or shuts what is folded, by the key. @returns what is wrong when it does not move */
async function fold(page: Page, { say, open }: Place): Promise<string[]> {
  await page.keyboard.press('Enter');
  const moved = (await page.evaluate<Place>(HERE)).open !== open;
  return moved ? [] : [`does not open by the key: ${say}`];
}

/** From the first stop to the end of the page: each is reached once, shows, and what is folded opens. */
async function walkThrough(page: Page): Promise<string[]> {
  const faults: string[] = [];
  await page.evaluate(BEGIN);
  for (let stops = 0; ; stops += 1) {
    await page.keyboard.press('Tab');
    const place = await page.evaluate<Place>(HERE);
    // After its last stop a browser goes to its own controls or to the first again; whoever is held earlier has not reached the rest.
    if (place.left || place.again || stops > MOST_STOPS) break;
    faults.push(...place.faults);
    if (place.folds === '') continue;
    faults.push(...(await fold(page, place)));
    // A menu lies on the page: it is shut again. A part stays open and is walked through.
    if (place.folds === 'menu' || place.open) faults.push(...(await fold(page, { ...place, open: !place.open })));
  }
  return [...faults, ...(await look(page, UNREACHED))];
}

async function fits(page: Page, as: string): Promise<string[]> {
  const found = [...(await look(page, STICKS_OUT)), ...(await look(page, MISFITS))];
  return found.map((fault) => `${as}: ${fault}`);
}

/** Every fault of a screen, in its language. Leaves it as it was, but for what was unfolded. */
async function faultsOf({ page, manner }: Visitor): Promise<string[]> {
  const faults: string[] = [];
  const french = /^\/(console|dev)\b/.test(new URL(page.url()).pathname);
  const { lang, dir } = LOCALE_FACTS[french ? 'fr' : manner.locale];
  const said = JSON.stringify(await page.evaluate(LANGUAGE));
  if (said !== JSON.stringify({ lang, dir, titles: 1 })) faults.push(`language: ${said}`);
  if (lang !== 'fr') faults.push(...(await look(page, FRENCH_SENTENCES)).map((text) => `French: ${text}`));
  faults.push(...(await look(page, SAME_ERRORS)));
  // One language is walked on a wide screen and light, the other on the narrowest and dark: both see all rules.
  const [size, colorScheme] = manner.locale === 'fr' ? ([WIDE, 'light'] as const) : ([NARROWEST, 'dark'] as const);
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme });
  faults.push(...(await skipLink(page)), ...(await walkThrough(page)));
  await page.evaluate(AXE);
  faults.push(...(await look(page, VIOLATIONS)));
  for (const [name, css] of Object.entries(READERS_STYLES)) {
    await page.setViewportSize(WIDE);
    await page.evaluate(wear(css));
    faults.push(...(await fits(page, name)));
  }
  await page.evaluate(TAKE_OFF);
  faults.push(...(await fits(page, '1280 px')));
  await page.setViewportSize(ZOOMED);
  faults.push(...(await fits(page, '200 %')));
  await page.setViewportSize(NARROWEST);
  faults.push(...(await fits(page, '320 px')));
  await page.setViewportSize(WIDE);
  return faults;
}

/** A page that waits for something loads itself again when it is there: then it is looked at anew. */
async function untilItStays(visitor: Visitor): Promise<string[]> {
  const { page } = visitor;
  const loadedAt = () => page.evaluate<number>('performance.timeOrigin');
  for (let left = MOST_RELOADS; ; left -= 1) {
    await page.waitForLoadState('load');
    const before = await loadedAt();
    const found = await faultsOf(visitor).catch((error: unknown) => [String(error)]);
    await page.waitForLoadState('load');
    if (left === 0 || (await loadedAt()) === before) return found;
  }
}

/** An inspector who uses the screen itself, its scripts running: with the keyboard alone, enlarged, spaced out, narrow. */
export interface Examiner extends Inspector {
  /** What is wrong with the screens looked at so far, each line with the screen's name. All are looked at before the first one fails. */
  faults(): readonly string[];
}

/** Collects the faults of screens instead of stopping at the first: a list helps more than its first line. */
export function newExaminer(): Examiner {
  const faults: string[] = [];
  let seen = 0;
  return {
    count: () => seen,
    faults: () => faults,
    leave: async () => {},
    async look(visitor, as) {
      seen += 1;
      for (const fault of await untilItStays(visitor)) faults.push(`${as}, ${visitor.manner.locale}: ${fault}`);
    },
  };
}
