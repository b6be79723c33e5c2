import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CivilMonth } from '#kernel/civil-date.ts';
import { situationOf } from '#domain/catalogue/situations.ts';
import type { Finding } from '#domain/findings/findings.ts';
import { SHIPPED_ORIGINS, type KnownOrigins } from '#domain/origins/known-origins.ts';
import { judge, toMend } from '#domain/findings/judge.ts';
import { sayFinding } from '#i18n/say-finding.ts';
import { FORGERIES, forgedPieces, type Forgery, type ForgedPiece } from '#specimens/forged.ts';
import { SPECIMEN_GENERATOR } from '#specimens/generated-payslip.ts';
import { payslip } from '#specimens/papers.ts';
import { SPECIMEN_PEOPLE } from '#specimens/people.ts';
import { specimenAuthority } from '#specimens/two-d-doc.ts';
import { specimenOrigins } from '#specimens/specimen-origins.ts';
import { examineFile } from './examine.ts';
import { readMakeup } from './read-makeup.ts';

const START_MS = 120_000;
const authority = specimenAuthority();
let trustDirectory = '';
let origins: KnownOrigins = SHIPPED_ORIGINS;
let pieces: readonly ForgedPiece[] = [];
const known = new Map<Forgery, Promise<readonly Finding[]>>();

async function judged(piece: ForgedPiece): Promise<readonly Finding[]> {
  const files = [];
  for (const { name, type, bytes } of piece.files) {
    const reading = { tesseract: null, trustDirectory, trustTestSeals: true, origins, today: '2026-11-23' };
    const facts = await examineFile({ bytes, type, ...reading });
    files.push({ file: name, facts });
  }
  const { firstNames, lastName: birthName } = piece.who;
  return judge({
    files,
    declared: {
      situation: situationOf(piece.situation)!,
      role: 'T',
      person: { firstNames, birthName, usedName: null, singleName: false },
      spouse: null,
      amount: piece.amount,
    },
    others: [],
    today: '2026-11-23',
  });
}

/** Findings of one forged piece, read once. */
function findingsOf(forgery: Forgery): Promise<readonly Finding[]> {
  const piece = pieces.find((one) => one.forgery === forgery)!;
  const found = known.get(forgery) ?? judged(piece);
  known.set(forgery, found);
  return found;
}
const failed = async (forgery: Forgery, rule: Finding['rule']) =>
  (await findingsOf(forgery)).find((one) => one.rule === rule && one.outcome === 'failed');

beforeAll(async () => {
  trustDirectory = await mkdtemp(join(tmpdir(), 'trust-'));
  await writeFile(join(trustDirectory, 'test-specimen.pub.pem'), authority.publicKey.export({ format: 'pem', type: 'spki' }));
  pieces = await forgedPieces(authority);
  origins = await specimenOrigins(readMakeup);
}, START_MS);
afterAll(() => rm(trustDirectory, { recursive: true }));

describe('a forged or faulty piece', () => {
  test.each(FORGERIES)(
    '%s: a finding names the cause',
    async (forgery) => {
      const { cause } = pieces.find((one) => one.forgery === forgery)!;
      expect((await findingsOf(forgery)).filter(({ outcome }) => outcome === 'failed').map(({ rule }) => rule)).toContain(cause);
    },
    START_MS,
  );
});

test(
  'three slips of a salary: sums hold, and all goes on from one to the next',
  async () => {
    const months = ['2026-08', '2026-09', '2026-10'] as const;
    const slips = await Promise.all(months.map((month) => payslip(SPECIMEN_PEOPLE[0], month as string as CivilMonth)));
    const files = slips.map(({ name, bytes }) => ({ name, type: 'pdf' as const, bytes }));
    const findings = await judged({ ...pieces.find(({ forgery }) => forgery === 'copied_month')!, files });
    for (const rule of ['payslip.arithmetic', 'payslip.cumulative'] as const)
      expect(findings.find((one) => one.rule === rule)?.outcome).toBe('passed');
    expect(findings.filter(({ outcome, level }) => outcome === 'failed' && level !== 'info')).toEqual([]);
  },
  START_MS,
);

