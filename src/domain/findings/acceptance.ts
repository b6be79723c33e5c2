import type { Seal } from '#seals/seal.ts';
import { addMonths } from '#kernel/civil-date.ts';
import type { Case, Finding } from './findings.ts';
import type { FieldName, PaperKind } from './facts.ts';
import { compareSeal, type MatrixRow, type SealedFact } from './matrix.ts';
import { factOf, monthOfPaper, papersOf, type FiledPaper } from './read-case.ts';
import { provesAlone } from './seal-kinds.ts';

/** Findings that keep an agent in the loop whenever they failed, though they only inform; all others do when they warn. */
const TRACES = /^(?:pdf\.|seal\.|copy\.|payslip\.|identity\.|tax\.|image\.|origin\.|template\.|cross\.|number\.(?:siret|nir))/;

/** Days of a paper, and whether what it tells still goes on: they warn, yet what is accepted without an agent must pass them. */
const MUST_PASS: ReadonlySet<Finding['rule']> = new Set(['paper.date', 'contract.ongoing']);

/** What a person relies on in a paper and its issuer need not have sealed: printed and unsealed, it is nobody's word. */
const RELIED_ON: Readonly<Partial<Record<PaperKind, readonly (SealedFact & FieldName)[]>>> = {
  tax_notice: ['income_year', 'reference_income'],
  work_contract: ['gross'],
};
/** Sealed amounts that a declared one can be compared with. */
const INCOMES: ReadonlySet<SealedFact> = new Set(['reference_income', 'net_taxable']);
/** Euros by which a net may exceed what is taxable of it: rounding only. */
const NET_TOLERANCE = 1;

/** Why a revision is not accepted without an agent; `null` when it is. */
export type NotAutomatic =
  | 'not_all_sealed'
  | 'seal_not_valid'
  | 'revocation_unknown'
  | 'kind_does_not_fit'
  | 'name_not_exact'
  | 'differs_from_print'
  | 'not_sealed'
  | 'paper_missing'
  | 'not_read'
  | 'differs_from_declared'
  | 'not_seen'
  | 'months_missing'
  | 'finding'
  | 'open_rule';

const codesOf = ({ facts, paper }: FiledPaper): readonly Seal[] =>
  facts.seals.filter(
    ({ standard, at }) => (standard === 'fr.2d-doc' || standard === 'iso22376') && at && paper.pages.includes(at.page),
  );

/** What keeps one seal from proving its paper. */
function whyNotProved(about: Case, filed: FiledPaper, seal: Seal): NotAutomatic | null {
  if (seal.verdict !== 'valid') return 'seal_not_valid';
  if (!seal.revocationKnown) return 'revocation_unknown';
  const accepted = about.declared.situation.anyOf.flat().flatMap((paper) => paper.recognisedAs ?? []);
  if (!provesAlone(seal, filed.paper.kind) || !accepted.includes(filed.paper.kind)) return 'kind_does_not_fit';
  const rows: readonly MatrixRow[] = compareSeal(about, { filed, seal });
  if (rows.find(({ fact }) => fact === 'name')?.againstDeclared !== 'exact') return 'name_not_exact';
  if (rows.some(({ againstPrint, printedOtherwise }) => againstPrint === 'mismatch' || printedOtherwise))
    return 'differs_from_print';
  if (rows.some(({ decides, againstPrint }) => decides && againstPrint !== 'exact')) return 'not_read';
  const sealed = new Set(rows.map(({ fact }) => fact));
  const unsealed = (RELIED_ON[filed.paper.kind] ?? []).some((fact) => factOf(filed.paper, fact) && !sealed.has(fact));
  if (unsealed || (filed.paper.kind === 'payslip' && netExceeds(filed, rows))) return 'not_sealed';
  const compared = rows.some(({ fact, againstDeclared }) => INCOMES.has(fact) && againstDeclared === 'exact');
  const differs = rows.some(({ againstDeclared }) => againstDeclared === 'mismatch');
  return differs || (about.declared.amount !== null && !compared) ? 'differs_from_declared' : null;
}

/** A net pay above the taxable one that is sealed, and not sealed itself. Taxable is net with what is taxed besides: an honest net is rarely higher. */
function netExceeds({ paper }: FiledPaper, rows: readonly MatrixRow[]): boolean {
  const taxable = Number(rows.find(({ fact }) => fact === 'net_taxable')?.sealed.replace(',', '.') ?? Number.NaN);
  if (rows.some(({ fact }) => fact === 'net_paid')) return false;
  const nets = (['net_before_tax', 'net_paid'] as const)
    .flatMap((field) => paper.fields[field] ?? [])
    .map(({ value }) => Number(value));
  return nets.some((net) => !(net <= taxable + NET_TOLERANCE));
}

/** All papers of one way to prove the situation are there, as many as are asked. Kinds that the engine cannot tell apart are missing. */
function hasWholeProof(about: Case, papers: readonly FiledPaper[]): boolean {
  return about.declared.situation.anyOf.some((way) =>
    way.every(({ recognisedAs, min }) => papers.filter(({ paper }) => recognisedAs?.includes(paper.kind)).length >= min),
  );
}

/**
 * Automatic acceptance (rule 6.6). All of it holds: every paper is sealed, valid with known revocation, of a kind that fits, and together they are all that is asked; the sealed name is exactly
 * the person's; printed name, dates and amounts are exactly those sealed and are also seen in the pixels; nothing differs, declared amounts
 * included; year, months, validity and pages pass; nothing tells of a change to the file. Everything else is looked at by a person.
 */
export function whyNotAutomatic(about: Case, findings: readonly Finding[]): NotAutomatic | null {
  const papers = papersOf(about);
  if (papers.length === 0 || about.files.some(({ facts }) => facts === null)) return 'not_all_sealed';
  for (const filed of papers) {
    const own = codesOf(filed);
    if (own.length === 0) return 'not_all_sealed';
    for (const seal of own) {
      const why = whyNotProved(about, filed, seal);
      if (why !== null) return why;
    }
    // What the layer says must also be what is drawn; pictures are read from pixels anyway.
    const layered = filed.facts.pages.some((page) => filed.paper.pages.includes(page.page) && page.source === 'text');
    if (layered && factOf(filed.paper, 'pixels_check')?.value !== 'ok') return 'not_seen';
    if (filed.paper.kind === 'payslip' && !factOf(filed.paper, 'period')) return 'months_missing';
  }
  const slips = papers.filter(({ paper }) => paper.kind === 'payslip').flatMap(({ paper }) => monthOfPaper(paper) ?? []);
  const first = [...slips].sort()[0];
  if (first && ![0, 1, 2].every((step) => slips.includes(addMonths(first, step)))) return 'months_missing';
  if (!hasWholeProof(about, papers)) return 'paper_missing';
  // A scanner or a print driver of honest people says nothing against a seal that is seen and confirmed.
  const told = findings.filter(({ rule, level }) => rule !== 'pdf.producer' || level !== 'info');
  if (told.some(({ rule, level, outcome }) => outcome === 'failed' && (level !== 'info' || TRACES.test(rule)))) return 'finding';
  if (findings.find(({ rule }) => rule === 'seal.matches_print')?.outcome !== 'passed') return 'open_rule';
  const judged = findings.filter(({ level, rule }) => level === 'critical' || MUST_PASS.has(rule));
  return judged.some(({ outcome }) => outcome === 'inconclusive') ? 'open_rule' : null;
}
