const DAY_MS = 86_400_000;
const EPOCH = Date.UTC(2000, 0, 1);

const iso = (at: number) => new Date(at).toISOString().slice(0, 10);

/** A day of the calendar as `YYYY-MM-DD`; `null` when there is none such. */
export function calendarDay(year: number, month: number, day: number): string | null {
  const at = Date.UTC(year, month - 1, day);
  if (year < 1800 || year > 9999 || Number.isNaN(at)) return null;
  const text = iso(at);
  return text === `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` ? text : null;
}

/** Days since 2000 in four hexadecimal digits; `FFFF` is no day. */
export function fromHexDay(text: string): string | null {
  return /^[0-9A-F]{4}$/.test(text) && text !== 'FFFF' ? iso(EPOCH + parseInt(text, 16) * DAY_MS) : null;
}

/** The other way round. @param day `YYYY-MM-DD`; `null` gives `FFFF` */
export function toHexDay(day: string | null): string {
  if (day === null) return 'FFFF';
  return Math.round((Date.parse(`${day}T00:00:00Z`) - EPOCH) / DAY_MS)
    .toString(16)
    .toUpperCase()
    .padStart(4, '0');
}

/** Three bytes: the number MMDDYYYY, big-endian; `FFFFFF` is no day. */
export function fromBinaryDay(bytes: Uint8Array): string | null {
  if (bytes.length < 3) return null;
  const value = ((bytes[0] ?? 0) << 16) | ((bytes[1] ?? 0) << 8) | (bytes[2] ?? 0);
  return value === 0xffffff ? null : calendarDay(value % 10_000, Math.floor(value / 1_000_000), Math.floor(value / 10_000) % 100);
}

/** The other way round. @param day `YYYY-MM-DD`; `null` gives `FFFFFF` */
export function toBinaryDay(day: string | null): Uint8Array {
  const [year = 0, month = 0, date = 0] = (day ?? '').split('-').map(Number);
  const value = day === null ? 0xffffff : month * 1_000_000 + date * 10_000 + year;
  return Uint8Array.of(value >> 16, (value >> 8) & 0xff, value & 0xff);
}

/** The Unix epoch's day of a number of seconds. */
export function unixDay(seconds: number): string {
  return iso(seconds * 1000);
}

/** A day counted from 1900-01-01; `null` when it is beyond the calendar. Source: ISO 22376 payloads of the State. */
export function dayAfter1900(days: number): string | null {
  const at = Date.UTC(1900, 0, 1) + days * DAY_MS;
  return Number.isInteger(days) && Math.abs(at) < 8.64e15 && days >= 0 && days < 150_000 ? iso(at) : null;
}