describe('evidence for agents', () => {
  test(
    'a slip copied from the month before shows the leave that did not move',
    async () => {
      const still = (await failed('copied_month', 'payslip.cumulative'))?.evidence ?? [];
      expect(still).toMatchObject([{ file: 'bulletin-2026-10.pdf', seen: '8.32', expected: '> 8.32' }]);
    },
    START_MS,
  );

  test(
    'an edited payslip shows where, and nothing of it is told to the tenant',
    async () => {
      const sums = await failed('edited_amount', 'payslip.arithmetic');
      expect(sums).toMatchObject({ audience: 'agent' });
      expect(sums?.evidence.some(({ box }) => box !== null)).toBe(true);
      expect(toMend(await findingsOf('edited_amount'))).toEqual([]);
    },
    START_MS,
  );

  test(
    'papers of a known maker add up: only how they are made tells, and nothing of it is told to the tenant',
    async () => {
      const findings = await findingsOf('known_generator');
      expect(await failed('known_generator', 'template.known')).toMatchObject({ audience: 'agent', level: 'warn' });
      expect((await failed('known_generator', 'template.known'))?.evidence.map(({ seen }) => seen)).toEqual(
        Array.from({ length: 3 }, () => SPECIMEN_GENERATOR),
      );
      for (const rule of ['payslip.arithmetic', 'payslip.cumulative', 'pdf.producer'] as const)
        expect(findings.find((one) => one.rule === rule)?.outcome).toBe('passed');
      expect(toMend(findings)).toEqual([]);
      // Slips of other makers were compared, and are not taken for it.
      expect((await findingsOf('copied_month')).find(({ rule }) => rule === 'template.known')?.outcome).toBe('passed');
    },
    START_MS,
  );

  test(
    'a notice of a known issuer that another software made shows both',
    async () => {
      expect(await failed('bad_signature', 'pdf.producer')).toBeUndefined();
      expect((await failed('other_software', 'pdf.producer'))?.evidence).toMatchObject([
        { seen: 'Writer Imaginaire 3', expected: 'Administration imaginaire : Éditique Imaginaire' },
      ]);
    },
    START_MS,
  );

  test(
    'a covered amount shows both',
    async () => {
      const covered = await failed('covered_amount', 'pdf.overlay');
      expect(
        covered?.evidence
          .map(({ seen, expected }) => [seen, expected])
          .flat()
          .join(' '),
      ).toContain('2 912,45');
      expect(await failed('covered_amount', 'pdf.update')).toBeDefined();
    },
    START_MS,
  );

  test(
    'another income than the sealed one shows the print and the code',
    async () => {
      const places = (await failed('printed_not_sealed', 'seal.matches_print'))?.evidence ?? [];
      expect(new Set(places.map(({ box }) => JSON.stringify(box))).size).toBeGreaterThanOrEqual(2);
      expect(places[0]).toMatchObject({ seen: '41551.00', expected: '21551' });
    },
    START_MS,
  );

  test(
    'a picture over a sealed amount accuses pixels, not the seal',
    async () => {
      expect(await failed('drawn_over_seal', 'seal.valid')).toBeUndefined();
      expect(await failed('drawn_over_seal', 'pdf.pixels')).toMatchObject({ audience: 'agent', level: 'critical' });
    },
    START_MS,
  );
});

describe('words for the tenant', () => {
  const told = [
    ['wrong_month', 'payslip.months'],
    ['wrong_year', 'tax.year'],
    ['page_missing', 'tax.pages'],
    ['blurred_photo', 'file.readable'],
    ['bank_statement', 'file.forbidden'],
  ] as const;
  test.each(
    told.flatMap(([forgery, rule]) => (['fr', 'ar', 'fr-simple'] as const).map((locale) => [forgery, rule, locale] as const)),
  )(
    '%s (%s) in %s: what differs and what to do',
    async (forgery, rule, locale) => {
      const finding = (await failed(forgery, rule))!;
      expect(finding.audience).toBe('tenant');
      const { seen, todo } = sayFinding(locale, finding);
      for (const words of [seen, todo]) {
        expect(words.length).toBeGreaterThan(8);
        expect(words).not.toMatch(/[{}]|undefined/);
      }
      expect(/\p{Script=Arabic}/u.test(seen + todo)).toBe(locale === 'ar');
    },
    START_MS,
  );

  test(
    'a month that lacks is named, in the language of the person',
    async () => {
      const finding = (await failed('wrong_month', 'payslip.months'))!;
      expect(finding.params['missing']).toEqual(['2026-10']);
      expect(sayFinding('fr', finding).todo).toContain('octobre 2026');
    },
    START_MS,
  );
});
