import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import { err, ok } from '#kernel/result.ts';
import type { BlobAddress, BlobStore } from '#ports/blob-store.ts';
import { parseBlobAddress } from './blob-address.ts';
import { elementsOf, textOf } from './s3-answers.ts';

/** Bytes of a part. Up to this size a blob is one PUT; S3 asks for at least 5 MiB in all parts but the last. */
const PART = 8 * 1024 * 1024;
/** The most that one DeleteObjects request may hold. */
const ERASED_AT_ONCE = 1_000;
const TIMEOUT_MS = 120_000;

export interface S3Settings {
  /** Address of the bucket, bucket name included, with or without a trailing slash. */
  readonly endpoint: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

/**
 * Blobs in an S3-compatible bucket, addressed by path. A blob appears when its single PUT, or its multipart upload, is
 * complete; a broken one is aborted. Memory: one part of 8 MiB per upload.
 */
export function s3Blobs({ endpoint, region, accessKey, secretKey }: S3Settings): BlobStore {
  const client = new AwsClient({ accessKeyId: accessKey, secretAccessKey: secretKey, service: 's3', region, retries: 3 });
  const bucket = endpoint.replace(/\/+$/, '');
  const call: Call = (method, place, { body, headers = {} } = {}) =>
    client.fetch(place.startsWith('?') ? `${bucket}${place}` : `${bucket}/${place}`, {
      method,
      headers: { ...headers, 'x-amz-content-sha256': digest('sha256', body ?? '').toString('hex') },
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(body === undefined ? {} : { body }),
    });
  return {
    put: async (address, bytes) => putBlob(call, keyOf(address), bytes),
    get: async (address) => {
      const answer = await call('GET', keyOf(address));
      if (answer.status === 404) {
        await answer.body?.cancel();
        return err('blob.missing');
      }
      await accepted(answer, 'get');
      return ok(answer.body ?? emptyStream());
    },
    erase: async (addresses) => {
      const keys = addresses.map(keyOf);
      for (let start = 0; start < keys.length; start += ERASED_AT_ONCE)
        await eraseSome(call, keys.slice(start, start + ERASED_AT_ONCE));
    },
    list: () => listBlobs(call),
  };
}

type Body = string | Uint8Array<ArrayBuffer>;
type Call = (
  method: 'GET' | 'PUT' | 'POST' | 'DELETE',
  place: string,
  content?: { body?: Body; headers?: Record<string, string> },
) => Promise<Response>;

/** Also guards the request path: whatever is not an address of ours never reaches it. */
function keyOf(address: BlobAddress): BlobAddress {
  if (parseBlobAddress(address) === null) throw new RangeError('not a blob address');
  return address;
}

const digest = (algorithm: 'sha256' | 'md5', body: Body) => createHash(algorithm).update(body).digest();

/** Throws when the storage refused; the answer's text is left out, it may echo the request. */
async function accepted(answer: Response, what: string): Promise<Response> {
  if (answer.ok) return answer;
  await answer.body?.cancel();
  throw new Error(`the blob storage refused: ${what}, HTTP ${answer.status}`);
}

async function putBlob(call: Call, key: string, bytes: AsyncIterable<Uint8Array>): Promise<{ size: number }> {
  let upload: string | null = null;
  const etags: string[] = [];
  let size = 0;
  try {
    for await (const { part, last } of inParts(bytes)) {
      size += part.length;
      if (last && upload === null) {
        await (await accepted(await call('PUT', key, { body: part }), 'put')).body?.cancel();
        return { size };
      }
      upload ??= await startUpload(call, key);
      etags.push(await putPart(call, `${key}?partNumber=${etags.length + 1}&uploadId=${encodeURIComponent(upload)}`, part));
    }
    if (upload !== null) await completeUpload(call, key, upload, etags);
    return { size };
  } catch (error) {
    // Should this fail as well, the bucket's rule for incomplete uploads clears it; the first failure is the one to tell.
    if (upload !== null) await call('DELETE', `${key}?uploadId=${encodeURIComponent(upload)}`).catch(() => undefined);
    throw error;
  }
}

async function startUpload(call: Call, key: string): Promise<string> {
  const answer = await accepted(await call('POST', `${key}?uploads=`), 'start of an upload');
  const upload = textOf(await answer.text(), 'UploadId');
  if (!upload) throw new Error('the blob storage gave no upload id');
  return upload;
}

async function putPart(call: Call, place: string, part: Uint8Array<ArrayBuffer>): Promise<string> {
  const answer = await accepted(await call('PUT', place, { body: part }), 'part of an upload');
  await answer.body?.cancel();
  const etag = answer.headers.get('etag');
  if (!etag) throw new Error('the blob storage gave no etag');
  return etag;
}

async function completeUpload(call: Call, key: string, upload: string, etags: readonly string[]): Promise<void> {
  const parts = etags.map((etag, index) => `<Part><PartNumber>${index + 1}</PartNumber><ETag>${etag}</ETag></Part>`).join('');
  const body = `<CompleteMultipartUpload>${parts}</CompleteMultipartUpload>`;
  const answer = await accepted(
    await call('POST', `${key}?uploadId=${encodeURIComponent(upload)}`, { body }),
    'end of an upload',
  );
  // S3 may answer 200 and put the error in the text (CompleteMultipartUpload, "Processing … could take several minutes").
  if ((await answer.text()).includes('<Error>')) throw new Error('the blob storage could not complete an upload');
}

async function eraseSome(call: Call, keys: readonly string[]): Promise<void> {
  const objects = keys.map((key) => `<Object><Key>${key}</Key></Object>`).join('');
  const body = `<Delete><Quiet>true</Quiet>${objects}</Delete>`;
  const headers = { 'content-md5': digest('md5', body).toString('base64') };
  const answer = await accepted(await call('POST', '?delete=', { body, headers }), 'erasing');
  const failed = elementsOf(await answer.text(), 'Error').filter((one) => textOf(one, 'Code') !== 'NoSuchKey');
  if (failed.length > 0) throw new Error(`the blob storage kept ${failed.length} of ${keys.length} blobs that were to be erased`);
}

async function* listBlobs(call: Call): AsyncGenerator<{ address: BlobAddress; storedAt: Date }> {
  let next: string | null = null;
  do {
    const from: string = next === null ? '' : `&continuation-token=${encodeURIComponent(next)}`;
    const page = await (await accepted(await call('GET', `?list-type=2${from}`), 'list')).text();
    for (const entry of elementsOf(page, 'Contents')) {
      const address = parseBlobAddress(textOf(entry, 'Key') ?? '');
      if (address) yield { address, storedAt: new Date(textOf(entry, 'LastModified') ?? 0) };
    }
    next = textOf(page, 'IsTruncated') === 'true' ? textOf(page, 'NextContinuationToken') : null;
  } while (next !== null);
}

async function* inParts(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<{ part: Uint8Array<ArrayBuffer>; last: boolean }> {
  let held: Uint8Array[] = [];
  let size = 0;
  const take = () => {
    const part = Buffer.concat(held);
    [held, size] = [[], 0];
    return part;
  };
  for await (const bit of bytes) {
    // Cut only when more follows: an upload never ends with an empty part.
    if (size >= PART) yield { part: take(), last: false };
    held.push(bit);
    size += bit.length;
  }
  yield { part: take(), last: true };
}

async function* emptyStream(): AsyncGenerator<Uint8Array> {
  // An empty object may come without a body.
}
