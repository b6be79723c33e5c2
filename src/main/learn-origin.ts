import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { SHIPPED_ORIGINS, type KnownGenerator } from '#domain/origins/known-origins.ts';
import { commonMakeup, LEAST_MAKEUP, type Makeup } from '#domain/origins/makeup.ts';
import { documentEngine } from '#engine/client/document-engine.ts';
import { writeFontConfig } from '#engine/client/fonts.ts';
import type { DocumentEngine } from '#ports/document-engine.ts';
import type { ProgramFiles } from './build-house.ts';
import { UnknownCommand } from './commands.ts';

/** What an operator says on the command line. */
interface Lesson {
  readonly name: string;
  readonly origin: string;
  /** Papers of the maker: PDFs of text with different people and figures. */
  readonly samples: readonly string[];
  /** Genuine papers that look like them: what they share says nothing. */
  readonly others: readonly string[];
}

const LEAST_SAMPLES = 2;
const USAGE =
  'origins:learn --name <maker> --origin <how it is known> [--genuine <pdf>]… <sample pdf> <sample pdf>…: two samples at least, of different people';

function lessonOf(words: readonly string[]): Lesson {
  const options = { name: { type: 'string' }, origin: { type: 'string' }, genuine: { type: 'string', multiple: true } } as const;
  let said;
  try {
    said = parseArgs({ args: [...words], options, allowPositionals: true });
  } catch {
    throw new UnknownCommand(USAGE);
  }
  const { name, origin, genuine = [] } = said.values;
  if (!name || !origin || said.positionals.length < LEAST_SAMPLES) throw new UnknownCommand(USAGE);
  return { name, origin, samples: said.positionals, others: genuine };
}

/**
 * An entry of `generators` for the operator's file of known origins, from samples of one maker. Throws `UnknownCommand` when a sample is no PDF of text,
 * or when samples have too little in common that others have not.
 */
export async function learnOrigin(engine: Pick<DocumentEngine, 'makeup'>, words: readonly string[]): Promise<KnownGenerator> {
  const lesson = lessonOf(words);
  const read = async (file: string): Promise<Makeup> => {
    const bytes = await readFile(file).catch(() => {
      throw new UnknownCommand(`${file}: cannot be read`);
    });
    const makeup = await engine.makeup({ bytes });
    if (!makeup.ok || !makeup.value || makeup.value.runs.length === 0) throw new UnknownCommand(`${file}: no PDF of text`);
    return makeup.value;
  };
  const [samples, others]: [Makeup[], Makeup[]] = [[], []];
  for (const file of lesson.samples) samples.push(await read(file));
  for (const file of lesson.others) others.push(await read(file));
  const makeup = commonMakeup(samples, others);
  const least = Math.min(makeup.runs.length, makeup.places.length);
  if (least < LEAST_MAKEUP)
    throw new UnknownCommand(`these samples have too little of their own: ${least} traits, ${LEAST_MAKEUP} are needed`);
  return { name: lesson.name, origin: lesson.origin, makeup: { runs: [...makeup.runs], places: [...makeup.places] } };
}

/** `npm run origins:learn`: prints the entry. Samples are opened in a child of the document engine, as any stranger's file; nothing is kept. */
export async function learnOriginNow(words: readonly string[], files: ProgramFiles): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'origins-'));
  const engine = documentEngine({
    slots: 1,
    childEntry: files.childEntry,
    fontConfig: await writeFontConfig(folder),
    templates: files.templates,
    tesseract: null,
    trustDirectory: null,
    trustTestSeals: false,
    origins: SHIPPED_ORIGINS,
    today: () => '',
    sign: async (pdf) => pdf,
    onFault: ({ words: told }) => console.error(told),
  });
  try {
    console.log(JSON.stringify(await learnOrigin(engine, words)));
  } finally {
    await engine.close();
    await rm(folder, { recursive: true });
  }
}
