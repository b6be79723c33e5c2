import type { Seal } from '#seals/seal.ts';
import type { Case, Evidence, Rule } from '../findings.ts';
import { latinTokens } from '../../people/transliterate.ts';
import { amountOf, evidenceOf, factOf, papersOf, peopleOn, readFiles, type FiledPaper } from '../read-case.ts';
import type { PaperKind } from '../facts.ts';

/** Papers a type of 2D-Doc stands for. Source: ANTS, perimeter 01; other types are read and fit nothing. */
const KINDS: Readonly<Record<string, readonly PaperKind[]>> = {
  '00': ['utility_bill', 'home_insurance'],
  '01': ['utility_bill'],
  '04': ['tax_notice'],
  '28': ['tax_notice'],
  '18': ['tax_declaration'],
  '24': ['tax_declaration'],
  '27': ['tax_declaration'],
  '06': ['payslip'],
  '10': ['work_contract'],
  '07': ['id_card', 'passport'],
  '08': ['id_card', 'passport'],
  '13': ['residence_permit'],
  B0: ['student_certificate'],
  B1: ['student_certificate'],
};

interface FiledSeal {
  readonly file: string;
  readonly seal: Seal;
}
const proofs = (about: Case): readonly FiledSeal[] =>
  readFiles(about).flatMap(({ file, facts }) =>
    facts.seals.filter((seal) => seal.standard !== 'issuer.link').map((seal) => ({ file, seal })),
  );
const place = ({ file, seal }: FiledSeal, seen: string, expected: string | null): Evidence => ({
  file,
  page: seal.at?.page ?? 0,
  box: seal.at?.box ?? null,
  seen,
  expected,
});

const sealPresent: Rule = {
  rule: 'seal.present',
  version: 1,
  level: 'info',
  audience: 'agent',
  judge: (about) =>
    papersOf(about, 'tax_notice').length === 0 ? null : { outcome: proofs(about).length > 0 ? 'passed' : 'inconclusive' },
};

const sealKind: Rule = {
  rule: 'seal.kind',
  version: 1,
  level: 'critical',
  audience: 'tenant',
  judge: (about) => {
    const accepted = new Set(about.declared.situation.anyOf.flat().flatMap((paper) => paper.recognisedAs ?? []));
    const told = proofs(about).filter(({ seal }) => seal.standard === 'fr.2d-doc' && KINDS[seal.kind]);
    if (told.length === 0 || accepted.size === 0) return null;
    const wrong = told.filter(({ seal }) => !(KINDS[seal.kind] ?? []).some((kind) => accepted.has(kind)));
    // Beside a paper that fits, a sealed one of another kind is only one too many.
    if (papersOf(about).some(({ paper }) => accepted.has(paper.kind))) return { outcome: 'passed' };
    return { outcome: wrong.length === 0 ? 'passed' : 'failed', evidence: wrong.map((one) => place(one, one.seal.kind, null)) };
  },
};

/** An unknown issuer leaves it open and weighs nothing: a sealed paper is never worse off than an unsealed one. */
const sealValid: Rule = {
  rule: 'seal.valid',
  version: 1,
  level: 'critical',
  audience: 'tenant',
  judge: (about) => {
    const all = proofs(about);
    if (all.length === 0) return null;
    const invalid = all.filter(({ seal }) => seal.verdict === 'invalid');
    if (invalid.length > 0)
      return { outcome: 'failed', evidence: invalid.map((one) => place(one, one.seal.reason ?? 'invalid', 'valid')) };
    const open = all.filter(({ seal }) => seal.verdict === 'unverifiable');
    return open.length > 0
      ? {
          outcome: 'inconclusive',
          level: 'info',
          evidence: open.map((one) => place(one, one.seal.reason ?? 'unverifiable', 'valid')),
        }
      : { outcome: 'passed', evidence: all.map((one) => place(one, 'valid', 'valid')) };
  },
};

