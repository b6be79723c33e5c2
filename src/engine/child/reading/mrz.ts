import { mrzDigit } from '#domain/findings/numbers.ts';
import { parseCivilDate } from '#kernel/civil-date.ts';

/** What a machine-readable zone says. */
export interface MachineZone {
  readonly format: 'TD1' | 'TD2' | 'TD3' | 'FR';
  readonly lines: readonly string[];
  readonly lastName: string;
  readonly firstNames: string;
  readonly birthDate: string | null;
  readonly expiryDate: string | null;
  readonly sex: 'F' | 'M' | null;
  readonly nationality: string | null;
  /** Every check digit is right. */
  readonly right: boolean;
}

type Shape = 'letters' | 'digits' | 'any';
/** Runs of characters of one shape, in order; a check digit is `digits`. */
type Layout = readonly (readonly [shape: Shape, length: number])[];

const L = (length: number) => ['letters', length] as const;
const D = (length: number) => ['digits', length] as const;
const X = (length: number) => ['any', length] as const;

const LAYOUTS: Readonly<Record<MachineZone['format'], readonly Layout[]>> = {
  TD1: [[L(5), X(9), D(1), X(15)], [D(7), L(1), D(7), L(3), X(11), D(1)], [L(30)]],
  TD2: [[L(36)], [X(9), D(1), L(3), D(7), L(1), D(7), X(7), D(1)]],
  TD3: [[L(44)], [X(9), D(1), L(3), D(7), L(1), D(7), X(14), D(1), D(1)]],
  FR: [
    [L(30), X(6)],
    [D(13), L(14), D(7), L(1), D(1)],
  ],
};

const TO_DIGIT: Readonly<Record<string, string>> = { O: '0', Q: '0', D: '0', I: '1', L: '1', Z: '2', S: '5', B: '8', G: '6' };
const TO_LETTER: Readonly<Record<string, string>> = { '0': 'O', '1': 'I', '2': 'Z', '5': 'S', '8': 'B', '6': 'G' };
const DOUBTFUL: Readonly<Record<string, string>> = {
  Q: '0',
  O: '0',
  '0': 'O',
  I: '1',
  '1': 'I',
  S: '5',
  '5': 'S',
  B: '8',
  '8': 'B',
  Z: '2',
  '2': 'Z',
  G: '6',
  '6': 'G',
};

/** Brings a line to its length: the longest run of fillers is what a reader miscounts. */
function fitted(line: string, length: number): string | null {
  if (line.length === length) return line;
  const runs = [...line.matchAll(/<+/g)].sort((a, b) => b[0].length - a[0].length);
  const run = runs[0];
  const difference = length - line.length;
  if (!run || Math.abs(difference) > 8 || run[0].length + difference < 0) return null;
  return `${line.slice(0, run.index)}${'<'.repeat(run[0].length + difference)}${line.slice(run.index + run[0].length)}`;
}

/** Letters where the layout wants letters, digits where it wants digits. */
function shaped(line: string, layout: Layout): string {
  const shapes = layout.flatMap(([shape, length]) => Array<Shape>(length).fill(shape));
  return Array.from(line, (letter, index) =>
    shapes[index] === 'digits'
      ? (TO_DIGIT[letter] ?? letter)
      : shapes[index] === 'letters'
        ? (TO_LETTER[letter] ?? letter)
        : letter,
  ).join('');
}

const checks = (text: string, digit: string) => String(mrzDigit(text)) === (digit === '<' ? '0' : digit);

/** The reading of a number, letters and digits that look alike swapped, whose check digit is right; else the number as read. Never digit for digit. */
function settle(text: string, digit: string): string {
  if (checks(text, digit)) return text;
  const places = [...text].flatMap((letter, index) => (DOUBTFUL[letter] ? [index] : [])).slice(0, 8);
  for (let mask = 1; mask < 1 << places.length; mask += 1) {
    const tried = [...text];
    places.forEach((place, bit) => {
      if (mask & (1 << bit)) tried[place] = DOUBTFUL[tried[place] ?? ''] ?? '';
    });
    if (checks(tried.join(''), digit)) return tried.join('');
  }
  return text;
}

/** Two-digit years: birth is never to come, expiry is at most 50 years after 2000. */
function day(text: string, future: boolean, thisYear: number): string | null {
  if (!/^\d{6}$/.test(text)) return null;
  const two = Number(text.slice(0, 2));
  const century = future || two <= thisYear % 100 ? 2000 : 1900;
  return parseCivilDate(`${century + two}-${text.slice(2, 4)}-${text.slice(4, 6)}`);
}

const namesOf = (text: string) => {
  const [last = '', first = ''] = text.replace(/<{3,}.*$/, '').split('<<');
  const words = (part: string) => part.replace(/<+/g, ' ').trim();
  return { lastName: words(last), firstNames: words(first) };
};
const sexOf = (letter: string) => (letter === 'F' || letter === 'M' ? letter : null);

