import { addMonths } from '#kernel/civil-date.ts';
import type { Case, Finding } from './findings.ts';
import { bestMatch, factOf, monthOfPaper, papersOf } from './read-case.ts';

/** Papers that a revision without agent may rest on: each is signed by its issuer. */
const SEALED = [
  'tax_notice',
  'payslip',
  'id_card',
  'passport',
  'residence_permit',
  'work_contract',
  'france_identite',
  'utility_bill',
] as const;
/** Findings that keep an agent in the loop whenever they failed, whatever their level. */
const TRACES = /^(?:pdf\.|seal\.|copy\.|payslip\.|identity\.|tax\.|image\.|origin\.|cross\.|number\.(?:siret|nir))/;

/** Why a revision is not accepted without an agent; `null` when it is. */
export type NotAutomatic =
  | 'not_all_sealed'
  | 'seal_not_valid'
  | 'revocation_unknown'
  | 'name_not_exact'
  | 'finding'
  | 'open_rule'
  | 'months_missing'
  | 'not_seen';

/**
 * Automatic acceptance (rule 6.6): every paper is sealed and valid with known revocation, the name is exact, what the text
 * layer says is also seen, nothing mismatches, and no rule is failed or open. Everything else is looked at by a person.
 */
export function whyNotAutomatic(about: Case, findings: readonly Finding[]): NotAutomatic | null {
  const papers = papersOf(about);
  if (papers.length === 0 || about.files.some(({ facts }) => facts === null)) return 'not_all_sealed';
  for (const { facts, paper } of papers) {
    const own = facts.seals.filter(
      (seal) => seal.standard !== 'issuer.link' && (seal.at === null || paper.pages.includes(seal.at.page)),
    );
    if (own.length === 0 || !(SEALED as readonly string[]).includes(paper.kind)) return 'not_all_sealed';
    if (own.some((seal) => seal.verdict !== 'valid')) return 'seal_not_valid';
    if (own.some((seal) => !seal.revocationKnown)) return 'revocation_unknown';
    if (bestMatch([about.declared.person], paper) !== 'exact') return 'name_not_exact';
    // What the layer says must also be what is drawn; pictures are read from pixels anyway.
    const layered = facts.pages.some((page) => paper.pages.includes(page.page) && page.source === 'text');
    if (layered && factOf(paper, 'pixels_check')?.value !== 'ok') return 'not_seen';
    if (paper.kind === 'payslip' && !factOf(paper, 'period')) return 'months_missing';
  }
  const slips = papers.filter(({ paper }) => paper.kind === 'payslip').flatMap(({ paper }) => monthOfPaper(paper) ?? []);
  const first = [...slips].sort()[0];
  if (first && ![0, 1, 2].every((step) => slips.includes(addMonths(first, step)))) return 'months_missing';
  if (findings.some(({ rule, outcome }) => outcome === 'failed' && TRACES.test(rule))) return 'finding';
  if (findings.find(({ rule }) => rule === 'seal.matches_print')?.outcome !== 'passed') return 'open_rule';
  const judged = findings.filter(({ level }) => level !== 'info');
  if (judged.some(({ level, outcome }) => outcome === 'failed' && level === 'critical')) return 'finding';
  return judged.some(({ level, outcome }) => outcome === 'inconclusive' && level === 'critical') ? 'open_rule' : null;
}
