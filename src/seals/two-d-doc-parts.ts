/** A code as it was found, with whatever its finder wants back. */
export interface Part<Place> {
  readonly bytes: Uint8Array;
  readonly at: Place;
}

/** One message: whole from the start, or put together. `complete` is false when a member was not found. */
export interface Whole<Place> {
  readonly bytes: Uint8Array;
  readonly at: Place;
  readonly complete: boolean;
}

const PREFIX = /^E([0-9A-Z]{3})([0-9A-F])([0-9A-F])/;
const PREFIX_LENGTH = 6;

interface Member<Place> extends Part<Place> {
  readonly group: string;
  readonly index: number;
  readonly last: number;
}

function memberOf<Place>(part: Part<Place>): Member<Place> | null {
  if (part.bytes[0] !== 0x45) return null;
  const [, group, index, last] = PREFIX.exec(Buffer.from(part.bytes.subarray(0, PREFIX_LENGTH)).toString('latin1')) ?? [];
  if (!group || !index || !last || parseInt(index, 16) > parseInt(last, 16)) return null;
  return { ...part, group: `${group}${last}`, index: parseInt(index, 16), last: parseInt(last, 16) };
}

/**
 * Puts together messages spread over several codes, in any order: prefix `E`, three characters of the group, index and last index in hexadecimal.
 * Codes that are no member are given back as they are. The place is the one of
 * the first member found. Source: ANTS 2D-Doc 3.3.7, messages of several codes.
 */
export function joinParts<Place>(parts: readonly Part<Place>[]): readonly Whole<Place>[] {
  const single: Whole<Place>[] = [];
  const groups = new Map<string, Member<Place>[]>();
  for (const part of parts) {
    const member = memberOf(part);
    if (member) groups.set(member.group, [...(groups.get(member.group) ?? []), member]);
    else single.push({ ...part, complete: true });
  }
  const joined = [...groups.values()].flatMap((members): Whole<Place>[] => {
    const last = members[0]?.last ?? 0;
    const ordered = Array.from({ length: last + 1 }, (_, index) => members.find((member) => member.index === index) ?? null);
    const first = ordered.find((member) => member !== null);
    if (!first) return [];
    const bytes = Buffer.concat(ordered.flatMap((member) => (member ? [member.bytes.subarray(PREFIX_LENGTH)] : [])));
    return [{ bytes, at: first.at, complete: ordered.every((member) => member !== null) }];
  });
  return [...single, ...joined];
}
