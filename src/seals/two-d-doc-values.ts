import { fromBase32 } from './base32.ts';
import { calendarDay, fromHexDay } from './seal-days.ts';

const HEX_DAYS = new Set(['06', '08', '36', '37', '53', '54', '56', 'AD', 'E1', 'E2', 'E3']);
const PLAIN_DAYS = new Set('1C 4A 4B 4C 55 57 69 6L 6N 6O 75 96 AA AI B7 C4 D3 D4 D7 D9 DD DS F2 G3 H4 H5 L2 L9'.split(' '));
const HEX_YEARS = new Set(['BF']);
const TIMES = new Set(['07']);
const BASE32 = new Set(['0C']);

/**
 * The value of an element in plain form: days `YYYY-MM-DD`, times `HH:MM:SS`, amounts with a point, Base32 as text. What is not coded as it should
 * be stays as it is; `/` between parts of a name or an address stays. Source: ANTS 2D-Doc 3.3.7, tables of elements.
 */
export function plainValue(id: string, raw: string): string {
  if (HEX_DAYS.has(id)) return fromHexDay(raw) ?? raw;
  if (PLAIN_DAYS.has(id) && /^\d{8}$/.test(raw))
    return calendarDay(Number(raw.slice(4)), Number(raw.slice(2, 4)), Number(raw.slice(0, 2))) ?? raw;
  if (HEX_YEARS.has(id) && /^[0-9A-F]{3}$/.test(raw)) return String(parseInt(raw, 16));
  if (TIMES.has(id) && /^\d{6}$/.test(raw)) return raw.replace(/^(..)(..)(..)$/, '$1:$2:$3');
  if (BASE32.has(id) && /^[A-Z2-7]+$/.test(raw)) return Buffer.from(fromBase32(raw)).toString('utf8');
  return /^-?\d+,\d+$/.test(raw) ? raw.replace(',', '.') : raw;
}
