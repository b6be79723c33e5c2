import { z } from 'zod';
import { FIELD_NAMES, PAPER_KINDS, type FileFacts } from '#domain/findings/facts.ts';

/** Longest value that rules, screens and comparisons are given: longer ones are no name, no address, no amount. */
const MOST_VALUE = 300;
const MOST_PAGES = 200;
/** Values of one field, seals of one file, fields of one seal: rules compare all of them with each other, in the process that serves pages. */
const MOST_FACTS = 20;
const MOST_SEALS = 40;
const MOST_SEAL_FIELDS = 200;
const DEEPEST = 12;
/** Control characters and halves of characters: a database takes neither, and a finding that cannot be written is never told. */
const UNWRITABLE = /[\p{Cc}\p{Cs}]/gu;

/** The same data with every text writable. Throws on data that nests deeper than facts do. */
function writable(value: unknown, depth = 0): unknown {
  if (depth > DEEPEST) throw new RangeError('facts nest too deep');
  if (typeof value === 'string') return value.replace(UNWRITABLE, ' ');
  if (Array.isArray(value)) return value.map((one) => writable(one, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, writable(one, depth + 1)]));
}

/** The first so many of a list; what follows is not looked at. */
const firstOf = <Item extends z.ZodType>(item: Item, most: number) => z.array(item).transform((list) => list.slice(0, most));

const short = z.string().transform((text) => text.slice(0, MOST_VALUE));
const said = short.nullable();
const index = z.number().int().min(0).max(10_000);
const box = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const fact = z.object({
  value: short,
  page: index,
  box: box.nullable(),
  source: z.enum(['seal', 'text', 'ocr', 'mrz']),
  confidence: z.number().min(0).max(100),
});
const paper = z.object({
  kind: z.enum(PAPER_KINDS),
  score: z.number(),
  pages: z.array(index).max(MOST_PAGES),
  fields: z.partialRecord(z.enum(FIELD_NAMES), firstOf(fact, MOST_FACTS)),
});
const page = z.object({
  page: index,
  source: z.enum(['text', 'ocr', 'none']),
  confidence: z.number().min(0).max(100),
  blank: z.boolean(),
  blurred: z.boolean(),
  dark: z.boolean(),
  codes: z.array(z.object({ format: z.enum(['DataMatrix', 'QRCode']), box })),
});
const sealFields = firstOf(
  z.object({ id: short, raw: short, value: short, truncated: z.boolean(), known: z.boolean() }),
  MOST_SEAL_FIELDS,
);
const seal = z.looseObject({
  standard: z.enum(['fr.2d-doc', 'iso22376', 'pdf.signature', 'issuer.link']),
  kind: short,
  issuer: z.object({ authority: short, certificate: short, name: said }),
  fields: sealFields,
  annex: sealFields,
  verdict: z.enum(['valid', 'invalid', 'unverifiable']),
  reason: said,
  revocationKnown: z.boolean(),
  at: z.object({ page: index, box }).nullable(),
});
const compressed = z.object({ page: index, twice: z.boolean(), odd: z.array(box).max(MOST_FACTS) });
const reply = z.object({
  facts: z.looseObject({
    reader: z.number().int(),
    pages: z.array(page).max(MOST_PAGES),
    papers: z.array(paper).max(MOST_PAGES),
    seals: firstOf(seal, MOST_SEALS),
    structure: z.looseObject({
      ...{ producer: said, creator: said, createdAt: said, modifiedAt: said, imageSoftware: said },
      ...{ updates: z.array(z.unknown()), overlays: z.array(z.unknown()), hidden: z.array(z.unknown()) },
      ...{ oddFonts: z.array(z.unknown()), metadataDisagrees: z.boolean(), generated: z.boolean() },
      compression: z.array(compressed).max(MOST_PAGES).optional(),
      template: z.object({ compared: index, known: z.array(short).max(MOST_FACTS) }).optional(),
      issuer: z.object({ name: short, software: z.array(short).max(MOST_FACTS), expected: z.boolean() }).optional(),
    }),
    fingerprints: z.object({
      text: z.string().nullable(),
      figures: z.string().nullable(),
      layout: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .nullable(),
    }),
  }),
});

/**
 * What a child read of a file, its answer taken as hostile: shapes and lengths are those of facts, texts hold nothing that cannot be written. `null` when it
 * is no such answer.
 */
export function readFactsReply(header: Readonly<Record<string, unknown>>): FileFacts | null {
  try {
    const read = reply.safeParse(writable(header));
    return read.success ? (read.data.facts as unknown as FileFacts) : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
