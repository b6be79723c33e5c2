import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import S3rver from '@20minutes/s3rver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BlobStore } from '#ports/blob-store.ts';
import { newBlobAddress } from './blob-address.ts';
import { blobStoreContract } from './blob-store.contract.ts';
import { s3Blobs } from './blobs-s3.ts';

let folder: string;
let server: S3rver;
let endpoint: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 's3-'));
  server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: folder,
    resetOnClose: true,
    configureBuckets: [{ name: 'dossiers' }],
  });
  endpoint = `http://127.0.0.1:${(await server.run()).port}/dossiers`;
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const at = (address: string): BlobStore =>
  s3Blobs({ endpoint: address, region: 'eu-west-1', accessKey: 'S3RVER', secretKey: 'S3RVER' });

blobStoreContract('S3', () => at(endpoint));

async function* few() {
  yield Buffer.from('a few bytes');
}

/** A storage that answers as told, to see how its failures are taken. */
async function answering(handler: RequestListener, use: (store: BlobStore) => Promise<void>): Promise<void> {
  const http = createServer((request, response) => {
    request.resume();
    request.on('end', () => handler(request, response));
  });
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  try {
    await use(at(`http://127.0.0.1:${(http.address() as AddressInfo).port}/bucket`));
  } finally {
    http.closeAllConnections();
    await new Promise((done) => http.close(done));
  }
}

describe('blobs in S3', () => {
  it('are listed over as many pages as it takes', async () => {
    const pages = [newBlobAddress(randomBytes), newBlobAddress(randomBytes)];
    const asked: string[] = [];
    await answering(
      (request, response) => {
        asked.push(request.url ?? '');
        const second = request.url?.includes('continuation-token');
        response.end(
          `<ListBucketResult><IsTruncated>${!second}</IsTruncated><NextContinuationToken>a&amp;b=</NextContinuationToken>` +
            `<Contents><Key>${pages[second ? 1 : 0]}</Key><LastModified>2026-11-24T10:00:00.000Z</LastModified></Contents>` +
            '<Contents><Key>somebody/elses.txt</Key></Contents></ListBucketResult>',
        );
      },
      async (store) => {
        const all = [];
        for await (const entry of store.list()) all.push(entry);
        const storedAt = new Date('2026-11-24T10:00:00Z');
        expect(all).toEqual(pages.map((address) => ({ address, storedAt })));
        expect(asked[1]).toContain('continuation-token=a%26b%3D');
      },
    );
  });

  it('fail aloud when the storage refuses, without its words', async () => {
    await answering(
      (_, response) => response.writeHead(403).end('<Error><Message>key AKIA…</Message></Error>'),
      async (store) => {
        await expect(store.put(newBlobAddress(randomBytes), few())).rejects.toThrow(/^the blob storage refused: put, HTTP 403$/);
        await expect(store.get(newBlobAddress(randomBytes))).rejects.toThrow('HTTP 403');
      },
    );
  });

  it('are not taken as erased when the storage kept them', async () => {
    await answering(
      (_, response) => response.end('<DeleteResult><Error><Key>k</Key><Code>AccessDenied</Code></Error></DeleteResult>'),
      async (store) => {
        await expect(store.erase([newBlobAddress(randomBytes)])).rejects.toThrow('kept 1 of 1');
      },
    );
  });

  it('are aborted when a large upload cannot be completed', async () => {
    const seen: string[] = [];
    await answering(
      (request, response) => {
        seen.push(`${request.method} ${request.url?.split('?')[1]}`);
        if (request.url?.includes('uploads=')) response.end('<R><UploadId>u1</UploadId></R>');
        else if (request.method === 'PUT') response.setHeader('etag', '"e"').end();
        else response.end('<Error><Code>InternalError</Code></Error>');
      },
      async (store) => {
        const large = async function* () {
          for (let i = 0; i < 9; i += 1) yield Buffer.alloc(1024 * 1024);
        };
        await expect(store.put(newBlobAddress(randomBytes), large())).rejects.toThrow('could not complete');
        expect(seen.at(-1)).toBe('DELETE uploadId=u1');
      },
    );
  });
});
