import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { noAntivirus } from '#adapters/antivirus-none.ts';
import { parseMasterKeys } from '#adapters/master-keys.ts';
import { vault } from '#adapters/vault.ts';
import { JobFault } from '#domain/jobs/job-fault.ts';
import { SHIPPED_ORIGINS } from '#domain/origins/known-origins.ts';
import { documentEngine } from '#engine/client/document-engine.ts';
import { writeFontConfig } from '#engine/client/fonts.ts';
import { pdfSigner } from '#engine/client/sign-pdf.ts';
import { loadOrMakeSigningIdentity } from '#adapters/signing-identity.ts';
import type { House } from '#features/house.ts';
import type { DocumentEngine } from '#ports/document-engine.ts';
import type { JobName } from '#ports/job-queue.ts';
import { jobHandlers } from '#worker/jobs.ts';
import { builtChild } from './engine-child.ts';
import { memoryBlobs } from './memory-blobs.ts';
import { testHouse, type TestHouse } from './test-house.ts';

/** A job that fails as foreseen has left everything as it must be: the queue of the program notes it and goes on. */
function failsOnly(error: unknown): void {
  if (!(error instanceof JobFault)) throw error;
}

let engine: Promise<DocumentEngine> | undefined;

async function startEngine(): Promise<DocumentEngine> {
  const root = new URL('../..', import.meta.url).pathname;
  const keys = mkdtempSync(path.join(tmpdir(), 'keys-'));
  const identity = await loadOrMakeSigningIdentity(keys, 'Test', new Date('2026-11-23T09:00:00Z'));
  return documentEngine({
    slots: 1,
    childEntry: await builtChild(),
    fontConfig: await writeFontConfig(keys),
    templates: path.join(root, 'src/papers/templates'),
    tesseract: null,
    trustDirectory: null,
    trustTestSeals: false,
    origins: SHIPPED_ORIGINS,
    today: () => '2026-11-23',
    sign: pdfSigner(identity, 'Test'),
    onFault: () => {},
  });
}

/** The document engine in its children. It starts once per test worker and lives as long. */
export const testEngine = (): Promise<DocumentEngine> => (engine ??= startEngine());

/** The house with everything real: encrypted blobs in memory, the document engine in its children, jobs run by `work`. */
export interface FullHouse extends Omit<House, 'passwords'>, Pick<TestHouse, 'pass' | 'sent' | 'passwords' | 'journaled'> {
  /** Runs the jobs that were sent, one after another, until none is left. */
  readonly work: () => Promise<void>;
  readonly blobs: ReturnType<typeof memoryBlobs>;
}

/** Builds it. */
export async function fullHouse(): Promise<FullHouse> {
  const house = await testHouse();
  const blobs = memoryBlobs();
  const queue: { name: JobName; payload: unknown }[] = [];
  const full: FullHouse = {
    ...house,
    blobs,
    vault: vault(parseMasterKeys(`1:${Buffer.alloc(32, 3).toString('base64')}`), blobs),
    engine: await testEngine(),
    antivirus: noAntivirus,
    jobs: { send: async (_tx, name, payload) => void queue.push({ name, payload }) },
    work: async () => {
      const handlers = jobHandlers(full);
      for (let job = queue.shift(); job; job = queue.shift()) {
        const run = handlers[job.name] as (payload: unknown, attempt: { last: boolean }) => Promise<void>;
        await run(job.payload, { last: true }).catch(failsOnly);
      }
    },
  };
  return full;
}
