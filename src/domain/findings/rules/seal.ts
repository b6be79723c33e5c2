import type { Seal } from '#seals/seal.ts';
import type { Case, Evidence, Rule } from '../findings.ts';
import { compareSeal, sealedPapers, type SealedFact } from '../matrix.ts';
import { papersOf, readFiles } from '../read-case.ts';
import { papersOfSeal } from '../seal-kinds.ts';

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
    const told = proofs(about).filter(({ seal }) => seal.standard === 'fr.2d-doc' && papersOfSeal(seal).length > 0);
    if (told.length === 0 || accepted.size === 0) return null;
    const wrong = told.filter(({ seal }) => !papersOfSeal(seal).some((kind) => accepted.has(kind)));
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

/** Sealed facts that are euros. */
const AMOUNTS: ReadonlySet<SealedFact | undefined> = new Set<SealedFact>([
  'reference_income',
  'net_taxable',
  'cumulative_net_taxable',
  'gross',
  'net_paid',
  'amount',
]);

/** A value as the words of a finding take it: amounts as `EUR 21551`. */
const saying = (fact: SealedFact | undefined, value: string | null | undefined) =>
  value && AMOUNTS.has(fact) && Number.isFinite(Number(value)) ? `EUR ${value}` : (value ?? '');

const sealMatchesPrint: Rule = {
  rule: 'seal.matches_print',
  version: 2,
  level: 'critical',
  audience: 'tenant',
  judge: (about) => {
    const pairs = sealedPapers(about).filter(({ filed, seal }) => papersOfSeal(seal).includes(filed.paper.kind));
    if (pairs.length === 0) return null;
    const rows = pairs.map((pair) => ({ pair, rows: compareSeal(about, pair) }));
    const wrong = rows.flatMap(({ pair, rows: own }) => {
      const found = own.filter(({ againstPrint }) => againstPrint === 'mismatch').map(({ at }) => at);
      return found.length === 0
        ? []
        : [...found, place({ file: pair.filed.file, seal: pair.seal }, found.map(({ expected }) => expected).join(' · '), null)];
    });
    const first = rows.flatMap(({ rows: own }) => own).find(({ againstPrint }) => againstPrint === 'mismatch');
    const compared = rows.some(({ rows: own }) =>
      own.some(({ fact, againstPrint }) => fact !== 'name' && fact !== 'address' && againstPrint === 'exact'),
    );
    return wrong.length > 0
      ? {
          outcome: 'failed',
          evidence: wrong,
          params: { seen: saying(first?.fact, first?.at.seen), expected: saying(first?.fact, first?.at.expected) },
        }
      : { outcome: compared ? 'passed' : 'inconclusive', ...(compared ? {} : { level: 'info' as const }) };
  },
};

/** Marks of issuers, and what they prove. */
export const SEAL_RULES: readonly Rule[] = [sealPresent, sealKind, sealValid, sealMatchesPrint];
