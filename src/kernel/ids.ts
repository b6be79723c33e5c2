declare const noun: unique symbol;

/** A UUID that names one kind of thing: an `Id<'piece'>` cannot be passed where an `Id<'file'>` is asked. */
export type Id<Noun extends string> = string & { readonly [noun]: Noun };

/** Source of new identifiers, handed in so that tests can fix them. Ids are UUIDv7 (RFC 9562): they sort by time of creation. */
export interface Ids {
  next<Noun extends string>(): Id<Noun>;
}

/** Source of unguessable bytes for tokens and keys. */
export type RandomBytes = (length: number) => Uint8Array;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Reads an identifier that came from outside; `null` when it is not a lower-case UUID. */
export function parseId<Noun extends string>(text: unknown): Id<Noun> | null {
  return typeof text === 'string' && UUID.test(text) ? (text as Id<Noun>) : null;
}

/**
 * Makes a UUIDv7 (RFC 9562 §5.7).
 * @param atMs milliseconds since 1970
 * @param random 10 random bytes
 */
export function uuidV7<Noun extends string>(atMs: number, random: Uint8Array): Id<Noun> {
  const bytes = new Uint8Array(16);
  for (let i = 0, rest = atMs; i < 6; i += 1, rest = Math.floor(rest / 256)) bytes[5 - i] = rest % 256;
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-') as Id<Noun>;
}
