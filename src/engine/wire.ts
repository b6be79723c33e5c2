/**
 * Messages between the parent and a child: a header of JSON and raw blobs, length-prefixed, over pipes.
 * `[u32 header length][header][blob 0][blob 1]…`; the header says the length of each blob.
 */
export interface Message {
  readonly header: Readonly<Record<string, unknown>>;
  readonly blobs: readonly Uint8Array[];
}

/** Bytes of a message, in pieces to be written in order. */
export function encodeMessage(message: Message): Uint8Array[] {
  const header = Buffer.from(JSON.stringify({ ...message.header, blobs: message.blobs.map((blob) => blob.length) }));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(header.length);
  return [length, header, ...message.blobs];
}

export class WireError extends Error {}

/** Collects chunks until a message is whole. Throws `WireError` over the limit or on anything malformed. @param limit bytes of one message */
export function messageReader(limit: number): (chunk: Buffer) => Message[] {
  let pending: Buffer[] = [];
  let size = 0;
  let wanted = 4;
  const join = () => {
    const whole = pending.length === 1 && pending[0] ? pending[0] : Buffer.concat(pending);
    pending = [whole];
    return whole;
  };
  return (chunk) => {
    pending.push(chunk);
    size += chunk.length;
    if (size > limit + 4) throw new WireError('message too large');
    const found: Message[] = [];
    while (size >= wanted) {
      const all = join();
      const headerLength = all.readUInt32BE(0);
      if (headerLength > 1024 * 1024) throw new WireError('header too large');
      if (size < 4 + headerLength) {
        wanted = 4 + headerLength;
        break;
      }
      const header = parseHeader(all.subarray(4, 4 + headerLength));
      const total = 4 + headerLength + header.blobs.reduce((sum, length) => sum + length, 0);
      if (total > limit) throw new WireError('message too large');
      if (size < total) {
        wanted = total;
        break;
      }
      let at = 4 + headerLength;
      const blobs = header.blobs.map((length) => all.subarray(at, (at += length)));
      found.push({ header: header.rest, blobs });
      const rest = all.subarray(total);
      pending = rest.length > 0 ? [rest] : [];
      size = rest.length;
      wanted = 4;
    }
    return found;
  };
}

function parseHeader(bytes: Buffer): { rest: Record<string, unknown>; blobs: number[] } {
  let read: unknown;
  try {
    read = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new WireError('header is not JSON');
  }
  if (typeof read !== 'object' || read === null || !('blobs' in read) || !Array.isArray(read.blobs))
    throw new WireError('header without blobs');
  const { blobs, ...rest } = read as { blobs: unknown[] } & Record<string, unknown>;
  if (!blobs.every((length): length is number => Number.isInteger(length) && (length as number) >= 0))
    throw new WireError('wrong blob length');
  return { rest, blobs };
}
