import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Bytes of plain text in a chunk; the last one may be shorter. */
export const CHUNK = 64 * 1024;
const TAG = 16;
const PREFIX = 7;
const MAGIC = Buffer.from('DFB1');
const AES_256_GCM = 1;
const HEADER = MAGIC.length + 1 + PREFIX;

/** Thrown while reading when a blob is not, byte for byte, what was sealed under this key and name. */
export class BlobDamaged extends Error {
  constructor() {
    super('the blob is damaged, or is not the one that was asked for');
  }
}

/**
 * Encrypts a stream: header `DFB1`, algorithm byte, 7 random bytes; then chunks of 64 KiB under AES-256-GCM. The nonce is
 * prefix ‖ 32-bit counter ‖ last-chunk flag, so that cutting, reordering or joining chunks cannot go unseen
 * (STREAM: Hoang, Reyhanitabar, Rogaway, Vizár, 2015). At most one chunk is held in memory.
 * @param name authenticated with every chunk: whose blob this is
 */
export async function* sealStream(key: Uint8Array, name: string, plain: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const prefix = randomBytes(PREFIX);
  yield Buffer.concat([MAGIC, Buffer.of(AES_256_GCM), prefix]);
  for await (const { bytes, index, last } of blocks(plain, () => CHUNK)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(prefix, index, last));
    cipher.setAAD(authenticated(name));
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  }
}

/** Decrypts what {@link sealStream} made. A chunk is given out only once authenticated; otherwise throws {@link BlobDamaged}. */
export async function* openStream(key: Uint8Array, name: string, sealed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let prefix = Buffer.alloc(0);
  for await (const { bytes, index, last } of blocks(sealed, (block) => (block === 0 ? HEADER : CHUNK + TAG))) {
    if (index > 0) {
      yield openChunk(key, nonceOf(prefix, index - 1, last), authenticated(name), bytes);
      continue;
    }
    const known = bytes.subarray(0, MAGIC.length).equals(MAGIC) && bytes[MAGIC.length] === AES_256_GCM;
    if (last || !known) throw new BlobDamaged();
    prefix = Buffer.from(bytes.subarray(MAGIC.length + 1));
  }
}

function openChunk(key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, sealed: Buffer): Buffer {
  if (sealed.length < TAG) throw new BlobDamaged();
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
  decipher.setAAD(aad);
  decipher.setAuthTag(sealed.subarray(-TAG));
  const plain = decipher.update(sealed.subarray(0, -TAG));
  try {
    decipher.final();
  } catch {
    throw new BlobDamaged();
  }
  return plain;
}

const authenticated = (name: string) => Buffer.concat([MAGIC, Buffer.from(name)]);

function nonceOf(prefix: Uint8Array, counter: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.set(prefix);
  nonce.writeUInt32BE(counter, PREFIX);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

/** Cuts a stream into blocks of wanted sizes and knows the last one, which may be short or, for an empty stream, empty. */
async function* blocks(
  source: AsyncIterable<Uint8Array>,
  sizeOf: (index: number) => number,
): AsyncGenerator<{ bytes: Buffer; index: number; last: boolean }> {
  let index = 0;
  let block = Buffer.allocUnsafe(sizeOf(index));
  let held = 0;
  for await (const part of source) {
    for (let offset = 0; offset < part.length;) {
      // A full block waits for one more byte: only then is it known not to be the last.
      if (held === block.length) {
        yield { bytes: block, index, last: false };
        index += 1;
        block = Buffer.allocUnsafe(sizeOf(index));
        held = 0;
      }
      const taken = part.subarray(offset, offset + block.length - held);
      block.set(taken, held);
      held += taken.length;
      offset += taken.length;
    }
  }
  yield { bytes: block.subarray(0, held), index, last: true };
}
