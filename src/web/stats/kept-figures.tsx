import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PublicFigures } from '#features/stats/read-figures.ts';
import { keepPage, type KeptPage } from '#http/kept-page.ts';
import type { Locale } from '#i18n/locales.ts';
import type { Frame } from '#ui/frame.ts';
import { renderPage, renderPart } from '#ui/render.ts';
import { figureParts, StatsPage } from './stats.page.tsx';

interface Kept {
  readonly builtAt: number;
  readonly body: Promise<string>;
  /** The whole page of a visitor without session. */
  page: Promise<KeptPage> | null;
}

/** Figures change once a day and are about nobody: each language is written once a publication. */
export interface KeptFigures {
  /** What stands under the title, as text. */
  body(frame: Frame, shown: PublicFigures | null): Promise<string>;
  /** The whole page, for visitors without session, notice or parameter. */
  page(frame: Frame, shown: PublicFigures | null): Promise<KeptPage>;
}

/** Keeps the written figures of one service, by language, until newer ones are built. */
export function keepFigures(): KeptFigures {
  const kept = new Map<Locale, Kept>();
  const find = (frame: Frame, shown: PublicFigures | null): Kept => {
    const builtAt = shown?.builtAt.getTime() ?? 0;
    const known = kept.get(frame.locale);
    if (known?.builtAt === builtAt) return known;
    const fresh: Kept = { builtAt, body: writeFigures(frame, shown), page: null };
    kept.set(frame.locale, fresh);
    // A page that could not be written is not kept: the next visitor tries again.
    fresh.body.catch(() => kept.delete(frame.locale));
    return fresh;
  };
  return {
    body: (frame, shown) => find(frame, shown).body,
    page: (frame, shown) => {
      const one = find(frame, shown);
      one.page ??= one.body.then((body) => keepPage(renderPage(<StatsPage frame={frame} body={body} />)));
      return one.page;
    },
  };
}

/** Writes part by part, and lets other requests in between. */
async function writeFigures(frame: Frame, shown: PublicFigures | null): Promise<string> {
  let html = '';
  for (const part of figureParts(frame, shown)) {
    html += renderPart(part);
    await nextTurn();
  }
  return html;
}
