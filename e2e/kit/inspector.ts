import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { LOCALE_FACTS } from '#i18n/locales.ts';
import type { Visitor } from './browser.ts';
import { AXE, LANGUAGE, STICKS_OUT } from './looks.ts';

// Looks that run in the page. Texts, because browser globals exist in islands only.
/** Scripts and styles written in the page itself, which the content policy would refuse. */
const INLINE = `[...document.querySelectorAll('*')].flatMap((one) => [
  ...(one.localName === 'style' || (one.localName === 'script' && !one.hasAttribute('src')) ? [one.localName] : []),
  ...[...one.attributes].filter(({ name }) => name === 'style' || name.startsWith('on')).map(({ name }) => one.localName + ' ' + name),
])`;
// A page that waits for documents to be read loads itself again every 5 seconds where scripts are off: the only way to tell the result,
// bounded to a minute and decided as such, so the one rule against it is left out.
const VIOLATIONS = `axe.run({ resultTypes: ['violations'], rules: { 'meta-refresh': { enabled: false } } }).then(({ violations }) => violations
  .filter(({ impact }) => impact === 'serious' || impact === 'critical')
  .map(({ id, help, nodes }) => id + ': ' + help + ': ' + nodes.map((node) => node.html + ' ' + (node.failureSummary || '')).join(' | ')))`;

/** The narrowest screen that must do without scrolling sideways (WCAG 1.4.10). */
const NARROWEST = 320;

/** Looks at screens the way a strict inspector would: accessibility, nothing inline, no scrolling sideways, right language. */
export interface Inspector {
  /** Looks at the screen that the visitor sees. @param as what to call it in a report */
  look(visitor: Visitor, as: string): Promise<void>;
  /** How many screens were looked at. */
  count(): number;
  leave(): Promise<void>;
}

/**
 * Axe needs scripts, and hangs without. So a screen is taken down as it stands and opened again in a second browser where scripts run
 * and ours do not: whoever walks without script is inspected too, error messages included.
 */
export async function newInspector(browser: Browser): Promise<Inspector> {
  const contexts = new Map<number, BrowserContext>();
  let seen = 0;
  const pageOf = async (width: number): Promise<Page> => {
    const known = contexts.get(width);
    if (known) return known.pages()[0] ?? known.newPage();
    const context = await browser.newContext({ viewport: { width, height: 800 }, reducedMotion: 'reduce' });
    contexts.set(width, context);
    return context.newPage();
  };
  return {
    count: () => seen,
    leave: async () => {
      for (const context of contexts.values()) await context.close();
    },
    async look({ page: shown, manner }, as) {
      seen += 1;
      const url = shown.url();
      const html = await shown.content();
      const page = await pageOf(manner.width);
      await page.unrouteAll();
      await page.route('**/*', async (route) => {
        const request = route.request();
        if (request.isNavigationRequest()) return route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' });
        return /\.(css|woff2)$/.test(request.url()) ? route.continue() : route.abort();
      });
      await page.goto(url);
      expect(await page.evaluate(INLINE), `${as}: nothing inline`).toEqual([]);
      const facts = LOCALE_FACTS[/^\/(console|dev)\b/.test(new URL(url).pathname) ? 'fr' : manner.locale];
      expect(await page.evaluate(LANGUAGE), `${as}: language`).toEqual({ lang: facts.lang, dir: facts.dir, titles: 1 });
      for (const width of new Set([manner.width, NARROWEST])) {
        await page.setViewportSize({ width, height: 800 });
        expect(await page.evaluate(STICKS_OUT), `${as}: fits ${width} px`).toEqual([]);
      }
      await page.setViewportSize({ width: manner.width, height: 800 });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.evaluate(AXE);
        expect(await page.evaluate(VIOLATIONS), `${as}: accessibility, ${colorScheme}`).toEqual([]);
      }
    },
  };
}
