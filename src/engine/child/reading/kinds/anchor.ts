import type { PaperKind } from '#domain/findings/facts.ts';

/** Words that speak for a kind of paper. Patterns run on folded text: capitals, no accents, straight apostrophes. */
export interface KindAnchors {
  readonly kind: PaperKind;
  /** A title alone nearly decides; it also opens a new paper in a file of many. */
  readonly title: RegExp;
  /** Title that its issuer gives the file itself; counts as much, for the first page. */
  readonly fileTitle?: RegExp;
  /** Each found word adds its weight to what is left to certainty. */
  readonly words: readonly (readonly [pattern: RegExp, weight: number])[];
  /** Words that belong to another kind: the score is halved for each. */
  readonly against?: readonly RegExp[];
}