function formatOf(lines: readonly string[]): { format: MachineZone['format']; count: 2 | 3 } | null {
  const [first = '', second = ''] = lines;
  const long = Math.max(first.length, second.length);
  if (/^P/.test(first) && long >= 40) return { format: 'TD3', count: 2 };
  if (lines.length >= 3 && /^[ACI1]/.test(first) && long <= 34) return { format: 'TD1', count: 3 };
  if (/^[I1]DFRA/.test(first) && long >= 33 && long <= 39) return { format: 'FR', count: 2 };
  if (/^[ACI]/.test(first) && long >= 33 && long <= 39) return { format: 'TD2', count: 2 };
  return null;
}

/** The lines with one letter less, where a zero was read as a zero and a letter O beside it. */
function* withoutDoubles(read: readonly string[]): Generator<readonly string[]> {
  for (const [index, line] of read.entries())
    for (const { index: at } of line.matchAll(/O(?=0)|(?<=0)O/g))
      yield read.map((other, row) => (row === index ? `${line.slice(0, at)}${line.slice(at + 1)}` : other));
}

/**
 * Parses a machine-readable zone, corrected by position and by check digits. Formats: ICAO 9303 (three lines of 30, two of 36, two of 44) and the
 * French identity card before 2021 (two of 36). `null` when the lines are none. @param thisYear to tell 1994 from 2094
 */
export function parseZone(read: readonly string[], thisYear: number): MachineZone | null {
  const zone = parseLines(read, thisYear);
  if (!zone || zone.right) return zone;
  for (const tried of withoutDoubles(read)) {
    const other = parseLines(tried, thisYear);
    if (other?.right) return other;
  }
  return zone;
}

function parseLines(read: readonly string[], thisYear: number): MachineZone | null {
  const found = formatOf(read);
  if (!found) return null;
  const layouts = LAYOUTS[found.format];
  const lines = read.slice(0, found.count).map((line, index) => {
    const layout = layouts[index] ?? [];
    const length = layout.reduce((sum, [, part]) => sum + part, 0);
    const right = fitted(line, length);
    return right === null ? null : shaped(right, layout);
  });
  const [one, two, three = ''] = lines;
  if (typeof one !== 'string' || typeof two !== 'string' || three === null) return null;
  switch (found.format) {
    case 'TD1': {
      const number = settle(one.slice(5, 14), one[14] ?? '');
      const top = `${one.slice(0, 5)}${number}${one.slice(14)}`;
      const birth = two.slice(0, 6);
      const expiry = two.slice(8, 14);
      const whole = `${top.slice(5)}${two.slice(0, 7)}${two.slice(8, 15)}${two.slice(18, 29)}`;
      return {
        ...namesOf(three),
        format: 'TD1',
        lines: [top, two, three],
        birthDate: day(birth, false, thisYear),
        expiryDate: day(expiry, true, thisYear),
        sex: sexOf(two[7] ?? ''),
        nationality: two.slice(15, 18).replace(/</g, ''),
        right:
          checks(number, one[14] ?? '') &&
          checks(birth, two[6] ?? '') &&
          checks(expiry, two[14] ?? '') &&
          checks(whole, two[29] ?? ''),
      };
    }
    case 'TD2':
    case 'TD3': {
      const number = settle(two.slice(0, 9), two[9] ?? '');
      const birth = two.slice(13, 19);
      const expiry = two.slice(21, 27);
      const last = two.length - 1;
      const whole = `${number}${two.slice(9, 10)}${two.slice(13, 20)}${two.slice(21, last)}`;
      const optional = found.format === 'TD2' || checks(two.slice(28, 42), two[42] ?? '');
      return {
        ...namesOf(one.slice(5)),
        format: found.format,
        lines: [one, `${number}${two.slice(9)}`],
        birthDate: day(birth, false, thisYear),
        expiryDate: day(expiry, true, thisYear),
        sex: sexOf(two[20] ?? ''),
        nationality: two.slice(10, 13).replace(/</g, ''),
        right:
          checks(number, two[9] ?? '') &&
          checks(birth, two[19] ?? '') &&
          checks(expiry, two[27] ?? '') &&
          optional &&
          checks(whole, two[last] ?? ''),
      };
    }
    case 'FR': {
      const [birth, number] = [two.slice(27, 33), two.slice(0, 12)];
      return {
        lastName: one.slice(5, 30).replace(/<+/g, ' ').trim(),
        firstNames: two.slice(13, 27).replace(/<+/g, ' ').trim(),
        format: 'FR',
        lines: [one, two],
        birthDate: day(birth, false, thisYear),
        expiryDate: null,
        sex: sexOf(two[34] ?? ''),
        nationality: 'FRA',
        right:
          checks(number, two[12] ?? '') && checks(birth, two[33] ?? '') && checks(`${one}${two.slice(0, 35)}`, two[35] ?? ''),
      };
    }
  }
}
