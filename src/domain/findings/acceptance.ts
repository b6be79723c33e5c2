import type { Seal } from '#seals/seal.ts';
import { addMonths } from '#kernel/civil-date.ts';
import type { Case, Finding } from './findings.ts';
import { compareSeal, type MatrixRow } from './matrix.ts';
import { factOf, monthOfPaper, papersOf, type FiledPaper } from './read-case.ts';
import { provesAlone } from './seal-kinds.ts';

/** Findings that keep an agent in the loop whenever they failed, whatever their level. */
const TRACES = /^(?:pdf\.|seal\.|copy\.|payslip\.|identity\.|tax\.|image\.|origin\.|cross\.|number\.(?:siret|nir))/;

/** Why a revision is not accepted without an agent; `null` when it is. */
export type NotAutomatic =
  | 'not_all_sealed'
  | 'seal_not_valid'
  | 'revocation_unknown'
  | 'kind_does_not_fit'
  | 'name_not_exact'
  | 'differs_from_print'
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
  if (rows.some(({ againstPrint }) => againstPrint === 'mismatch')) return 'differs_from_print';
  if (rows.some(({ decides, againstPrint }) => decides && againstPrint !== 'exact')) return 'not_read';
  return rows.some(({ againstDeclared }) => againstDeclared === 'mismatch') ? 'differs_from_declared' : null;
}

/**
 * Automatic acceptance (rule 6.6). All of it holds: every paper is sealed, valid with known revocation, of a kind that fits; the sealed name is exactly
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
  // A scanner or a print driver of honest people says nothing against a seal that is seen and confirmed.
  const told = findings.filter(({ rule, level }) => rule !== 'pdf.producer' || level !== 'info');
  if (told.some(({ rule, outcome }) => outcome === 'failed' && TRACES.test(rule))) return 'finding';
  if (findings.find(({ rule }) => rule === 'seal.matches_print')?.outcome !== 'passed') return 'open_rule';
  const judged = findings.filter(({ level }) => level === 'critical');
  if (judged.some(({ outcome }) => outcome === 'failed')) return 'finding';
  return judged.some(({ outcome }) => outcome === 'inconclusive') ? 'open_rule' : null;
}
