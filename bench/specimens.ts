import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { situationOf } from '#domain/catalogue/situations.ts';
import type { FieldName, FileFacts, PaperKind } from '#domain/findings/facts.ts';
import type { Finding, RuleName } from '#domain/findings/findings.ts';
import { judge } from '#domain/findings/judge.ts';
import type { CivilDate, CivilMonth } from '#kernel/civil-date.ts';
import { forgedPieces, type SentFile } from '#specimens/forged.ts';
import * as papers from '#specimens/papers.ts';
import { SPECIMEN_PEOPLE, type SpecimenPerson } from '#specimens/people.ts';
import { photographed, scanned } from '#specimens/scanned.ts';
import type { Specimen } from '#specimens/specimen.ts';
import { specimenOrigins } from '#specimens/specimen-origins.ts';
import { specimenAuthority } from '#specimens/two-d-doc.ts';
import { readMakeup } from '../src/engine/child/reading/read-makeup.ts';
import { runOf, writePart } from './quality-page.ts';
import { readAgain } from './read-again.ts';
import { plain } from './plain.ts';

const TODAY = '2026-11-23';
const MONTHS = ['2026-08', '2026-09', '2026-10'] as const;
const [camille, sacha, ilyas, eloise, mohamed, minh, lukasz] = SPECIMEN_PEOPLE;
const OCTOBER = '2026-10' as CivilMonth;
const NOVEMBER = '2026-11-02' as CivilDate;
const authority = specimenAuthority();

const SOURCES = ['digital', 'scanned', 'photographed'] as const;
type Source = (typeof SOURCES)[number];

/** A genuine piece: its papers, and where they would be sent. */
interface Genuine {
  readonly situation: string;
  readonly who: SpecimenPerson;
  readonly papers: readonly Specimen[];
}

const monthly = (make: (who: SpecimenPerson, month: CivilMonth) => Promise<Specimen>, who: SpecimenPerson) =>
  Promise.all(MONTHS.map((month) => make(who, month as CivilMonth)));

async function genuinePieces(): Promise<readonly Genuine[]> {
  const of = async (situation: string, who: SpecimenPerson, ...made: readonly Promise<Specimen>[]): Promise<Genuine> => ({
    ...{ situation, who },
    papers: await Promise.all(made),
  });
  return [
    ...(await Promise.all(
      [camille, eloise, mohamed].map(async (who) => ({
        ...{ situation: 'income.salary.over_3_months', who },
        papers: await monthly(papers.payslip, who),
      })),
    )),
    { situation: 'home.tenant.receipts', who: mohamed, papers: await monthly(papers.rentReceipt, mohamed) },
    await of('tax.french_notice', camille, papers.taxNotice(camille, 2025, { authority })),
    await of('identity.id_card', minh, papers.idCard(minh)),
    await of('identity.id_card', camille, papers.idCard(camille)),
    await of('identity.passport', eloise, papers.passport(eloise)),
    await of('identity.residence_permit', ilyas, papers.residencePermit(ilyas)),
    await of('identity.driving_licence', camille, papers.drivingLicence(camille)),
    await of('activity.permanent', lukasz, papers.workContract(lukasz)),
    await of('activity.permanent', camille, papers.employerCertificate(camille, NOVEMBER)),
    await of('activity.student', sacha, papers.studentCertificate(sacha, '2026-2027')),
    await of('activity.student', sacha, papers.studentCard(sacha, '2026-2027')),
    await of('income.scholarship', sacha, papers.scholarshipNotice(sacha, '2026-2027')),
    await of('guarantee.visale', sacha, papers.visaleCertificate(sacha)),
    await of('home.owner', camille, papers.propertyTaxNotice(camille, 2026)),
    await of('home.owner', eloise, papers.titleDeed(eloise, NOVEMBER)),
    await of('home.tenant.home_proof', camille, papers.utilityBill(camille, NOVEMBER)),
    await of('home.tenant.home_proof', camille, papers.homeInsurance(camille, NOVEMBER)),
    await of('home.tenant.landlord_certificate', mohamed, papers.landlordCertificate(mohamed, NOVEMBER)),
    await of('home.guest.certificate', sacha, papers.hostCertificate(sacha, camille, NOVEMBER)),
    await of('income.pension.statement', eloise, papers.pensionSlip(eloise, OCTOBER)),
    await of('income.benefit.caf.under_3_months', minh, papers.cafCertificate(minh, OCTOBER)),
    await of('income.benefit.france_travail.under_3_months', lukasz, papers.unemploymentNotice(lukasz, OCTOBER)),
    await of('income.salary.micro_entrepreneur', mohamed, papers.urssafDeclaration(mohamed, OCTOBER)),
    await of('activity.independent', camille, papers.companyRegistration(camille, NOVEMBER)),
  ];
}

/** Only the first page goes through the scanner: what the second one says cannot be read, and notices rightly lack a page. */
const SECOND_PAGE: Readonly<Partial<Record<PaperKind, readonly FieldName[]>>> = {
  work_contract: ['signed'],
  scholarship_notice: ['amount'],
};
const ONE_PAGE: ReadonlySet<RuleName> = new Set(['tax.pages', 'property_tax.pages']);

