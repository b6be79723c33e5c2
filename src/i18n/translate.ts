import { IntlMessageFormat } from 'intl-messageformat';
import { words as ar } from './ar/words.ts';
import { words as en } from './en/words.ts';
import { words as es } from './es/words.ts';
import { words as frSimple } from './fr-simple/words.ts';
import { words as fr } from './fr/words.ts';
import { frenchSpaces } from './french-spaces.ts';
import { words as pt } from './pt/words.ts';
import { LOCALE_FACTS, type Locale } from './locales.ts';

/** Every key there is: the French catalogue is the reference, so a missing key does not compile. */
export type WordKey = keyof typeof fr;

export type WordParams = Readonly<Record<string, string | number | Date>>;

/** Says a key in one language. Messages follow ICU (plurals, selects); text comes back unescaped. */
export type Translate = (key: WordKey, params?: WordParams) => string;

export const CATALOGUES: Readonly<Record<Locale, Readonly<Record<WordKey, string>>>> = {
  fr,
  'fr-simple': frSimple,
  en,
  es,
  pt,
  ar,
};

const compiled = new Map<string, IntlMessageFormat>();

/** Latin letters and digits, which a sentence from right to left would otherwise mix with their neighbours. */
const MAY_TURN = /[\p{Script=Latin}\p{N}]/u;

/** Names, addresses and numbers written as text, each in a direction of its own (Unicode isolates, UAX #9). */
function isolated(params: WordParams | undefined): WordParams {
  const apart = (value: WordParams[string]) =>
    typeof value === 'string' && MAY_TURN.test(value) ? `\u2068${value}\u2069` : value;
  return Object.fromEntries(Object.entries(params ?? {}).map(([name, value]) => [name, apart(value)]));
}

/** The `t` of one language. Compiled messages are cached for the life of the process. */
export function translator(locale: Locale): Translate {
  const catalogue = CATALOGUES[locale];
  const { intl, dir, lang } = LOCALE_FACTS[locale];
  const set = lang === 'fr' ? frenchSpaces : (text: string) => text;
  return (key, params) => {
    const message = set(catalogue[key]);
    if (!message.includes('{') && !message.includes("'")) return message;
    const name = `${locale} ${key}`;
    let format = compiled.get(name);
    if (!format) compiled.set(name, (format = new IntlMessageFormat(message, intl, undefined, { ignoreTag: true })));
    return String(format.format(dir === 'rtl' ? isolated(params) : params));
  };
}

/** True when a text built at run time is a key, for codes that came from the database. */
export function isWordKey(text: string): text is WordKey {
  return Object.hasOwn(fr, text);
}
