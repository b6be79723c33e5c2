import type { Finding, RuleName } from './findings.ts';

/** An index of duplicates that another person's file hit. Keys are keyed hashes: nothing of the content is known here. */
export interface CopyHit {
  readonly index: 'bytes' | 'text' | 'figures' | 'layout';
  /** File of this piece. */
  readonly file: string;
  /** Equal hashes: one, or for `layout` the bands of the picture that are equal. */
  readonly bands: number;
}

const LEAST_BANDS = 3;
const RULE_OF: Readonly<Record<CopyHit['index'], RuleName>> = {
  bytes: 'copy.bytes',
  text: 'copy.text',
  figures: 'copy.figures',
  layout: 'copy.layout',
};
const BANDS = 16;
const BAND_DIGITS = 4;

/** The sixteen bands of a 256-bit picture hash, each told apart by its place. */
export function bandsOf(layout: string): readonly string[] {
  return Array.from({ length: BANDS }, (_, band) => `${band}:${layout.slice(band * BAND_DIGITS, (band + 1) * BAND_DIGITS)}`);
}

/** Findings of the same paper elsewhere: same bytes or text, same figures under another name, same layout. For agents; where is a referent's. */
export function judgeCopies(hits: readonly CopyHit[]): readonly Finding[] {
  const told = hits.filter((hit) => hit.index !== 'layout' || hit.bands >= LEAST_BANDS);
  return (['copy.bytes', 'copy.text', 'copy.figures', 'copy.layout'] as const).flatMap((rule): Finding[] => {
    const own = told.filter((hit) => RULE_OF[hit.index] === rule);
    if (own.length === 0) return [];
    return [
      {
        rule,
        version: 1,
        outcome: 'failed',
        level: rule === 'copy.layout' ? 'info' : 'warn',
        audience: 'agent',
        evidence: [...new Set(own.map((hit) => hit.file))].map((file) => ({
          file,
          page: 0,
          box: null,
          seen: null,
          expected: null,
        })),
        params: { count: own.length },
      },
    ];
  });
}
