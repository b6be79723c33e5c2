import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import type { BlobStore } from '#ports/blob-store.ts';
import type { BlobName, Vault, WrappedKey } from '#ports/vault.ts';
import { newBlobAddress } from './blob-address.ts';
import type { MasterKeys } from './master-keys.ts';
import { BlobDamaged, openStream, sealStream } from './sealed-stream.ts';

/** Thrown when a row's key was wrapped by a master key that this process was not given: a fault of the operator. */
export class MasterKeyMissing extends Error {
  constructor(version: number) {
    super(`master key version ${version} is not in MASTER_KEYS, but files still need it`);
  }
}

/** Encrypted storage over a blob store: one random key per file, wrapped by the newest master key; one derived key per blob. */
export function vault(masters: MasterKeys, blobs: BlobStore): Vault {
  const unwrap = (wrapped: WrappedKey, fileId: Id<'file'>) => unwrapKey(masters, wrapped, fileId);
  return {
    newestVersion: masters.newest,
    newAddress: () => newBlobAddress(randomBytes),
    newKey: (fileId) => wrapKey(masters, randomBytes(32), fileId),
    rewrap: (wrapped, fileId) => {
      if (versionOf(wrapped) === masters.newest) return null;
      const key = unwrap(wrapped, fileId);
      if (!key.ok) throw new BlobDamaged();
      return wrapKey(masters, key.value, fileId);
    },
    seal: async (wrapped, name, bytes) => {
      const key = unwrap(wrapped, name.fileId);
      if (!key.ok) throw new BlobDamaged();
      let size = 0;
      const counted = async function* () {
        for await (const part of bytes) {
          size += part.length;
          yield part;
        }
      };
      await blobs.put(name.address, sealStream(blobKey(key.value, name), textOf(name), counted()));
      return { size };
    },
    open: async (wrapped, name) => {
      const key = unwrap(wrapped, name.fileId);
      if (!key.ok) return key;
      const sealed = await blobs.get(name.address);
      if (!sealed.ok) return sealed;
      return startReading(openStream(blobKey(key.value, name), textOf(name), sealed.value));
    },
    sealText: (wrapped, fileId, purpose, text) => {
      const key = unwrap(wrapped, fileId);
      if (!key.ok) throw new BlobDamaged();
      return `v1:${gcmSeal(derive(key.value, `text|${purpose}`), `${fileId}|${purpose}`, Buffer.from(text))}`;
    },
    openText: (wrapped, fileId, purpose, sealed) => {
      const key = unwrap(wrapped, fileId);
      if (!key.ok) return key;
      if (!sealed.startsWith('v1:')) return err('blob.damaged');
      const text = gcmOpen(derive(key.value, `text|${purpose}`), `${fileId}|${purpose}`, sealed.slice(3));
      return text.ok ? ok(text.value.toString('utf8')) : text;
    },
    erase: (addresses) => blobs.erase(addresses),
    list: () => blobs.list(),
  };
}

const textOf = ({ address, fileId, role }: BlobName) => `${address}|${fileId}|${role}`;

const derive = (key: Uint8Array, info: string) => Buffer.from(hkdfSync('sha256', key, new Uint8Array(), info, 32));

const blobKey = (key: Uint8Array, { address, role }: BlobName) => derive(key, `${address}|${role}`);

/** Authenticates the first chunk at once, so that a wrong blob is a reason and not an exception in the middle of a reply. */
async function startReading(plain: AsyncGenerator<Uint8Array>): Promise<Result<AsyncIterable<Uint8Array>, 'blob.damaged'>> {
  try {
    const first = await plain.next();
    return ok(resume(first, plain));
  } catch (error) {
    if (error instanceof BlobDamaged) return err('blob.damaged');
    throw error;
  }
}

async function* resume(first: IteratorResult<Uint8Array>, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (!first.done) yield first.value;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

function wrapKey(masters: MasterKeys, key: Uint8Array, fileId: Id<'file'>): WrappedKey {
  const version = masters.newest;
  return `v1:${version}:${gcmSeal(masterKey(masters, version), `${fileId}|${version}`, key)}` as WrappedKey;
}

function unwrapKey(masters: MasterKeys, wrapped: WrappedKey, fileId: Id<'file'>): Result<Buffer, 'blob.damaged'> {
  const version = versionOf(wrapped);
  if (version === null) return err('blob.damaged');
  return gcmOpen(masterKey(masters, version), `${fileId}|${version}`, wrapped.slice(`v1:${version}:`.length));
}

function versionOf(wrapped: string): number | null {
  const match = /^v1:([1-9]\d{0,8}):/.exec(wrapped);
  return match ? Number(match[1]) : null;
}

function masterKey(masters: MasterKeys, version: number): Buffer {
  const key = masters.byVersion.get(version);
  if (!key) throw new MasterKeyMissing(version);
  return key;
}

/** `<nonce>:<ciphertext+tag>`, both in URL-safe Base64. */
function gcmSeal(key: Uint8Array, aad: string, plain: Uint8Array): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(aad));
  const body = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  return `${nonce.toString('base64url')}:${body.toString('base64url')}`;
}

function gcmOpen(key: Uint8Array, aad: string, sealed: string): Result<Buffer, 'blob.damaged'> {
  const [nonce, body] = sealed.split(':').map((part) => Buffer.from(part, 'base64url'));
  if (nonce?.length !== 12 || !body || body.length < 16) return err('blob.damaged');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 });
    decipher.setAAD(Buffer.from(aad));
    decipher.setAuthTag(body.subarray(-16));
    return ok(Buffer.concat([decipher.update(body.subarray(0, -16)), decipher.final()]));
  } catch {
    return err('blob.damaged');
  }
}
