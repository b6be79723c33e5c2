import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '#kernel/result.ts';
import { INTAKE_CODES, type IntakeCode } from '#domain/pieces/intake.ts';
import type { KnownOrigins } from '#domain/origins/known-origins.ts';
import type { FileType } from '#domain/pieces/file-type.ts';
import type { DocumentEngine, EngineFault } from '#ports/document-engine.ts';
import type { Message } from '../wire.ts';
import { ChildLost, type EngineChild, type Limits } from './child-process.ts';
import { readFactsReply } from './facts-reply.ts';
import { fontFolders } from './fonts.ts';
import { Pool } from './pool.ts';

export interface EngineOptions {
  readonly slots: number;
  readonly childEntry: string;
  readonly fontConfig: string;
  /** Folder of the templates of what the service prints. */
  readonly templates: string;
  readonly tesseract: string | null;
  readonly trustDirectory: string | null;
  readonly trustTestSeals: boolean;
  /** Makers and issuers that papers are compared with. */
  readonly origins: KnownOrigins;
  /** Civil date of today in Paris, for validity of certificates. */
  readonly today: () => string;
  /** Signs a finished PDF. */
  readonly sign: (pdf: Uint8Array, at: Date) => Promise<Uint8Array>;
  /** Told of children that were killed or failed: codes and library messages, no content. */
  readonly onFault: (fault: { kind: string; over: string | null; words: string }) => void;
}

const MB = 1024 * 1024;
const EXAMINE_BYTES = 512 * MB;
const COPY_BYTES = 300 * MB;
/**
 * Processor time of one step of one file. Only reading many scanned pages may take more than 20 s, page after page: none of them may keep
 * the child for long (`PAGE_MS`), so a file that is made to be slow is known by its first page.
 */
const SPENT_MS = {
  check: 20_000,
  prepare: 10_000,
  heic: 30_000,
  page: 10_000,
  makeup: 10_000,
  compression: 10_000,
  examine: 60_000,
  reference: 20_000,
  watermark: 20_000,
  bind: 120_000,
} as const;
const PAGE_MS = 5_000;
/** A busy machine gives a child less than one processor: the clock runs on. */
const CLOCK_PER_SPENT = 4;

