/** A value of MessagePack; maps never occur in payloads of seals. */
export type Packed = null | boolean | number | string | readonly Packed[];

const DEEPEST = 8;
const MOST_ITEMS = 10_000;

/** Values one after another; `null` when the bytes are cut, too deep, or hold a map or an extension. Never throws. Source: msgpack specification. */
export function unpackAll(bytes: Uint8Array): readonly Packed[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let [at, items] = [0, 0];
  let broken = false;
  const fail = (): null => {
    broken = true;
    return null;
  };
  const take = (length: number): number | null => {
    const from = at;
    at += length;
    return at <= bytes.length ? from : fail();
  };
  const number = (length: number, read: (from: number) => number): number | null => {
    const from = take(length);
    return from === null ? null : read(from);
  };
  const text = (length: number | null): string | null => {
    const from = length === null ? null : take(length);
    return from === null ? null : Buffer.from(bytes.subarray(from, at)).toString('utf8');
  };
  const list = (length: number | null, depth: number): Packed => {
    if (length === null || depth > DEEPEST || length > bytes.length - at) return fail();
    const values: Packed[] = [];
    for (let index = 0; index < length && !broken; index += 1) values.push(value(depth + 1));
    return values;
  };
  const value = (depth: number): Packed => {
    const head = number(1, (from) => bytes[from] ?? 0);
    items += 1;
    if (head === null || items > MOST_ITEMS) return fail();
    if (head < 0x80) return head;
    if (head >= 0xe0) return head - 256;
    if (head >= 0xa0 && head < 0xc0) return text(head & 31);
    if (head >= 0x90 && head < 0xa0) return list(head & 15, depth);
    const byte = () => number(1, (from) => view.getUint8(from));
    const short = () => number(2, (from) => view.getUint16(from));
    const long = () => number(4, (from) => view.getUint32(from));
    switch (head) {
      case 0xc0:
        return null;
      case 0xc2:
        return false;
      case 0xc3:
        return true;
      case 0xc4:
      case 0xd9:
        return text(byte());
      case 0xc5:
      case 0xda:
        return text(short());
      case 0xcc:
        return byte();
      case 0xcd:
        return short();
      case 0xce:
        return long();
      case 0xcf:
        return number(8, (from) => Number(view.getBigUint64(from)));
      case 0xd0:
        return number(1, (from) => view.getInt8(from));
      case 0xd1:
        return number(2, (from) => view.getInt16(from));
      case 0xd2:
        return number(4, (from) => view.getInt32(from));
      case 0xd3:
        return number(8, (from) => Number(view.getBigInt64(from)));
      case 0xca:
        return number(4, (from) => view.getFloat32(from));
      case 0xcb:
        return number(8, (from) => view.getFloat64(from));
      case 0xdc:
        return list(short(), depth);
      default:
        return fail();
    }
  };
  const values: Packed[] = [];
  while (at < bytes.length && !broken) values.push(value(0));
  return broken ? null : values;
}
