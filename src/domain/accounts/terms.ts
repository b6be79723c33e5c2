import { shiftDays, type CivilDate } from '#kernel/civil-date.ts';

/** Articles that the terms of use may hold; each has its words `legal.terms_<article>`. */
export type TermsArticle =
  | 'object'
  | 'definitions'
  | 'does'
  | 'accuracy'
  | 'list'
  | 'forgery'
  | 'landlords'
  | 'others'
  | 'partners'
  | 'levels'
  | 'links'
  | 'responsibility'
  | 'open'
  | 'abuse'
  | 'change'
  | 'law';

/** One version of the terms of use. Once published it never changes: another text is another version, with new articles. */
export interface TermsVersion {
  readonly id: string;
  /** First day on which it counts. */
  readonly from: CivilDate;
  /** A change of substance: people are told before, and asked again. A mended spelling is none. */
  readonly substance: boolean;
  readonly articles: readonly TermsArticle[];
  /** SHA-256 of its French articles, one a line; fixed when it is published, held by a test. */
  readonly sha256: string;
}

/** Every version, oldest first. */
export const TERMS: readonly TermsVersion[] = [
  {
    id: '2026-11',
    from: '2026-11-01' as CivilDate,
    substance: true,
    articles: [
      'object',
      'does',
      'definitions',
      'accuracy',
      'list',
      'forgery',
      'landlords',
      'others',
      'partners',
      'levels',
      'links',
      'responsibility',
      'open',
      'abuse',
      'change',
      'law',
    ],
    sha256: 'fa51344ca78e03d237da7bbc41c770ed4246fbd3872ff13173d09397990a48d5',
  },
];

/** Days before a change of substance on which people are told (state duties, § 10). */
export const TERMS_NOTICE_DAYS = 15;

/** The version that counts on a day. Throws when none does: the first one counts since before the service opened. */
export function termsInForce(versions: readonly TermsVersion[], today: CivilDate): TermsVersion {
  const found = versions.findLast(({ from }) => from <= today);
  if (!found) throw new RangeError(`no terms of use count on ${today}`);
  return found;
}

/** The newest version that people are told of by now: it counts, or it will within the days of notice. Only changes of substance are. */
export function termsToTell(versions: readonly TermsVersion[], today: CivilDate): TermsVersion | null {
  const told = versions.findLast(({ from, substance }) => substance && shiftDays(from, -TERMS_NOTICE_DAYS) <= today);
  return told && versions.indexOf(told) > 0 ? told : null;
}

/** The versions that can be read on a day, newest first: those that count or counted, and the one that is announced. */
export function readableTerms(versions: readonly TermsVersion[], today: CivilDate): readonly TermsVersion[] {
  return versions.filter(({ from }) => shiftDays(from, -TERMS_NOTICE_DAYS) <= today).toReversed();
}

/** Last day on which a version counts; `null` while no later one is announced. */
export function lastDayOf(versions: readonly TermsVersion[], version: TermsVersion, today: CivilDate): CivilDate | null {
  const next = versions[versions.indexOf(version) + 1];
  return next && readableTerms(versions, today).includes(next) ? shiftDays(next.from, -1) : null;
}

/** True when who accepted a version must be asked again: a change of substance counts that is newer. @param accepted id of the version */
export function mustAcceptAgain(versions: readonly TermsVersion[], accepted: string, today: CivilDate): boolean {
  const asked = versions.findLastIndex(({ from, substance }) => substance && from <= today);
  return versions.findIndex(({ id }) => id === accepted) < asked;
}