const preparedReply = z.object({ pages: z.number().int().min(1), workingType: z.enum(['pdf', 'jpeg']).nullable() });
const codeReply = z.object({ code: z.enum(INTAKE_CODES) });
const sizesReply = z.object({ sizes: z.array(z.tuple([z.number().int().min(1), z.number().int().min(1)])).min(1) });
const pageReply = z.object({ width: z.number().int().min(1), height: z.number().int().min(1) });
const referenceReply = z.object({
  reference: z.object({ taxNumber: z.string().regex(/^\d{13}$/), reference: z.string().regex(/^[0-9A-Z]{13}$/) }).nullable(),
});
const numbers = z.array(z.number().int().min(0));
const makeupReply = z.object({ makeup: z.object({ runs: numbers, places: numbers }).nullable() });
/** The document engine as the rest of the program calls it. Answers of children are parsed as hostile. */
export function documentEngine(options: EngineOptions): DocumentEngine {
  const pool = new Pool({ entry: options.childEntry, fontConfig: options.fontConfig }, options.slots);

  let lastAlone: Promise<unknown> = Promise.resolve();
  /** One after another: work that takes much memory, and second tries. */
  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const done = lastAlone.then(work);
    lastAlone = done.catch(() => undefined);
    return done;
  };

  const limitsOf = (kind: keyof typeof SPENT_MS, residentBytes: number): Omit<Limits, 'replyBytes'> => ({
    cpuMs: SPENT_MS[kind],
    pageCpuMs: PAGE_MS,
    wallMs: SPENT_MS[kind] * CLOCK_PER_SPENT,
    residentBytes,
  });

  /**
   * Runs a request. Where the child was killed there is one more try, in safe mode: in a new child, no other second try beside it, pages at
   * half their size. Then the file is too complex.
   */
  const run = async (
    kind: keyof typeof SPENT_MS,
    build: (child: EngineChild) => Message,
    residentBytes: number,
  ): Promise<Message | 'fault' | 'too_complex'> => {
    const safely = (child: EngineChild): Message => {
      const { header, blobs } = build(child);
      return { header: { ...header, safe: true }, blobs };
    };
    let killed = false;
    for (let attempt = 0; attempt < 2; attempt += 1) {
      try {
        const reply = killed
          ? await alone(() => pool.run(safely, limitsOf(kind, EXAMINE_BYTES)))
          : await (kind === 'heic'
              ? alone(() => pool.run(build, limitsOf(kind, residentBytes)))
              : pool.run(build, limitsOf(kind, residentBytes)));
        if (reply.header['fault'] === true) {
          options.onFault({ kind, over: null, words: 'child answered with a fault' });
          if (attempt === 0) continue;
          return 'fault';
        }
        return reply;
      } catch (error) {
        if (!(error instanceof ChildLost)) throw error;
        killed = true;
        options.onFault({ kind, over: error.over, words: error.message });
      }
    }
    return 'too_complex';
  };

  const faultOf = (reply: 'fault' | 'too_complex'): EngineFault => (reply === 'fault' ? 'engine.failed' : 'engine.too_complex');
  const stepOf = (kind: keyof typeof SPENT_MS, type: FileType) => (kind === 'prepare' && type === 'heic' ? 'heic' : kind);

  return {
    check: async () => {
      const reply = await run('check', () => ({ header: { kind: 'check' }, blobs: [] }), EXAMINE_BYTES);
      return typeof reply !== 'string' && reply.header['drawn'] === true;
    },
    prepare: async ({ bytes, type, maxPages, password }) => {
      const reply = await run(
        stepOf('prepare', type),
        () => ({ header: { kind: 'prepare', type, maxPages, ...(password ? { password } : {}) }, blobs: [bytes] }),
        EXAMINE_BYTES,
      );
      if (typeof reply === 'string') return err<IntakeCode>('too_complex');
      const code = codeReply.safeParse(reply.header);
      if (code.success) return err<IntakeCode>(code.data.code);
      const parsed = preparedReply.safeParse(reply.header);
      const [preview, working] = reply.blobs;
      if (!parsed.success || !preview) return err<IntakeCode>('processing_failed');
      const { pages, workingType } = parsed.data;
      return ok({ pages, preview, working: workingType && working ? { bytes: working, type: workingType } : null });
    },
    page: async ({ bytes, type, page, width }) => {
      const reply = await run('page', () => ({ header: { kind: 'page', type, page, width }, blobs: [bytes] }), EXAMINE_BYTES);
      if (typeof reply === 'string') return err(faultOf(reply));
      const parsed = pageReply.safeParse(reply.header);
      const [jpeg] = reply.blobs;
      return parsed.success && jpeg ? ok({ jpeg, ...parsed.data }) : err('engine.failed');
    },
    compression: async ({ bytes, type, page, picture }) => {
      const reply = await run(
        'compression',
        () => ({ header: { kind: 'compression', type, page, picture }, blobs: [bytes] }),
        EXAMINE_BYTES,
      );
      if (typeof reply === 'string') return err(faultOf(reply));
      if (reply.header['none'] === true) return ok(null);
      const parsed = pageReply.safeParse(reply.header);
      const [jpeg] = reply.blobs;
      return parsed.success && jpeg ? ok({ jpeg, ...parsed.data }) : err('engine.failed');
    },
    examine: async ({ bytes, type, converted = false }) => {
      const tools = {
        tesseract: options.tesseract,
        trustDirectory: options.trustDirectory,
        trustTestSeals: options.trustTestSeals,
        origins: options.origins,
        today: options.today(),
      };
      const reply = await run(
        'examine',
        () => ({ header: { kind: 'examine', type, converted, tools }, blobs: [bytes] }),
        EXAMINE_BYTES,
      );
      if (typeof reply === 'string') return err(faultOf(reply));
      const facts = readFactsReply(reply.header);
      return facts ? ok(facts) : err('engine.failed');
    },
    makeup: async ({ bytes }) => {
      const reply = await run('makeup', () => ({ header: { kind: 'makeup' }, blobs: [bytes] }), EXAMINE_BYTES);
      if (typeof reply === 'string') return err(faultOf(reply));
      const parsed = makeupReply.safeParse(reply.header);
      return parsed.success ? ok(parsed.data.makeup) : err('engine.failed');
    },
    taxReference: async ({ bytes, type }) => {
      const reply = await run('reference', () => ({ header: { kind: 'reference', type }, blobs: [bytes] }), EXAMINE_BYTES);
      if (typeof reply === 'string') return err(faultOf(reply));
      const parsed = referenceReply.safeParse(reply.header);
      return parsed.success ? ok(parsed.data.reference) : err('engine.failed');
    },
    watermark: async ({ bytes, type, text, holes, cropped = false }) => {
      const reply = await run(
        'watermark',
        () => ({ header: { kind: 'watermark', type, text, holes, cropped }, blobs: [bytes] }),
        COPY_BYTES,
      );
      if (typeof reply === 'string') return err(faultOf(reply));
      const parsed = sizesReply.safeParse(reply.header);
      if (!parsed.success || parsed.data.sizes.length !== reply.blobs.length) return err('engine.failed');
      return ok(
        parsed.data.sizes.map(([width, height], index) => ({ width, height, jpeg: reply.blobs[index] ?? new Uint8Array() })),
      );
    },
    bind: async ({ template, data, images, sign, createdAt, qr }): Promise<Result<Uint8Array, EngineFault>> => {
      const source = await readFile(path.join(options.templates, `${template}.typ`), 'utf8');
      const names = [...images.keys()];
      const reply = await run(
        'bind',
        (child) => ({
          header: {
            kind: 'bind',
            source,
            data,
            qr,
            names,
            fonts: fontFolders(),
            createdAtSeconds: Math.floor(createdAt.getTime() / 1000),
            directory: child.directory,
          },
          blobs: names.map((name) => images.get(name) ?? new Uint8Array()),
        }),
        EXAMINE_BYTES,
      );
      if (typeof reply === 'string') return err(faultOf(reply));
      const [pdf] = reply.blobs;
      if (!pdf) return err('engine.failed');
      return ok(sign ? await options.sign(pdf, createdAt) : pdf);
    },
    close: () => pool.close(),
  };
}