async function as(source: Source, { name, bytes }: Specimen, index: number): Promise<SentFile> {
  // Every sheet lies a little differently on the glass; the same each run.
  const skew = ((index % 5) - 2) * 0.6;
  switch (source) {
    case 'digital':
      return { name, type: 'pdf', bytes };
    case 'scanned':
      return { name, type: 'pdf', bytes: await scanned(bytes, { dpi: 200, quality: 70 }) };
    case 'photographed':
      return { name: `${name}.jpg`, type: 'jpeg', bytes: await photographed(bytes, { dpi: 180, quality: 80, skew }) };
  }
}

/** How genuine pieces also come, in words. */
const WAYS = {
  all: ', as a scan (PDF of one JPEG, 200 dpi) and as a photograph (JPEG, 180 dpi, up to 1.2° askew)',
  half: ', and either as a scan (PDF of one JPEG, 200 dpi) or as a photograph (JPEG, 180 dpi, up to 1.2° askew)',
  none: ' (scans and photographs were left out of this run)',
} as const;

const failedOf = (findings: readonly Finding[]) => findings.filter(({ outcome }) => outcome === 'failed');
const percent = (part: number, whole: number) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);

/** Reads and judges every specimen of the project, genuine and forged, and writes what came out. @param tesseract path, or `null` for the reader shipped @param pixels every piece scanned and photographed, one of both, or neither */
export async function measureSpecimens(tesseract: string | null, pixels: 'all' | 'half' | 'none'): Promise<void> {
  const trustDirectory = await mkdtemp(join(tmpdir(), 'trust-'));
  await writeFile(join(trustDirectory, 'test-specimen.pub.pem'), authority.publicKey.export({ format: 'pem', type: 'spki' }));
  const origins = await specimenOrigins(readMakeup);
  const times: Record<Source, number[]> = { digital: [], scanned: [], photographed: [] };
  const read = async ({ bytes, type }: SentFile): Promise<FileFacts> =>
    readAgain({ bytes, type, tesseract, trustDirectory, trustTestSeals: true, origins, today: TODAY });
  const judged = (
    situation: string,
    who: SpecimenPerson,
    amount: number | null,
    files: readonly { name: string; facts: FileFacts }[],
  ) => {
    const row = situationOf(situation);
    if (!row) throw new Error(`no situation ${situation}`);
    const person = { firstNames: who.firstNames, birthName: who.lastName, usedName: null, singleName: false };
    return judge({
      files: files.map(({ name, facts }) => ({ file: name, facts })),
      declared: { situation: row, role: situation.startsWith('guarantee.') ? 'O' : 'T', person, spouse: null, amount },
      others: [],
      today: TODAY,
    });
  };

  const counts: Record<Source, { right: number; of: number; kinds: number; papers: number; criticals: number; pieces: number }> =
    {
      digital: { right: 0, of: 0, kinds: 0, papers: 0, criticals: 0, pieces: 0 },
      scanned: { right: 0, of: 0, kinds: 0, papers: 0, criticals: 0, pieces: 0 },
      photographed: { right: 0, of: 0, kinds: 0, papers: 0, criticals: 0, pieces: 0 },
    };
  const wrong: string[] = [];
  const onGenuine = new Map<RuleName, number>();
  const informsGenuine = new Map<RuleName, number>();
  const genuine = await genuinePieces();
  for (const source of SOURCES)
    for (const [place, piece] of genuine.entries()) {
      if (pixels === 'none' && source !== 'digital') continue;
      if (pixels === 'half' && source === (place % 2 === 0 ? 'scanned' : 'photographed')) continue;
      const own = counts[source];
      const files: { name: string; facts: FileFacts }[] = [];
      for (const [index, paper] of piece.papers.entries()) {
        const file = await as(source, paper, index + own.papers);
        const start = performance.now();
        const facts = await read(file);
        times[source].push(performance.now() - start);
        files.push({ name: file.name, facts });
        own.papers += 1;
        const [first] = facts.papers;
        if (first?.kind === paper.kind) own.kinds += 1;
        else wrong.push(`${source}: ${paper.name} is taken for ${first?.kind ?? 'nothing'}`);
        const skipped = source === 'digital' ? [] : (SECOND_PAGE[paper.kind] ?? []);
        for (const [field, expected] of Object.entries(paper.expected) as [FieldName, string][]) {
          if (skipped.includes(field)) continue;
          const value = first?.fields[field]?.[0]?.value ?? null;
          own.of += 1;
          if (value !== null && plain(value) === plain(expected)) own.right += 1;
          else wrong.push(`${source}: ${paper.name}: ${field} ${expected}, read ${value ?? 'nothing'}`);
        }
      }
      own.pieces += 1;
      for (const { rule, level } of failedOf(judged(piece.situation, piece.who, null, files))) {
        if (source !== 'digital' && ONE_PAGE.has(rule)) continue;
        const counted = level === 'info' ? informsGenuine : onGenuine;
        counted.set(rule, (counted.get(rule) ?? 0) + 1);
        if (level === 'critical') {
          own.criticals += 1;
          wrong.push(`${source}: ${piece.papers[0]?.name ?? ''} fails ${rule}`);
        }
      }
    }

  const lines: string[] = [];
  const rules = new Map<RuleName, { named: number; of: number; fails: number }>();
  let named = 0;
  const forged = await forgedPieces(authority);
  for (const piece of forged) {
    const files: { name: string; facts: FileFacts }[] = [];
    for (const file of piece.files) files.push({ name: file.name, facts: await read(file) });
    const failed = failedOf(judged(piece.situation, piece.who, piece.amount, files)).map(({ rule }) => rule);
    const hit = failed.includes(piece.cause);
    if (hit) named += 1;
    for (const rule of new Set([...failed, piece.cause])) {
      const counted = rules.get(rule) ?? { named: 0, of: 0, fails: 0 };
      rules.set(rule, {
        named: counted.named + (rule === piece.cause && hit ? 1 : 0),
        of: counted.of + (rule === piece.cause ? 1 : 0),
        fails: counted.fails + (failed.includes(rule) ? 1 : 0),
      });
    }
    lines.push(
      `| ${piece.forgery} | ${piece.cause} | ${hit ? 'yes' : '**no**'} | ${failed.filter((rule) => rule !== piece.cause).join(', ') || '–'} |`,
    );
  }
  await rm(trustDirectory, { recursive: true });

  const percentile = (values: readonly number[], share: number) =>
    [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
  const out = [
    '## On the project’s own specimens',
    '',
    `Judged as on ${TODAY}. Reader of pixels: ${tesseract ? 'the system’s tesseract' : 'the one shipped with the project'}. Written by \`npx tsx bench/findings.ts\` (no folder). ${runOf()}`,
    '',
    '### Method',
    '',
    `Papers are made by the code of \`src/specimens\`, the same in each run: ${genuine.length} genuine pieces (${counts.digital.papers} papers of ${new Set(genuine.flatMap((one) => one.papers.map(({ kind }) => kind))).size} kinds), each as a digital PDF${WAYS[pixels]}; ${forged.length} pieces forged or faulty in as many ways (\`forged.ts\`). Each is read by the engine from its bytes and judged by the rules. A genuine piece must fail no critical rule; a forged one must fail the rule that names its cause. Scans hold the first page only, so notices that lack their second page rightly say so and are not counted.`,
    '',
    '### Limits',
    '',
    'All papers are made up, and by the same people as the rules: figures show that reading and rules hold together, not how many real forgeries would be found. The layouts are the project’s own; photographs are flat and evenly lit. The known maker (`template.known`) and the known issuer are made up too, and taught from other papers than those that are judged: the lists that ship are empty. Photographs of genuine papers are saved once; that pictures saved twice show no zone of their own is held by `src/engine/child/compression/compression.test.ts`.',
    '',
    '### Genuine papers',
    '',
    '| Source | Kind told | Fields right | Failed criticals | Time p50, ms | p95, ms |',
    '|---|---|---|---|---|---|',
    ...SOURCES.filter((source) => counts[source].papers > 0).map((source) => {
      const { right, of, kinds, papers: sheets, criticals } = counts[source];
      return `| ${source} | ${kinds} of ${sheets} | ${right} of ${of} (${percent(right, of)}) | ${criticals} | ${percentile(times[source], 0.5).toFixed(0)} | ${percentile(times[source], 0.95).toFixed(0)} |`;
    }),
    '',
    ...(wrong.length > 0 ? ['Not as expected:', '', ...wrong.map((line) => `- ${line}`), ''] : []),
    '### Forged or faulty pieces',
    '',
    `Cause named: ${named} of ${forged.length}.`,
    '',
    '| What was done | Rule that names it | Named | Other rules that fail |',
    '|---|---|---|---|',
    ...lines,
    '',
    '### Rules',
    '',
    'Precision: failures on forged or faulty pieces among all failures; what only informs agents (level “info”, such as a tax notice that went through a scanner) is no failure of a genuine paper and counted apart. Recall: pieces of which the rule names the cause, among those it should. A rule without recall fails only beside another that names the cause.',
    '',
    '| Rule | Fails on forged | Fails on genuine | Only informs on genuine | Precision | Recall |',
    '|---|---|---|---|---|---|',
    ...[...new Set([...rules.keys(), ...onGenuine.keys(), ...informsGenuine.keys()])].sort().map((rule) => {
      const { named: hits, of, fails } = rules.get(rule) ?? { named: 0, of: 0, fails: 0 };
      const honest = onGenuine.get(rule) ?? 0;
      return `| ${rule} | ${fails} | ${honest} | ${informsGenuine.get(rule) ?? 0} | ${percent(fails, fails + honest)} | ${percent(hits, of)} |`;
    }),
    '',
  ];
  await writePart('specimens', out);
}
