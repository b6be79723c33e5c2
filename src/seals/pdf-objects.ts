import { isDictionary, isList, isName, isRef, readValue, type PdfDictionary, type PdfValue } from './pdf-syntax.ts';

/** Opens a stream compressed with Flate; `null` when it cannot, or is larger than its caller allows. */
export type Inflate = (bytes: Uint8Array) => Uint8Array | null;

/** One object: its value, and for streams the bytes as they stand. */
export interface PdfObject {
  readonly value: PdfValue;
  readonly stream: { readonly from: number; readonly to: number } | null;
}

type Entry = { readonly at: number } | { readonly within: number; readonly index: number };

/** A PDF as it stood at one of its ends, by its own cross-reference tables. */
export interface PdfState {
  /** Numbers of all objects in use. */
  readonly numbers: readonly number[];
  readonly trailer: PdfDictionary;
  /** Where an object stands, as a text; equal texts in two states of one file are the same bytes. */
  place(number: number): string | null;
  object(number: number): PdfObject | null;
}

const MOST_SECTIONS = 300;
const MOST_OBJECTS = 200_000;
const LATE = 2048;

const whole = (value: PdfValue | undefined): number | null =>
  typeof value === 'number' && Number.isInteger(value) ? value : null;

/** Undoes the PNG predictors of tables; other predictors are none that tables use. Source: ISO 32000-2, §7.4.4.4. */
function unpredicted(bytes: Uint8Array, parameters: PdfValue | undefined): Uint8Array | null {
  const predictor = isDictionary(parameters) ? (whole(parameters.get('Predictor')) ?? 1) : 1;
  if (predictor === 1) return bytes;
  const columns = isDictionary(parameters) ? (whole(parameters.get('Columns')) ?? 1) : 1;
  if (predictor < 10 || columns < 1 || columns > 64) return null;
  const rows = Math.floor(bytes.length / (columns + 1));
  const out = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    const filter = bytes[row * (columns + 1)];
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column;
      const left = column > 0 ? (out[at - 1] ?? 0) : 0;
      const up = row > 0 ? (out[at - columns] ?? 0) : 0;
      const corner = column > 0 && row > 0 ? (out[at - columns - 1] ?? 0) : 0;
      const raw = bytes[row * (columns + 1) + 1 + column] ?? 0;
      out[at] = raw + predictionOf(filter, left, up, corner);
    }
  }
  return out;
}

