import { parseCivilDate } from '#kernel/civil-date.ts';

/** `1 852,59`, `1852.59`, `16, 15`: an amount with cents. */
export const AMOUNT = /(?<![\d,])(\d{1,3}(?:[ .]?\d{3})*[,.] ?\d{2})(?!\d|\s?%)/;
/** `21 551`: whole euros, or with cents. */
export const WHOLE = /(?<![\d,])(\d{1,3}(?: ?\d{3})+|\d{1,7})(?![\d/])/;
/** A day in figures, with any usual separator. */
export const DATE = /(\d{1,2} ?[/. -] ?\d{1,2} ?[/. -] ?\d{4}|\d{8})/;
const MONTHS = [
  'JANVIER',
  'FEVRIER',
  'MARS',
  'AVRIL',
  'MAI',
  'JUIN',
  'JUILLET',
  'AOUT',
  'SEPTEMBRE',
  'OCTOBRE',
  'NOVEMBRE',
  'DECEMBRE',
];
/** A day in figures or in words. */
export const ANY_DATE = new RegExp(`(\\d{1,2}(?:ER)? (?:${MONTHS.join('|')}) \\d{4}|${DATE.source.slice(1, -1)})`);
/** A month in figures or in words. */
export const MONTH = new RegExp(`((?:${MONTHS.join('|')}) \\d{4}|(?<![\\d/])\\d{2} ?/ ?\\d{4})`);
/** Names of people on folded text. */
export const PERSON = /((?:(?:M|MME|MLLE|MR|MONSIEUR|MADAME)\.? )?[A-Z][A-Z'.-]*(?:,? [A-Z][A-Z'.-]*){1,7})/;

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();

/** An amount as facts write it; signs are dropped. */
export const toAmount = (text: string): string | null => {
  const digits = text.replace(/[^\d]/g, '');
  return digits.length < 3 ? null : `${Number(digits.slice(0, -2))}.${digits.slice(-2)}`;
};

/** Whole euros as an amount with cents. */
export const toWhole = (text: string): string | null => {
  const digits = text.replace(/\D/g, '');
  return digits === '' ? null : `${Number(digits)}.00`;
};

/** A day in figures or words as `YYYY-MM-DD`; `null` when there is no such day. */
export const toDate = (text: string): string | null => {
  const words = new RegExp(`(\\d{1,2})(?:ER)? (${MONTHS.join('|')}) (\\d{4})`).exec(plain(text));
  if (words)
    return parseCivilDate(
      `${words[3]}-${String(MONTHS.indexOf(words[2] ?? '') + 1).padStart(2, '0')}-${(words[1] ?? '').padStart(2, '0')}`,
    );
  const figures =
    /^(\d{1,2})\D*(\d{1,2})\D*(\d{4})$/.exec(text.trim()) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text.replace(/\D/g, ''));
  return figures
    ? parseCivilDate(`${figures[3]}-${(figures[2] ?? '').padStart(2, '0')}-${(figures[1] ?? '').padStart(2, '0')}`)
    : null;
};

/** A month, or the month of a day, as `YYYY-MM`. */
export const toMonth = (text: string): string | null => {
  const words = new RegExp(`(${MONTHS.join('|')}) (\\d{4})`).exec(plain(text));
  if (words) return `${words[2]}-${String(MONTHS.indexOf(words[1] ?? '') + 1).padStart(2, '0')}`;
  const figures = /(\d{2})\D+(\d{4})$/.exec(text.trim());
  const month = Number(figures?.[1]);
  return figures && month >= 1 && month <= 12 ? `${figures[2]}-${figures[1]}` : null;
};

/** Text as printed, without its ends. */
export const toText = (text: string): string | null => {
  const clean = text.replace(/^[\s:,.;|_-]+|[\s:,;|_-]+$/g, '').replace(/\s+/g, ' ');
  return clean === '' ? null : clean;
};

/** A person's name without title; commas between first names dropped. */
export const toPerson = (text: string): string | null => {
  const clean = toText(text.replace(/,/g, ' '))?.replace(/^(?:m|mme|mlle|mr|monsieur|madame)\.?\s+/i, '');
  return clean && /\p{L}{2}/u.test(clean) ? clean : null;
};

/** Fourteen digits. */
export const toSiret = (text: string): string | null => {
  const digits = text.replace(/\D/g, '');
  return digits.length === 14 ? digits : null;
};

/** Two consecutive years as `2026-2027`. */
export const toSchoolYear = (text: string): string | null => {
  const [first, second] = (text.match(/\d{4}/g) ?? []).map(Number);
  return first !== undefined && second === first + 1 ? `${first}-${second}` : null;
};
