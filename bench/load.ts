/**
 * Ten people at the built program at the same moment: each sends a digital payslip, then a scan of one page; then a landlord asks each for
 * a copy of five pages. How long until each answer, picture, finding and copy is on screen, with the system's tesseract and without.
 * `npx tsx bench/load.ts [--people <count>] [--once system | bundled]`; `DATABASE_URL` names an empty PostgreSQL database to use instead of
 * the embedded one.
 */
import os from 'node:os';
import { addMonths, monthOf, parisDate, type CivilMonth } from '#kernel/civil-date.ts';
import { idCard, payslip } from '#specimens/papers.ts';
import { SPECIMEN_PEOPLE, type SpecimenPerson } from '#specimens/people.ts';
import { scanned } from '#specimens/scanned.ts';
import { untilReady } from '#ui/islands/look-again.ts';
import { Applicant } from '../e2e/kit/applicant.ts';
import { setup as build } from '../e2e/kit/build-once.ts';
import { Client } from '../e2e/kit/client.ts';
import { forget, startProgram, type Program } from '../e2e/kit/program.ts';

const option = (name: string): string | undefined => process.argv[process.argv.indexOf(`--${name}`) + 1 || Infinity];
const PEOPLE = Number(option('people') ?? 10);
const READERS = (['system', 'bundled'] as const).filter((reader) => (option('once') ?? reader) === reader);
const SECOND_MS = 1000;
/** Until identity cards sent before have been read. */
const SETTLE_MS = 8 * SECOND_MS;
/** As of an office scanner: 200 dpi, grey or colour as the paper is. */
const SCANNER = { dpi: 200, quality: 75 } as const;

/** What is measured, and how long the slowest of twenty may take, in seconds; `null` where nothing was promised. */
const TARGETS: Readonly<Record<string, number | null>> = {
  'payslip: answer to the upload': null,
  'payslip: picture on screen': 1,
  'payslip: findings on screen': 5,
  'scan: answer to the upload': null,
  'scan: picture on screen': 1,
  'scan: findings on screen': 10,
  'while all send: 5 pages on screen': 3,
  'all at once: 5 pages on screen': null,
  'all at once: PDF of the dossier': null,
};

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

interface Person {
  readonly who: SpecimenPerson;
  readonly applicant: Applicant;
  /** The page of the piece that takes payslips, and the address they are sent to. */
  readonly piece: { readonly page: string; readonly documents: string };
  readonly landlord: Client;
}

/** What a page says once documents have been read. */
const FOUND = /À vérifier avant d’envoyer|Nous avons vérifié/;

/** Seconds from the moment of sending. */
interface Waits {
  readonly answered: number;
  readonly picture: number;
  readonly findings: number;
}

/** Sends one document as the script of the form does, then follows the page as its script does until the findings are there. */
async function send({ applicant: { client }, piece }: Person, key: string, bytes: Uint8Array): Promise<Waits> {
  const start = performance.now();
  const passed = () => (performance.now() - start) / SECOND_MS;
  const code = await client.upload(piece.documents, key, `${key}.pdf`, bytes);
  if (code !== 'accepted') throw new Error(`${key}: ${code}`);
  const answered = passed();
  let picture: number | null = null;
  for (;;) {
    const { body } = await client.get(piece.page);
    const state = /data-refresh="([^"]+)"/.exec(body)?.[1];
    if (picture === null && !state?.endsWith('=opening')) {
      const [newest] = [...body.matchAll(/src="([^"]+\/apercu)"/g)].map(([, address]) => address).reverse();
      if (!newest || !(await client.picture(newest))) throw new Error(`${key}: no picture`);
      picture = passed();
    }
    if (!state) {
      if (picture === null || !FOUND.test(body)) throw new Error(`${key}: no findings`);
      return { answered, picture, findings: passed() };
    }
    await untilReady(() => client.isPending(state));
  }
}

/** Opens an address of the landlord until what was asked for is there instead of the page that waits for it. @returns seconds */
async function ask(
  landlord: Client,
  path: string,
  isThere: (answer: { type: string; body: string }) => boolean,
): Promise<number> {
  const start = performance.now();
  for (;;) {
    const answer = await landlord.get(path);
    if (isThere(answer)) return (performance.now() - start) / SECOND_MS;
    const again = /http-equiv="refresh" content="(\d+)"/.exec(answer.body)?.[1];
    if (!again) throw new Error(`${path} answered ${answer.status} and waits for nothing`);
    await sleep(Number(again) * SECOND_MS);
  }
}

/** Opens a link and the piece in it. @returns seconds from asking for the piece until its first page is there */
async function askForPages({ applicant, piece, landlord }: Person, pages: number): Promise<number> {
  const link = await applicant.makeLink();
  await landlord.get(link);
  let first = '';
  const start = performance.now();
  await ask(landlord, `${link}/pieces/${piece.page.split('/').at(-1)}`, ({ body }) => {
    const found = [...body.matchAll(/src="([^"]+\/pages\/\d+)"/g)].flatMap(([, address]) => address ?? []);
    if (found.length > 0 && found.length !== pages) throw new Error(`${found.length} pages instead of ${pages}`);
    first = found[0] ?? '';
    return first !== '';
  });
  if (!(await landlord.picture(first))) throw new Error('no page');
  return (performance.now() - start) / SECOND_MS;
}

