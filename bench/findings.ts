/**
 * Reads papers, judges them as tenants' pieces, writes accuracy, precision and recall, times. `npx tsx bench/findings.ts [<corpus>] [--bundled] [--all | --digital]`;
 * without a folder, on the project's own specimens; `--all` reads each of them from pixels twice, `--digital` never, else once.
 */
import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { situationOf } from '#domain/catalogue/situations.ts';
import type { Role } from '#domain/catalogue/situation.ts';
import type { FileFacts, PaperKind } from '#domain/findings/facts.ts';
import type { Case, Finding, ReadFile, RuleName } from '#domain/findings/findings.ts';
import { judge } from '#domain/findings/judge.ts';
import { heicToJpeg } from '../src/engine/child/images.ts';
import { runOf, writePart } from './quality-page.ts';
import { readAgain } from './read-again.ts';
import { measureSpecimens } from './specimens.ts';
import { compare, readCorpus, typeOf, type Compared, type CorpusFile } from './corpus.ts';

const TODAY = '2026-11-23';
const TESSERACT = '/usr/bin/tesseract';
const folder = process.argv.slice(2).find((word) => !word.startsWith('--'));
const bundled = process.argv.includes('--bundled') || !existsSync(TESSERACT);

if (!folder) {
  await measureSpecimens(
    bundled ? null : TESSERACT,
    process.argv.includes('--all') ? 'all' : process.argv.includes('--digital') ? 'none' : 'half',
  );
  process.exit(0);
}

/** Where a paper of a kind would be sent. */
const SITUATIONS: Readonly<Partial<Record<PaperKind, string>>> = {
  payslip: 'income.salary.over_3_months',
  tax_notice: 'tax.french_notice',
  rent_receipt: 'home.tenant.receipts',
  work_contract: 'activity.permanent',
  student_certificate: 'activity.student',
  visale_certificate: 'guarantee.visale',
  utility_bill: 'home.tenant.home_proof',
  id_card: 'identity.id_card',
  passport: 'identity.passport',
  residence_permit: 'identity.residence_permit',
  bank_statement: 'activity.permanent',
};
/** The finding that names the cause of each forged file. */
const CAUSES: Readonly<Record<string, readonly RuleName[]>> = {
  'forged/payslip_2026-10_amount_edited.pdf': ['payslip.arithmetic', 'payslip.cumulative'],
  'forged/payslip_2026-10_photoshop.pdf': ['pdf.producer'],
  'forged/payslip_2026-10_other_name.pdf': ['payslip.name'],
  'forged/payslip_2026-10_incremental_update.pdf': ['pdf.update', 'pdf.overlay'],
  'forged/id_card_td1_bad_checkdigit.pdf': ['identity.mrz'],
  'forged/tax_notice_printed_differs_from_2ddoc.pdf': ['seal.matches_print'],
  'forged/tax_notice_2ddoc_bad_signature.pdf': ['seal.valid'],
  'digital/student_certificate_2024-2025_expired.pdf': ['school.year'],
  'digital/utility_bill_2025-11_too_old.pdf': ['paper.date'],
  'digital/id_card_td1_expired.pdf': ['identity.expiry'],
  'scanned/payslip_2026-10_blurry.jpg': ['file.readable'],
  'scanned/blank_page.jpg': ['file.readable'],
  'digital/statement_30_pages.pdf': ['file.forbidden', 'file.kind'],
};
/** Genuine files that rightly fail: one sheet of two, scanned. */
const RIGHTLY: Readonly<Record<string, readonly RuleName[]>> = {
  'scanned/tax_notice_2025.jpg': ['tax.pages'],
  'scanned/tax_notice_2025.pdf': ['tax.pages'],
};
/** Months that come with a file to make a piece of three. */
const TOGETHER: readonly (readonly [pattern: RegExp, months: readonly string[]])[] = [
  [/payslip_2026-|payslip_/, ['digital/payslip_2026-08.pdf', 'digital/payslip_2026-09.pdf', 'digital/payslip_2026-10.pdf']],
  [/rent_receipt_/, ['digital/rent_receipt_2026-08.pdf', 'digital/rent_receipt_2026-09.pdf', 'digital/rent_receipt_2026-10.pdf']],
];

interface Measured {
  readonly file: CorpusFile;
  readonly facts: FileFacts;
  readonly milliseconds: number;
  readonly compared: readonly Compared[];
}

async function measure(file: CorpusFile): Promise<Measured> {
  const original = await readFile(join(folder ?? '', file.file));
  const converted = typeOf(file.file) === 'heic' ? await heicToJpeg(original) : null;
  const bytes = converted && typeof converted !== 'string' ? converted : original;
  const start = performance.now();
  const facts = await readAgain({
    bytes,
    type: converted ? 'jpeg' : typeOf(file.file),
    tesseract: bundled ? null : TESSERACT,
    trustDirectory: join(folder ?? '', 'keys'),
    trustTestSeals: true,
    today: TODAY,
  });
  return { file, facts, milliseconds: performance.now() - start, compared: compare(file, facts) };
}

const measured: Measured[] = [];
for (const file of await readCorpus(folder)) measured.push(await measure(file));
const byName = new Map(measured.map((one) => [one.file.file, one]));

