import type { Box, Fact, FieldName, PaperFacts } from '#domain/findings/facts.ts';
import type { Seal } from '#seals/seal.ts';
import { groupPages, isForbidden } from './classify.ts';
import { readPaper } from './fields/readers.ts';
import type { PageRead } from './page-read.ts';
import { pixelsCheck } from './pixels-check.ts';
import type { PixelsRead } from './read-pixels.ts';
import { sealedNumbersCheck } from './sealed-numbers.ts';
import { flowOf, textOf, type Segment } from './word.ts';

/** Papers that follow one another in a file, each with its pages and what they say. Of forbidden ones nothing is read. */
export function papersOf(pages: readonly PageRead[], seals: readonly Seal[]): readonly PaperFacts[] {
  return groupPages(pages.map((page) => page.kind)).map((paper): PaperFacts => {
    const own = paper.pages.flatMap((page) => pages[page]?.segments ?? []);
    const zone = paper.pages.map((page) => pages[page]?.zone ?? null).find((found) => found !== null) ?? null;
    const fields = isForbidden(paper.kind) ? {} : readPaper(paper.kind, { segments: own, flow: flowOf(own) }, zone);
    const ownSeals = seals.filter(({ at }) => at && paper.pages.includes(at.page));
    const source = paper.pages.some((page) => pages[page]?.facts.source === 'ocr') ? 'ocr' : 'text';
    const numbers = sealedNumbersCheck(ownSeals, textOf(own), paper.pages[0] ?? 0, source);
    return { ...paper, fields: { ...shown(fields, pages), ...(numbers ? { seal_numbers_check: [numbers] } : {}) } };
  });
}

/** Boxes of facts, from pages as read to pages as shown. */
function shown(fields: PaperFacts['fields'], pages: readonly PageRead[]): PaperFacts['fields'] {
  const moved = (fact: Fact): Fact => ({ ...fact, box: fact.box && (pages[fact.page]?.back(fact.box) ?? fact.box) });
  return Object.fromEntries(
    (Object.entries(fields) as [FieldName, readonly Fact[]][]).map(([name, facts]) => [name, facts.map(moved)]),
  );
}

/**
 * Papers with the answer of their pixels, where pages read from a text layer are in doubt: what a layer says is not what is drawn.
 * @param doubtful pages that carry a seal or a trace of a change
 * @param draw reads a page from its pixels; `null` when it cannot be drawn
 */
export async function askedOfPixels(
  papers: readonly PaperFacts[],
  pages: readonly PageRead[],
  doubtful: ReadonlySet<number>,
  draw: (page: number) => Promise<PixelsRead | null>,
): Promise<readonly PaperFacts[]> {
  const asked: PaperFacts[] = [];
  for (const paper of papers) {
    // Of papers that nobody may ask for nothing is read, by no way.
    const own = isForbidden(paper.kind)
      ? []
      : paper.pages.filter((page) => doubtful.has(page) && pages[page]?.facts.source === 'text');
    asked.push(own.length === 0 ? paper : { ...paper, fields: await answered(paper, pages, own, draw) });
  }
  return asked;
}

async function answered(
  paper: PaperFacts,
  pages: readonly PageRead[],
  doubtful: readonly number[],
  draw: (page: number) => Promise<PixelsRead | null>,
): Promise<PaperFacts['fields']> {
  const segments: Segment[] = [];
  const back = new Map<number, (box: Box) => Box>();
  for (const page of doubtful) {
    const read = await draw(page);
    if (!read) continue;
    segments.push(...read.segments);
    back.set(page, read.back);
  }
  const said = paper.pages.flatMap((page) => pages[page]?.layer ?? []);
  const seen = readPaper(paper.kind, { segments, flow: flowOf(segments) }, null);
  const whole = pixelsCheck(readPaper(paper.kind, { segments: said, flow: flowOf(said) }, null), seen);
  const answer = whole?.value === 'ok' ? pixelsCheck(paper.fields, seen) : whole;
  if (!answer) return paper.fields;
  // Where another value stands than the layer says; what is right has no place of its own.
  const box = answer.value === 'wrong' && answer.box ? (back.get(answer.page)?.(answer.box) ?? answer.box) : null;
  return { ...paper.fields, pixels_check: [{ ...answer, box }] };
}