/** Everything a link needs beside the piece that is measured. */
async function answerTheRest({ who, applicant }: Pick<Person, 'who' | 'applicant'>): Promise<void> {
  const { documents } = await applicant.answer('identite', { situation: 'identity.id_card' });
  await applicant.client.upload(documents, 'identity-card', 'carte.pdf', (await idCard(who)).bytes);
  await applicant.answer('hebergement', { situation: 'home.precarious', stated: 'on' });
  await applicant.answer('activite', { situation: 'activity.none', stated: 'on' });
  await applicant.answer('impots', { situation: 'skip' });
  await applicant.withoutGuarantor();
}

async function arrive(program: Program): Promise<readonly Person[]> {
  const people: Person[] = [];
  // One more than send: the landlord of the last one asks while all others send.
  for (let index = 0; index <= PEOPLE; index += 1) {
    const who: SpecimenPerson = SPECIMEN_PEOPLE[index % SPECIMEN_PEOPLE.length] ?? SPECIMEN_PEOPLE[0];
    const from = (kind: number) => `10.${kind}.${index}.1`;
    const applicant = new Applicant(() => program, `load-${program.pid}-${index}@bench.test`, from(1));
    await applicant.signUp(who);
    await answerTheRest({ who, applicant });
    const piece = await applicant.answer('ressources/nouveau', { situation: 'income.salary.over_3_months', amount: '1912' });
    people.push({ who, applicant, piece, landlord: new Client(() => program, from(2)) });
  }
  return people;
}

const THIS_MONTH = monthOf(parisDate(new Date()));
const monthsAgo = (count: number): CivilMonth => addMonths(THIS_MONTH, -count);
const digital = async ({ who }: Person, ago: number) => (await payslip(who, monthsAgo(ago))).bytes;
const scan = async (person: Person, ago: number) => scanned(await digital(person, ago), SCANNER);

/** Everybody sends one document at the same moment. */
async function allSend(people: readonly Person[], key: string, make: (person: Person) => Promise<Uint8Array>) {
  const made: (readonly [Person, Uint8Array])[] = [];
  for (const person of people) made.push([person, await make(person)]);
  return Promise.all(made.map(([person, bytes]) => send(person, key, bytes)));
}

async function measure(program: Program): Promise<Readonly<Record<string, readonly number[]>>> {
  const all = await arrive(program);
  const [last, people] = [all.at(-1), all.slice(0, -1)];
  if (!last) throw new Error('nobody');
  await sleep(SETTLE_MS);
  const one = await allSend(people, 'payslip-1', (person) => digital(person, 1));
  const two = await allSend(people, 'scanned-2', (person) => scan(person, 2));
  await allSend(all.slice(-1), 'payslip-1', (person) => digital(person, 1));
  await allSend(all.slice(-1), 'scanned-2', (person) => scan(person, 2));
  for (const ago of [3, 4]) await allSend(all, `payslip-${ago}`, (person) => digital(person, ago));
  await allSend([last], 'scanned-5', (person) => scan(person, 5));
  const [pages] = await Promise.all([askForPages(last, 5), allSend(people, 'scanned-5', (person) => scan(person, 5))]);
  const allPages = await Promise.all(people.map((person) => askForPages(person, 5)));
  const links = await Promise.all(people.map(({ applicant }) => applicant.makeLink()));
  const pdfs = await Promise.all(
    people.map(({ landlord }, index) => ask(landlord, `${links[index]}/dossier.pdf`, ({ type }) => type === 'application/pdf')),
  );
  return {
    'payslip: answer to the upload': one.map(({ answered }) => answered),
    'payslip: picture on screen': one.map(({ picture }) => picture),
    'payslip: findings on screen': one.map(({ findings }) => findings),
    'scan: answer to the upload': two.map(({ answered }) => answered),
    'scan: picture on screen': two.map(({ picture }) => picture),
    'scan: findings on screen': two.map(({ findings }) => findings),
    'while all send: 5 pages on screen': [pages],
    'all at once: 5 pages on screen': allPages,
    'all at once: PDF of the dossier': pdfs,
  };
}

const percentile = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(values.length * share) - 1)] ?? 0;
const told = (value: number) => value.toFixed(2).padStart(7);

const load = () => os.loadavg()[0]?.toFixed(2) ?? '?';
build();
const { DATABASE_URL } = process.env;
console.log(
  `${PEOPLE} people at once, ${os.availableParallelism()} processors, ${DATABASE_URL ? 'PostgreSQL' : 'embedded database'}; seconds`,
);
for (const reader of READERS) {
  const before = load();
  const program = await startProgram({
    environment: {
      TRUST_PROXY: '127.0.0.1,::1',
      ...(reader === 'bundled' ? { TESSERACT_PATH: 'none' } : {}),
      ...(DATABASE_URL ? { DATABASE_URL } : {}),
    },
  });
  try {
    const measured = await measure(program);
    console.log(
      `\nreader of pixels: ${reader === 'system' ? 'the system’s tesseract' : 'the one shipped'}; load before ${before}`,
    );
    console.log(`${''.padEnd(36)}    p50     p95     max   target`);
    for (const [name, values] of Object.entries(measured)) {
      const [p50, p95, max] = [0.5, 0.95, 1].map((share) => percentile(values, share)) as [number, number, number];
      const target = TARGETS[name] ?? null;
      const verdict = target === null ? '' : `< ${target}${p95 < target ? '' : '  MISSED'}`;
      console.log(`${name.padEnd(36)}${told(p50)} ${told(p95)} ${told(max)}   ${verdict}`);
    }
  } finally {
    await program.stop();
    await forget(program.dataDirectory);
  }
}
