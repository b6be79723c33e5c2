import { parseCivilDate, type CivilDate, type CivilMonth } from '#kernel/civil-date.ts';
import { compareNames, type NameMatch, type PaperIdentity } from '../people/compare-names.ts';
import type { PersonName } from '../people/names.ts';
import type { Fact, FieldName, FileFacts, PaperFacts, PaperKind } from './facts.ts';
import type { Case, Evidence, Verdict } from './findings.ts';

/** A paper with the file it stands in. */
export interface FiledPaper {
  readonly file: string;
  readonly facts: FileFacts;
  readonly paper: PaperFacts;
}

/** Papers of a case, of some kinds or of all. */
export function papersOf(about: Case, ...kinds: readonly PaperKind[]): readonly FiledPaper[] {
  return about.files.flatMap(({ file, facts }) =>
    facts === null
      ? []
      : facts.papers.filter((paper) => kinds.length === 0 || kinds.includes(paper.kind)).map((paper) => ({ file, facts, paper })),
  );
}

/** Files that have been read. */
export function readFiles(about: Case): readonly { readonly file: string; readonly facts: FileFacts }[] {
  return about.files.flatMap(({ file, facts }) => (facts === null ? [] : [{ file, facts }]));
}

/** A file waits to be read: what seems to be missing may stand in it. */
export function hasUnread(about: Case): boolean {
  return about.files.some(({ facts }) => facts === null);
}

/** The surest value of a field. */
export function factOf(paper: PaperFacts, field: FieldName): Fact | null {
  return paper.fields[field]?.[0] ?? null;
}

/** The value of a field as a number; `null` when it was not read. */
export function amountOf(paper: PaperFacts, field: FieldName): number | null {
  const value = Number(factOf(paper, field)?.value ?? Number.NaN);
  return Number.isFinite(value) ? value : null;
}

/** The value of a field as a day; `null` when it was not read. */
export function dayOf(paper: PaperFacts, field: FieldName): CivilDate | null {
  return parseCivilDate(factOf(paper, field)?.value ?? '');
}

/** The value of a field as a month. */
export function monthOfPaper(paper: PaperFacts): CivilMonth | null {
  const value = factOf(paper, 'period')?.value ?? '';
  return /^\d{4}-(?:0[1-9]|1[0-2])$/.test(value) ? (value as CivilMonth) : null;
}

/** Where a field was read, beside what was expected there. */
export function evidenceOf(
  { file, paper }: Pick<FiledPaper, 'file' | 'paper'>,
  field: FieldName,
  expected: string | null = null,
): Evidence {
  const fact = factOf(paper, field);
  return { file, page: fact?.page ?? paper.pages[0] ?? 0, box: fact?.box ?? null, seen: fact?.value ?? null, expected };
}

/** People a paper names. A full name is tried as last name in every split, since papers print either order. */
export function peopleOn(paper: PaperFacts): readonly PaperIdentity[] {
  const values = (field: FieldName) => (paper.fields[field] ?? []).map((fact) => fact.value);
  const [lasts, firsts] = [values('last_name'), values('first_names')];
  const whole = [...values('full_name'), ...values('second_name'), ...values('owner')].map((name) => ({
    lastNames: [name],
    firstNames: name,
  }));
  return lasts.length > 0 ? [{ lastNames: lasts, firstNames: firsts.join(' ') }, ...whole] : whole;
}

/** Under this confidence (0–100) a word read from pixels neither supports nor fails a rule. */
export const LEAST_CONFIDENCE = 60;
const RANK: readonly NameMatch[] = ['exact', 'near', 'mismatch', 'unreadable'];

/** The best answer for several people who may be named. */
export function bestMatch(people: readonly (PersonName | null)[], paper: PaperFacts): NameMatch {
  const named = peopleOn(paper);
  const lastOnly = named.length > 0 && named.every(({ firstNames }) => firstNames === '');
  const answers = people.flatMap((person): NameMatch[] => {
    if (!person) return [];
    if (!lastOnly) return [compareNames(person, named)];
    // First names that could not be read leave a right last name open.
    const last = compareNames({ ...person, firstNames: '', singleName: true }, named);
    return [last === 'mismatch' ? 'mismatch' : 'unreadable'];
  });
  return RANK.find((rank) => answers.includes(rank)) ?? 'unreadable';
}

/** Judges that every paper names one of the people: a mismatch fails and says who is named, a name that cannot be read leaves it open. */
export function judgeNames(
  papers: readonly FiledPaper[],
  people: readonly (PersonName | null)[],
  expected: string,
): Verdict | null {
  if (papers.length === 0) return null;
  // Papers may be sent before the name was typed: there is nothing yet to hold them against.
  if (expected === '') return { outcome: 'inconclusive' };
  const judged = papers.map((filed) => ({ filed, match: bestMatch(people, filed.paper) }));
  const name = (filed: FiledPaper) => (factOf(filed.paper, 'last_name') ? 'last_name' : 'full_name') as FieldName;
  const differing = judged.filter(({ match }) => match === 'mismatch').map(({ filed }) => filed);
  // A name read poorly accuses nobody.
  const wrong = differing.filter((filed) => (factOf(filed.paper, name(filed))?.confidence ?? 0) >= LEAST_CONFIDENCE);
  if (wrong.length > 0)
    return {
      outcome: 'failed',
      evidence: wrong.map((filed) => evidenceOf(filed, name(filed), expected)),
      params: { seen: wrong.map((filed) => evidenceOf(filed, name(filed)).seen ?? ''), expected },
    };
  if (differing.length > 0 || judged.some(({ match }) => match === 'unreadable'))
    return { outcome: 'inconclusive', params: { expected } };
  return {
    outcome: 'passed',
    evidence: judged.map(({ filed }) => evidenceOf(filed, name(filed), expected)),
    params: { expected },
  };
}
