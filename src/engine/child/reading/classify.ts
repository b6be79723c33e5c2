import { FORBIDDEN_KINDS, type PaperKind } from '#domain/findings/facts.ts';
import type { KindAnchors } from './kinds/anchor.ts';
import { FORBIDDEN_ANCHORS } from './kinds/forbidden.ts';
import { HOME_TAX_ANCHORS } from './kinds/home-tax.ts';
import { IDENTITY_ANCHORS } from './kinds/identity.ts';
import { INCOME_ANCHORS } from './kinds/income.ts';

const ANCHORS: readonly KindAnchors[] = [...INCOME_ANCHORS, ...IDENTITY_ANCHORS, ...HOME_TAX_ANCHORS, ...FORBIDDEN_ANCHORS];
const TITLE_WEIGHT = 0.62;
/** A kind under this, or not this far ahead of the next, is not told. Versioned with `reader`. */
const LEAST_SCORE = 0.6;
const LEAST_LEAD = 0.15;

/** What a page seems to be. `opens`: its title is there, so it begins a paper. */
export interface PageKind {
  readonly kind: PaperKind;
  readonly score: number;
  readonly opens: boolean;
}

const isTitled = ({ title, fileTitle }: KindAnchors, text: string, ofFile: string): boolean =>
  title.test(text) || (fileTitle?.test(ofFile) ?? false);

const scoreOf = (anchors: KindAnchors, text: string, ofFile: string): number => {
  const weights = [
    ...(isTitled(anchors, text, ofFile) ? [TITLE_WEIGHT] : []),
    ...anchors.words.flatMap(([word, weight]) => (word.test(text) ? [weight] : [])),
  ];
  const score = 1 - weights.reduce((left, weight) => left * (1 - weight), 1);
  const halves = (anchors.against ?? []).filter((word) => word.test(text)).length;
  return score / 2 ** halves;
};

/**
 * Tells the kind of a page from its folded text, one segment a line. Source of the thresholds: engine §5.
 * @param ofFile title that the file says it has, for its first page
 */
export function classifyPage(text: string, ofFile = ''): PageKind {
  const scored = ANCHORS.map((anchors) => ({ anchors, score: scoreOf(anchors, text, ofFile) })).sort((a, b) => b.score - a.score);
  const [best, next] = scored;
  if (!best || best.score < LEAST_SCORE || best.score - (next?.score ?? 0) < LEAST_LEAD)
    return { kind: 'other', score: best?.score ?? 0, opens: false };
  return { kind: best.anchors.kind, score: best.score, opens: isTitled(best.anchors, text, ofFile) };
}

/** Pages that form one paper. */
export interface PaperPages {
  readonly kind: PaperKind;
  readonly score: number;
  readonly pages: readonly number[];
}

/** Kinds that fit on one page: a page that follows without title is another paper. */
const SINGLE_PAGE: ReadonlySet<PaperKind> = new Set(['passport', 'rent_receipt', 'cheque', 'rib', 'blank']);

/** Groups pages into papers: a title opens one, a page of the same kind or of none goes on with it. */
export function groupPages(pages: readonly (PageKind | 'blank')[]): readonly PaperPages[] {
  const papers: { kind: PaperKind; score: number; pages: number[] }[] = [];
  pages.forEach((page, index) => {
    if (page === 'blank') {
      if (papers.length === 0) papers.push({ kind: 'blank', score: 1, pages: [index] });
      return;
    }
    const last = papers.at(-1);
    const goesOn =
      last &&
      last.kind !== 'blank' &&
      !SINGLE_PAGE.has(last.kind) &&
      ((page.kind === last.kind && (!page.opens || isForbidden(page.kind))) || (page.kind === 'other' && last.kind !== 'other'));
    if (goesOn) {
      last.pages.push(index);
      last.score = Math.max(last.score, page.kind === 'other' ? 0 : page.score);
    } else papers.push({ kind: page.kind, score: page.score, pages: [index] });
  });
  const told = papers.filter((paper) => paper.kind !== 'blank');
  return told.length > 0 ? told : papers;
}

/** True for papers nobody may ask for: their content is not read. */
export function isForbidden(kind: PaperKind): boolean {
  return (FORBIDDEN_KINDS as readonly PaperKind[]).includes(kind);
}