function predictionOf(filter: number | undefined, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return Math.floor((left + up) / 2);
  if (filter !== 4) return 0;
  const [toLeft, toUp, toCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
}

/** The object that starts at a place: `12 0 obj …`. */
function objectAt(text: string, at: number, number: number | null, end: number): PdfObject | null {
  const head = /^[\0\t\n\f\r ]*(\d{1,10})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+obj/.exec(text.slice(at, at + 60));
  if (!head || (number !== null && Number(head[1]) !== number)) return null;
  const read = readValue(text, at + head[0].length);
  if (!read || read.end > end) return null;
  const start = /^[\0\t\n\f\r ]*stream(?:\r\n|\n|\r)/.exec(text.slice(read.end, read.end + 40));
  if (!start || !isDictionary(read.value)) return { value: read.value, stream: null };
  const from = read.end + start[0].length;
  const length = whole(read.value.get('Length'));
  // A length that is elsewhere or wrong: up to the end of the stream, as readers do.
  const told = length !== null && /^[\r\n ]{0,3}endstream/.test(text.slice(from + length, from + length + 14));
  const to = told ? from + length : text.indexOf('endstream', from);
  return to < from || to > end ? null : { value: read.value, stream: { from, to } };
}

interface Section {
  readonly entries: ReadonlyMap<number, Entry | null>;
  readonly trailer: PdfDictionary;
}

/** A table in its old form: `xref`, subsections, `trailer`. */
function tableAt(text: string, at: number): Section | null {
  const entries = new Map<number, Entry | null>();
  let from = at + 'xref'.length;
  for (;;) {
    const head = /^[\0\t\n\f\r ]*(\d{1,10})[ \t]+(\d{1,10})[\0\t\n\f\r ]+/.exec(text.slice(from, from + 60));
    if (!head) break;
    const [first, count] = [Number(head[1]), Number(head[2])];
    from += head[0].length;
    if (count > MOST_OBJECTS) return null;
    for (let step = 0; step < count; step += 1) {
      const line = /^(\d{10}) (\d{5}) ([nf])[\r\n ]{1,2}/.exec(text.slice(from, from + 20));
      if (!line) return null;
      entries.set(first + step, line[3] === 'n' ? { at: Number(line[1]) } : null);
      from += line[0].length;
    }
  }
  const trailer = /^[\0\t\n\f\r ]*trailer/.exec(text.slice(from, from + 30));
  const read = trailer && readValue(text, from + trailer[0].length);
  return read && isDictionary(read.value) ? { entries, trailer: read.value } : null;
}

/** A table in a stream. Source: ISO 32000-2, §7.5.8. */
function streamTableAt(bytes: Uint8Array, text: string, at: number, end: number, inflate: Inflate): Section | null {
  const object = objectAt(text, at, null, end);
  const content = object && contentOf(bytes, object, inflate);
  if (!object || !content || !isDictionary(object.value)) return null;
  const widths = object.value.get('W');
  const [kindWidth = null, secondWidth = null, thirdWidth = null] = isList(widths) ? widths.map(whole) : [];
  const size = whole(object.value.get('Size'));
  if (kindWidth === null || secondWidth === null || thirdWidth === null || size === null) return null;
  const row = kindWidth + secondWidth + thirdWidth;
  if (row < 1 || row > 32 || Math.min(kindWidth, secondWidth, thirdWidth) < 0) return null;
  const index = object.value.get('Index');
  const ranges = isList(index) ? index.map((value) => whole(value) ?? 0) : [0, size];
  const number = (from: number, width: number) => {
    let value = 0;
    for (let step = 0; step < width; step += 1) value = value * 256 + (content[from + step] ?? 0);
    return value;
  };
  const entries = new Map<number, Entry | null>();
  let from = 0;
  for (let pair = 0; pair + 1 < ranges.length; pair += 2) {
    const [first = 0, count = 0] = ranges.slice(pair, pair + 2);
    for (let step = 0; step < count && from + row <= content.length; step += 1, from += row) {
      const kind = kindWidth === 0 ? 1 : number(from, kindWidth);
      const [second, third] = [number(from + kindWidth, secondWidth), number(from + kindWidth + secondWidth, thirdWidth)];
      entries.set(first + step, kind === 1 ? { at: second } : kind === 2 ? { within: second, index: third } : null);
    }
  }
  return { entries, trailer: object.value };
}

/** The bytes of a stream without its compression; `null` with a filter that tables and object streams never have. */
function contentOf(bytes: Uint8Array, object: PdfObject, inflate: Inflate): Uint8Array | null {
  if (!object.stream || !isDictionary(object.value)) return null;
  const raw = bytes.subarray(object.stream.from, object.stream.to);
  const filter = object.value.get('Filter');
  const [only, ...others] = isList(filter) ? filter : [filter];
  if (only === undefined || only === null) return raw;
  if (others.length > 0 || !isName(only) || only.name !== 'FlateDecode') return null;
  const open = inflate(raw);
  const parameters = object.value.get('DecodeParms');
  return open && unpredicted(open, isList(parameters) ? parameters[0] : parameters);
}

/**
 * The document as it stands at `end` bytes, by the last `startxref` before it and the tables that it leads to. `null` when these are not right:
 * whoever asks must then take it that anything may have changed. Never throws. Source: ISO 32000-2, §7.5.
 */
export function pdfStateAt(bytes: Uint8Array, text: string, end: number, inflate: Inflate): PdfState | null {
  const late = text.slice(Math.max(0, end - LATE), end);
  const last = [...late.matchAll(/startxref[\0\t\n\f\r ]+(\d{1,10})/g)].at(-1)?.[1];
  if (last === undefined) return null;
  const entries = new Map<number, Entry | null>();
  let trailer: PdfDictionary | null = null;
  const queue = [Number(last)];
  const seen = new Set<number>();
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    if (seen.has(at)) continue;
    if (at >= end || seen.size >= MOST_SECTIONS) return null;
    seen.add(at);
    const start = at + (/^[\0\t\n\f\r ]*/.exec(text.slice(at, at + 20))?.[0].length ?? 0);
    const section = text.startsWith('xref', start) ? tableAt(text, start) : streamTableAt(bytes, text, start, end, inflate);
    if (!section) return null;
    for (const [number, entry] of section.entries) if (!entries.has(number)) entries.set(number, entry);
    if (entries.size > MOST_OBJECTS) return null;
    trailer ??= section.trailer;
    const [hybrid, before] = [whole(section.trailer.get('XRefStm')), whole(section.trailer.get('Prev'))];
    queue.unshift(...(hybrid === null ? [] : [hybrid]), ...(before === null ? [] : [before]));
  }
  if (!trailer) return null;
  const opened = new Map<number, ReadonlyMap<number, PdfValue> | null>();
  const within = (number: number): ReadonlyMap<number, PdfValue> | null => {
    const known = opened.get(number);
    if (known !== undefined) return known;
    const entry = entries.get(number);
    const object = entry && 'at' in entry ? objectAt(text, entry.at, number, end) : null;
    const content = object && contentOf(bytes, object, inflate);
    const values = object && content ? valuesIn(object.value, content) : null;
    opened.set(number, values);
    return values;
  };
  return {
    numbers: [...entries].flatMap(([number, entry]) => (entry ? [number] : [])),
    trailer,
    place: (number) => {
      const entry = entries.get(number);
      if (!entry) return null;
      if ('at' in entry) return String(entry.at);
      const holder = entries.get(entry.within);
      return `${holder && 'at' in holder ? holder.at : '?'}:${entry.index}`;
    },
    object: (number) => {
      const entry = entries.get(number);
      if (!entry) return null;
      if ('at' in entry) return objectAt(text, entry.at, number, end);
      const value = within(entry.within)?.get(number);
      return value === undefined ? null : { value, stream: null };
    },
  };
}

/** Objects of an object stream, by number. Source: ISO 32000-2, §7.5.7. */
function valuesIn(dictionary: PdfValue, content: Uint8Array): ReadonlyMap<number, PdfValue> | null {
  if (!isDictionary(dictionary)) return null;
  const [count, first] = [whole(dictionary.get('N')), whole(dictionary.get('First'))];
  if (count === null || first === null || count > MOST_OBJECTS) return null;
  const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1');
  const heads = text
    .slice(0, first)
    .trim()
    .split(/[\0\t\n\f\r ]+/)
    .map(Number);
  const values = new Map<number, PdfValue>();
  for (let step = 0; step < count; step += 1) {
    const [number, offset] = [heads[step * 2], heads[step * 2 + 1]];
    const read = number === undefined || offset === undefined ? null : readValue(text, first + offset);
    if (number === undefined || !read) return null;
    values.set(number, read.value);
  }
  return values;
}

/** The value that a value stands for, references followed. */
export function resolved(state: PdfState, value: PdfValue | undefined): PdfValue {
  let current = value ?? null;
  for (let step = 0; step < 20 && isRef(current); step += 1) current = state.object(current.ref)?.value ?? null;
  return isRef(current) ? null : current;
}
