/** The child of the document engine: reads one request after another from its parent, opens a stranger's bytes, answers. */
import { z } from 'zod';
import { COMPRESSION_PICTURES } from '#domain/findings/compression-pictures.ts';
import { knownOrigins } from '#domain/origins/known-origins.ts';
import { encodeMessage, messageReader, type Message } from '../wire.ts';
import { capWebAssembly } from './limits.ts';
import { drawSmaller, tellOpening } from './opening.ts';

const WASM_LIMIT = 256 * 1024 * 1024;
const REQUEST_LIMIT = 256 * 1024 * 1024;
capWebAssembly(WASM_LIMIT);

const safe = z.boolean().optional();
const fileType = z.enum(['pdf', 'jpeg', 'png', 'webp', 'heic', 'tiff']);
const box = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const request = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('check'), safe }),
  z.object({ kind: z.literal('prepare'), type: fileType, maxPages: z.number().int(), password: z.string().optional(), safe }),
  z.object({
    kind: z.literal('page'),
    type: fileType,
    page: z.number().int().min(0),
    width: z.number().int().min(50).max(3000),
    safe,
  }),
  z.object({
    kind: z.literal('examine'),
    safe,
    type: fileType,
    converted: z.boolean(),
    tools: z.object({
      tesseract: z.string().nullable(),
      trustDirectory: z.string().nullable(),
      trustTestSeals: z.boolean(),
      origins: knownOrigins,
      today: z.string(),
    }),
  }),
  z.object({
    kind: z.literal('compression'),
    type: fileType,
    page: z.number().int().min(0),
    picture: z.enum(COMPRESSION_PICTURES),
    safe,
  }),
  z.object({ kind: z.literal('makeup'), safe }),
  z.object({ kind: z.literal('reference'), type: fileType, safe }),
  z.object({
    kind: z.literal('watermark'),
    safe,
    type: fileType,
    text: z.string().min(1).max(500),
    holes: z.array(z.object({ page: z.number().int(), box })).nullable(),
    cropped: z.boolean(),
  }),
  z.object({
    kind: z.literal('bind'),
    safe,
    source: z.string(),
    data: z.unknown(),
    qr: z.string(),
    names: z.array(z.string()),
    fonts: z.array(z.string()),
    createdAtSeconds: z.number(),
    directory: z.string(),
  }),
]);

async function answer(message: Message): Promise<Message> {
  const asked = request.parse(message.header);
  drawSmaller(asked.safe ?? false);
  const bytes = message.blobs[0] ?? new Uint8Array();
  switch (asked.kind) {
    case 'check': {
      const { marksAreDrawn } = await import('./watermark.ts');
      return { header: { drawn: await marksAreDrawn() }, blobs: [] };
    }
    case 'prepare': {
      const { prepare } = await import('./prepare.ts');
      const prepared = await prepare({
        bytes,
        type: asked.type,
        maxPages: asked.maxPages,
        ...(asked.password ? { password: asked.password } : {}),
      });
      if (typeof prepared === 'string') return { header: { code: prepared }, blobs: [] };
      return {
        header: { pages: prepared.pages, workingType: prepared.working?.type ?? null },
        blobs: [prepared.preview, ...(prepared.working ? [prepared.working.bytes] : [])],
      };
    }
    case 'page': {
      const { eachDrawnPage, encodeJpeg } = await import('./page-pixels.ts');
      const found: Message[] = [];
      await eachDrawnPage(
        { bytes, type: asked.type, only: asked.page },
        { dpi: 300, pixels: 9_000_000, side: 12_000, width: asked.width },
        async (pixels) => {
          if (pixels) found.push({ header: { width: pixels.width, height: pixels.height }, blobs: [await encodeJpeg(pixels)] });
        },
      );
      return found[0] ?? { header: { fault: true }, blobs: [] };
    }
    case 'examine': {
      const { examineFile } = await import('./reading/examine.ts');
      return {
        header: { facts: await examineFile({ bytes, type: asked.type, converted: asked.converted, ...asked.tools }) },
        blobs: [],
      };
    }
    case 'compression': {
      const { compressionPicture } = await import('./compression/pictures.ts');
      const drawn = await compressionPicture(bytes, asked.type, asked.page, asked.picture);
      return drawn ? { header: { ...drawn.size }, blobs: [drawn.jpeg] } : { header: { none: true }, blobs: [] };
    }
    case 'makeup': {
      const { readMakeup } = await import('./reading/read-makeup.ts');
      return { header: { makeup: await readMakeup(bytes) }, blobs: [] };
    }
    case 'reference': {
      const { readTaxReference } = await import('./reading/tax-reference.ts');
      return { header: { reference: await readTaxReference(bytes, asked.type) }, blobs: [] };
    }
    case 'watermark': {
      const { watermark } = await import('./watermark.ts');
      const pages = await watermark({ bytes, type: asked.type, text: asked.text, holes: asked.holes, cropped: asked.cropped });
      if (typeof pages === 'string') return { header: { fault: true }, blobs: [] };
      return { header: { sizes: pages.map((page) => [page.width, page.height]) }, blobs: pages.map((page) => page.jpeg) };
    }
    case 'bind': {
      const { bind } = await import('./bind.ts');
      const images = new Map(asked.names.map((name, index) => [name, message.blobs[index] ?? new Uint8Array()]));
      return { header: {}, blobs: [await bind({ ...asked, data: asked.data, images })] };
    }
  }
}

const reply = (message: Message) => {
  for (const part of encodeMessage(message)) process.stdout.write(part);
};

tellOpening((opening) => reply({ header: { opening }, blobs: [] }));
const read = messageReader(REQUEST_LIMIT);
let queue: Promise<void> = Promise.resolve();
process.stdin.on('data', (chunk: Buffer) => {
  for (const message of read(chunk)) {
    queue = queue.then(() =>
      answer(message).then(reply, (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.message : 'fault'}\n`);
        reply({ header: { fault: true, spent: true }, blobs: [] });
      }),
    );
  }
});
process.stdin.on('end', () => process.exit(0));
reply({ header: { ready: true }, blobs: [] });
