import { latinTokens } from '#domain/people/transliterate.ts';
import type { Fact, PaperFacts } from '#domain/findings/facts.ts';
import type { ZoneOnPage } from '../zone-on-page.ts';
import { collect } from './collect.ts';
import { inSentence, labelled, type PaperText } from './pick.ts';
import { ANY_DATE, PERSON, toDate, toPerson } from './values.ts';

const FIRST = /([A-Z][A-Z'-]*(?:,? ?[A-Z][A-Z'-]*){0,6})/;
const REVERSE = /ADRESSE|DATE DE DELIVRANCE|DELIVREE? (?:LE|PAR)|AUTORITE/;

/** Under this confidence a printed name gives way to the zone's. */
const POOR = 60;
/** Letters of a name that pixels may have changed in either reading. */
const MISREAD = 2;

/** The printed value and the zone's are the same; names compare as prefixes, since zones cut them. */
function agree(printed: Fact | null, zone: string | null, name = false): boolean {
  if (!printed || !zone) return true;
  if (!name) return printed.value === zone;
  const [a, b] = [(latinTokens(printed.value) ?? []).join(''), (latinTokens(zone) ?? []).join('')];
  const length = Math.min(8, a.length, b.length);
  const different = [...a.slice(0, length)].filter((letter, index) => letter !== b[index]).length;
  return different <= (printed.source === 'ocr' ? MISREAD : 0);
}

/** Reads an identity card, a passport, a permit: the printed face, then the machine-readable zone. The number of the paper is not kept. */
export function readIdentity(paper: PaperText, zone: ZoneOnPage | null): PaperFacts['fields'] {
  const printed = {
    last: labelled(paper, /^\W*NOM(?: DE NAISSANCE)?\b[^A-Z]*|^NOM\/SURNAME/, FIRST, toPerson),
    first: labelled(paper, /PRENOMS?(?:\(S\))?\b[^A-Z]*/, FIRST, toPerson),
    birth: inSentence(paper, new RegExp(`(?:NEE? LE|DATE DE NAISS(?:ANCE|\\.)?) ?:? ?${ANY_DATE.source}`), toDate),
    expiry: inSentence(
      paper,
      new RegExp(`(?:EXPIRE LE|VALABLE JUSQU'AU|DATE D'EXPIR(?:ATION|Y|\\.)?|FIN DE VALIDITE)[^\\d]{0,12}${ANY_DATE.source}`),
      toDate,
    ),
    issued: inSentence(paper, new RegExp(`(?:DATE DE DELIVRANCE|DELIVREE? LE)[^\\d]{0,12}${ANY_DATE.source}`), toDate),
    sex: inSentence(paper, /SEXE? ?:? ?([FM])\b/, (text) => text),
    nationality: inSentence(paper, /NATIONALITE? ?:? ?([A-Z]{3})/, (text) => text),
  };
  const read = zone?.zone ?? null;
  const fromZone = (value: string | null | undefined): readonly Fact[] =>
    zone && value ? [{ value, page: zone.page, box: zone.box, source: 'mrz', confidence: zone.confidence }] : [];
  /** A right zone is surer than print; a wrong one comes after it. */
  const both = (face: Fact | null, value: string | null | undefined) => {
    const seen = face ? [face] : [];
    return read?.right ? [...fromZone(value), ...seen] : [...seen, ...fromZone(value)];
  };
  /** Names as printed, with their accents; no check digit covers names, so the zone comes first only where print was read poorly. */
  const named = (face: Fact | null, value: string | null | undefined) =>
    face && face.confidence >= POOR ? [face, ...fromZone(value)] : [...fromZone(value), ...(face ? [face] : [])];
  const matches =
    agree(printed.birth, read?.birthDate ?? null) &&
    agree(printed.expiry, read?.expiryDate ?? null) &&
    agree(printed.last, read?.lastName ?? null, true) &&
    agree(printed.first, read?.firstNames ?? null, true);
  const front = printed.last !== null || printed.first !== null;
  const back = REVERSE.test(paper.flow.folded) || (read?.format === 'TD1' && front);
  return collect({
    last_name: named(printed.last, read?.lastName),
    first_names: named(printed.first, read?.firstNames),
    birth_date: both(printed.birth, read?.birthDate),
    expiry_date: both(printed.expiry, read?.expiryDate),
    issue_date: printed.issued,
    sex: both(printed.sex, read?.sex),
    nationality: both(printed.nationality, read?.nationality),
    mrz_check: fromZone(read && (read.right ? 'ok' : 'wrong')),
    mrz_matches_print: fromZone(read && (matches ? 'ok' : 'wrong')),
    sides: anyFact(paper, front && back ? '2' : '1'),
  });
}

const anyFact = (paper: PaperText, value: string): Fact | null => {
  const word = paper.flow.words[0];
  return word ? { value, page: paper.flow.page, box: null, source: word.source, confidence: Math.round(word.confidence) } : null;
};

/** Reads the receipt of a permit's renewal or the State's identity proof: no zone. */
export function readIdentityPaper(paper: PaperText): PaperFacts['fields'] {
  return collect({
    last_name: labelled(paper, /NOM(?: DE FAMILLE)? ?:/, FIRST, toPerson),
    first_names: labelled(paper, /PRENOMS?(?:\(S\))? ?:/, FIRST, toPerson),
    full_name: inSentence(paper, new RegExp(`(?:MME|M\\.|MONSIEUR|MADAME) ${PERSON.source}`), toPerson),
    issue_date: labelled(paper, /DELIVREE? LE|VALABLE DU|GENEREE? LE/, ANY_DATE, toDate),
    expiry_date: labelled(paper, /JUSQU'AU|VALABLE.{0,25} AU|EXPIRE/, ANY_DATE, toDate),
  });
}