function caseOf({ file, facts }: Measured): Case | null {
  const situation = situationOf(SITUATIONS[file.kind ?? facts.papers[0]?.kind ?? 'other'] ?? 'income.salary.over_3_months');
  if (!situation) throw new Error(`no situation for ${file.file}`);
  const [, together = []] = TOGETHER.find(([pattern]) => pattern.test(file.file)) ?? [];
  const month = /2026-\d{2}/.exec(file.file)?.[0] ?? '';
  const files: ReadFile[] = together
    .filter((name) => !name.includes(month))
    .map((name) => ({ file: name, facts: byName.get(name)?.facts ?? null }));
  files.push({ file: file.file, facts });
  const fields = { lastName: 'EXEMPLAIRE', firstNames: ['Camille', 'Aline'], ...file.fields };
  const lastName = typeof file.fields['expectedTenant'] === 'string' ? 'EXEMPLAIRE' : String(fields.lastName);
  const firstNames = typeof file.fields['expectedTenant'] === 'string' ? 'Camille Aline' : fields.firstNames.join(' ');
  return {
    files,
    declared: {
      situation,
      role: (file.kind === 'visale_certificate' ? 'O' : file.kind === 'utility_bill' ? 'N' : 'T') satisfies Role,
      person: { firstNames, birthName: lastName, usedName: null, singleName: false },
      spouse: null,
      amount: file.kind === 'payslip' ? 1912 : null,
    },
    others: [],
    today: TODAY,
  };
}

const failedOf = (findings: readonly Finding[]) => findings.filter(({ outcome }) => outcome === 'failed');
const judged = measured.map((one) => {
  const about = caseOf(one);
  return { one, findings: about ? judge(about) : [] };
});
const percentile = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

const out: string[] = [
  '## On a corpus made by others',
  '',
  `Made-up papers judged at ${TODAY}; reader of pixels: ${bundled ? 'the one shipped with the project' : 'the system’s tesseract'}. Written by \`npx tsx bench/findings.ts <corpus>\`. ${runOf()}`,
  '',
  '### Fields',
  '',
  '| Source | Field | Right | Of |',
  '|---|---|---|---|',
];
for (const source of ['digital', 'scanned'] as const) {
  const own = measured.filter(({ file }) => file.file.startsWith(source)).flatMap(({ compared }) => compared);
  const fields = [...new Set(own.map(({ field }) => field))];
  for (const field of fields) {
    const some = own.filter((one) => one.field === field);
    out.push(`| ${source} | ${field} | ${some.filter(({ right }) => right).length} | ${some.length} |`);
  }
  const right = own.filter((one) => one.right).length;
  out.push(`| **${source}** | **all** | **${right}** | **${own.length}** (${((100 * right) / own.length).toFixed(1)} %) |`);
}
out.push('', '### Not read as expected', '');
for (const { file, compared } of measured)
  for (const { field, expected, read, right } of compared)
    if (!right) out.push(`- ${file.file}: ${field} ${expected}, read ${read ?? 'nothing'}`);

out.push('', '### Findings', '', '| File | Verdict | Cause to name | Named | Failed criticals beside |', '|---|---|---|---|---|');
let [named, causes, falseCriticals] = [0, 0, 0];
for (const { one, findings } of judged) {
  const failed = failedOf(findings);
  const expected = CAUSES[one.file.file] ?? [];
  const hit = expected.filter((rule) => failed.some((finding) => finding.rule === rule));
  const allowed = [...expected, ...(RIGHTLY[one.file.file] ?? [])];
  const beside = failed.filter(({ level, rule }) => level === 'critical' && !allowed.includes(rule)).map(({ rule }) => rule);
  if (expected.length > 0) causes += 1;
  if (hit.length > 0) named += 1;
  if (one.file.verdict === 'GENUINE') falseCriticals += beside.length;
  if (expected.length > 0 || beside.length > 0)
    out.push(
      `| ${one.file.file} | ${one.file.verdict} | ${expected.join(', ')} | ${hit.join(', ') || '–'} | ${beside.join(', ') || '–'} |`,
    );
}
out.push('', `Causes named: ${named} of ${causes}. Failed critical findings on genuine papers: ${falseCriticals}.`);

out.push(
  '',
  '### Rules',
  '',
  '| Rule | Failed rightly | Failed on genuine papers | Only informs on genuine papers | Missed |',
  '|---|---|---|---|---|',
);
const rules = [...new Set(judged.flatMap(({ findings }) => findings.map(({ rule }) => rule)))].sort();
for (const rule of rules) {
  const fails = judged.filter(({ findings }) => failedOf(findings).some((finding) => finding.rule === rule));
  const rightly = fails.filter(
    ({ one }) => one.file.verdict !== 'GENUINE' || (RIGHTLY[one.file.file] ?? []).includes(rule),
  ).length;
  const missed = judged.filter(
    ({ one }) => (CAUSES[one.file.file] ?? []).includes(rule) && !fails.some((fail) => fail.one === one),
  ).length;
  const wrongly = fails.filter(({ one }) => one.file.verdict === 'GENUINE' && !(RIGHTLY[one.file.file] ?? []).includes(rule));
  const informs = wrongly.filter(({ findings }) =>
    failedOf(findings).every((finding) => finding.rule !== rule || finding.level === 'info'),
  ).length;
  if (fails.length + missed > 0) out.push(`| ${rule} | ${rightly} | ${wrongly.length - informs} | ${informs} | ${missed} |`);
}

out.push('', '### Time to read one file', '', '| Source | p50, ms | p95, ms |', '|---|---|---|');
for (const source of ['digital', 'scanned'] as const) {
  const times = measured.filter(({ file }) => file.file.startsWith(source)).map(({ milliseconds }) => milliseconds);
  out.push(`| ${source} | ${percentile(times, 0.5).toFixed(0)} | ${percentile(times, 0.95).toFixed(0)} |`);
}
out.push('', 'The corpus is synthetic: figures show that rules hold together, not how they do on real papers.');
await writePart('corpus', out);
process.exit(0);
