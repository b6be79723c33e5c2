import type { PaperFacts, StructureFacts } from '#domain/findings/facts.ts';
import { issuerOf, isExpected, type KnownOrigins } from '#domain/origins/known-origins.ts';
import { hasMakeup, makeupOf, type Makeup } from '#domain/origins/makeup.ts';
import { fold, type Segment } from './word.ts';

/** The make-up of a page from what is printed on it. */
export function makeupOfPage(segments: readonly Segment[]): Makeup {
  return makeupOf(segments.map(({ words }) => ({ words: words.map(({ text, box }) => ({ text: fold(text), box })) })));
}

/** A paper with the words printed on it, from a text layer. */
export interface PrintedPaper {
  readonly kind: PaperFacts['kind'];
  readonly text: string;
}

/**
 * Compares a PDF of text with what is known. Scans are left out: their words are read with faults, and their software is the scanner's.
 * @param first segments of the first page
 * @param said producer and creator of the file
 */
export function originsOf(
  known: KnownOrigins,
  first: readonly Segment[],
  papers: readonly PrintedPaper[],
  said: readonly string[],
): Pick<StructureFacts, 'template' | 'issuer'> {
  const makeup = known.generators.length > 0 ? makeupOfPage(first) : null;
  const issuers = papers.flatMap(({ kind, text }) => issuerOf(known, kind, text) ?? []);
  const issuer = issuers.find((one) => !isExpected(one, said)) ?? issuers[0];
  return {
    ...(makeup
      ? {
          template: {
            compared: known.generators.length,
            known: known.generators.filter((one) => hasMakeup(makeup, one.makeup)).map(({ name }) => name),
          },
        }
      : {}),
    ...(issuer ? { issuer: { name: issuer.name, software: issuer.software, expected: isExpected(issuer, said) } } : {}),
  };
}
