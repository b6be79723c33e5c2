import { latinTokens } from '../people/transliterate.ts';

/** Forms that postal norms shorten. Source: AFNOR XP Z10-011. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  AV: 'AVENUE',
  AVE: 'AVENUE',
  BD: 'BOULEVARD',
  BLD: 'BOULEVARD',
  PL: 'PLACE',
  RES: 'RESIDENCE',
  ST: 'SAINT',
  STE: 'SAINTE',
  CHE: 'CHEMIN',
  CHEM: 'CHEMIN',
  ALL: 'ALLEE',
  IMP: 'IMPASSE',
  RTE: 'ROUTE',
  SQ: 'SQUARE',
  LOT: 'LOTISSEMENT',
  BAT: 'BATIMENT',
  APT: 'APPARTEMENT',
  APPT: 'APPARTEMENT',
  ETG: 'ETAGE',
  ESC: 'ESCALIER',
  FG: 'FAUBOURG',
  QU: 'QUAI',
  CRS: 'COURS',
  HAM: 'HAMEAU',
};

const words = (text: string) => new Set((latinTokens(text) ?? []).map((token) => ABBREVIATIONS[token] ?? token));

/** Share of words from which two addresses, or two names of a company, are the same. */
export const SAME_PLACE = 0.8;

/** Share, 0..1, of the words of the shorter text that stand in the longer; shortened forms are opened. Nothing is in everything: 1. */
export function sharedWords(a: string, b: string): number {
  const [x, y] = [words(a), words(b)];
  const [small, large] = x.size <= y.size ? [x, y] : [y, x];
  return small.size === 0 ? 1 : [...small].filter((word) => large.has(word)).length / small.size;
}
