/** A name of PDF, without its slash. */
export interface PdfName {
  readonly name: string;
}
/** A string of PDF as it is written, literal or hexadecimal. */
export interface PdfString {
  readonly string: string;
}
/** A reference to an object by its number. */
export interface PdfRef {
  readonly ref: number;
}
export type PdfDictionary = ReadonlyMap<string, PdfValue>;
export type PdfValue = null | boolean | number | PdfName | PdfString | PdfRef | readonly PdfValue[] | PdfDictionary;

const DEEPEST = 60;
const SPACE = /[\0\t\n\f\r ]/;
const DELIMITER = /[\0\t\n\f\r ()<>[\]{}/%]/;

class Malformed extends Error {}

/** Reads values one after another from text in latin1. Throws `Malformed`, which stays in this file. */
class Reader {
  at: number;
  readonly text: string;
  constructor(text: string, at: number) {
    this.text = text;
    this.at = at;
  }

  skip(): void {
    for (; this.at < this.text.length; this.at += 1) {
      const letter = this.text.charAt(this.at);
      if (letter === '%') {
        while (this.at < this.text.length && !/[\r\n]/.test(this.text.charAt(this.at))) this.at += 1;
      } else if (!SPACE.test(letter)) return;
    }
  }

  token(): string {
    const start = this.at;
    while (this.at < this.text.length && !DELIMITER.test(this.text.charAt(this.at))) this.at += 1;
    return this.text.slice(start, this.at);
  }

  value(depth: number): PdfValue {
    if (depth > DEEPEST) throw new Malformed();
    this.skip();
    const letter = this.text.charAt(this.at);
    if (letter === '<') return this.text.charAt(this.at + 1) === '<' ? this.dictionary(depth) : this.hexadecimal();
    if (letter === '(') return this.literal();
    if (letter === '[') return this.list(depth);
    if (letter === '/') {
      this.at += 1;
      return { name: this.token().replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))) };
    }
    const reference = /^(\d{1,10})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/.exec(
      this.text.slice(this.at, this.at + 40),
    );
    if (reference) {
      this.at += reference[0].length;
      return { ref: Number(reference[1]) };
    }
    const token = this.token();
    if (token === 'true' || token === 'false') return token === 'true';
    if (token === 'null') return null;
    const number = Number(token);
    if (token === '' || Number.isNaN(number)) throw new Malformed();
    return number;
  }

  dictionary(depth: number): PdfDictionary {
    this.at += 2;
    const entries = new Map<string, PdfValue>();
    for (;;) {
      this.skip();
      if (this.text.startsWith('>>', this.at)) {
        this.at += 2;
        return entries;
      }
      if (this.text.charAt(this.at) !== '/') throw new Malformed();
      const key = this.value(depth + 1);
      const value = this.value(depth + 1);
      if (isName(key)) entries.set(key.name, value);
    }
  }

  list(depth: number): readonly PdfValue[] {
    this.at += 1;
    const values: PdfValue[] = [];
    for (;;) {
      this.skip();
      if (this.text.charAt(this.at) === ']') {
        this.at += 1;
        return values;
      }
      values.push(this.value(depth + 1));
    }
  }

  literal(): PdfString {
    const start = this.at;
    let open = 0;
    for (; this.at < this.text.length; this.at += 1) {
      const letter = this.text.charAt(this.at);
      if (letter === '\\') this.at += 1;
      else if (letter === '(') open += 1;
      else if (letter === ')' && (open -= 1) === 0) {
        this.at += 1;
        return { string: this.text.slice(start, this.at) };
      }
    }
    throw new Malformed();
  }

  hexadecimal(): PdfString {
    const end = this.text.indexOf('>', this.at);
    if (end < 0) throw new Malformed();
    const string = this.text.slice(this.at, end + 1);
    this.at = end + 1;
    return { string };
  }
}

/** The value that starts at a place of a text in latin1, and where it ends; `null` when there is none. Never throws. Source: ISO 32000-2, §7.3. */
export function readValue(text: string, at: number): { readonly value: PdfValue; readonly end: number } | null {
  const reader = new Reader(text, at);
  try {
    const value = reader.value(0);
    return { value, end: reader.at };
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
}

const isObject = (value: PdfValue | undefined): value is Exclude<PdfValue, null | boolean | number> =>
  typeof value === 'object' && value !== null;
/** True for a name. */
export const isName = (value: PdfValue | undefined): value is PdfName => isObject(value) && 'name' in value;
/** True for a reference. */
export const isRef = (value: PdfValue | undefined): value is PdfRef => isObject(value) && 'ref' in value;
/** True for a dictionary. */
export const isDictionary = (value: PdfValue | undefined): value is PdfDictionary => value instanceof Map;
/** True for an array. */
export const isList = (value: PdfValue | undefined): value is readonly PdfValue[] => Array.isArray(value);

/** A value in one way of writing, so that equal values are equal texts. */
export function written(value: PdfValue | undefined): string {
  if (isDictionary(value))
    return `<<${[...value]
      .map(([key, one]) => `/${key} ${written(one)}`)
      .sort()
      .join(' ')}>>`;
  if (isList(value)) return `[${value.map(written).join(' ')}]`;
  if (isName(value)) return `/${value.name}`;
  if (isRef(value)) return `${value.ref} R`;
  if (isObject(value) && 'string' in value) return value.string;
  return String(value ?? null);
}