const number = (text: string) => Number(text.replace(/\s/g, '').replace(',', '.'));
const field = (seal: Seal, ...ids: readonly string[]) =>
  seal.fields.find((one) => ids.includes(one.id) && one.value !== '') ?? null;

/** Amounts and years that must be the same in the code and in print. Pay may differ by a rounding of one euro. */
const NUMBERS = [
  { ids: ['41'], printed: 'reference_income', tolerance: 0.5 },
  { ids: ['43'], printed: 'tax_shares', tolerance: 0.001 },
  { ids: ['45'], printed: 'income_year', tolerance: 0 },
  { ids: ['58'], printed: 'net_taxable', tolerance: 1 },
  { ids: ['59'], printed: 'cumulative_net_taxable', tolerance: 1 },
  { ids: ['5A'], printed: 'gross', tolerance: 1 },
  { ids: ['1D'], printed: 'amount', tolerance: 0.005 },
] as const;

const TITLES = new Set(['M', 'MME', 'MLLE', 'MR']);

function differences(filed: FiledPaper, seal: Seal): readonly Evidence[] {
  const numbers = NUMBERS.flatMap(({ ids, printed, tolerance }): Evidence[] => {
    // Identifiers mean pay on payslips only, tax on notices only.
    if ((filed.paper.kind === 'payslip') !== ['net_taxable', 'cumulative_net_taxable', 'gross'].includes(printed)) return [];
    const sealed = field(seal, ...ids);
    const seen = amountOf(filed.paper, printed);
    if (!sealed || seen === null || Math.abs(number(sealed.value) - seen) <= tolerance) return [];
    return [evidenceOf(filed, printed, sealed.value)];
  });
  const name = field(seal, '46', '10');
  if (!name || filed.paper.fields.full_name === undefined) return numbers;
  const sealed = latinTokens(name.value.replace(/\//g, ' ')) ?? [];
  const printed = new Set(
    peopleOn(filed.paper).flatMap((person) => latinTokens(`${person.lastNames.join(' ')} ${person.firstNames}`) ?? []),
  );
  const told = sealed.filter((token) => !TITLES.has(token));
  const found = told.filter(
    (token) => printed.has(token) || (name.value.length >= 38 && [...printed].some((other) => other.startsWith(token))),
  );
  // One first name may stand for several: two words in common are the same person.
  return found.length >= Math.min(2, told.length) ? numbers : [...numbers, evidenceOf(filed, 'full_name', told.join(' '))];
}

const sealMatchesPrint: Rule = {
  rule: 'seal.matches_print',
  version: 1,
  level: 'critical',
  audience: 'tenant',
  judge: (about) => {
    const pairs = papersOf(about).flatMap((filed) =>
      filed.facts.seals
        .filter(
          (seal) =>
            (KINDS[seal.kind] ?? []).includes(filed.paper.kind) && (seal.at === null || filed.paper.pages.includes(seal.at.page)),
        )
        .map((seal) => ({ filed, seal })),
    );
    if (pairs.length === 0) return null;
    const wrong = pairs.flatMap(({ filed, seal }) => {
      const found = differences(filed, seal);
      return found.length === 0
        ? []
        : [...found, place({ file: filed.file, seal }, found.map(({ expected }) => expected).join(' · '), null)];
    });
    const compared = pairs.some(({ filed, seal }) =>
      NUMBERS.some(({ ids, printed }) => field(seal, ...ids) && factOf(filed.paper, printed)),
    );
    return wrong.length > 0
      ? { outcome: 'failed', evidence: wrong, params: { seen: wrong[0]?.seen ?? '', expected: wrong[0]?.expected ?? '' } }
      : { outcome: compared ? 'passed' : 'inconclusive', ...(compared ? {} : { level: 'info' as const }) };
  },
};

/** Marks of issuers, and what they prove. */
export const SEAL_RULES: readonly Rule[] = [sealPresent, sealKind, sealValid, sealMatchesPrint];
