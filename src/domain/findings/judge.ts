import type { Case, Finding, Outcome, Rule } from './findings.ts';
import { ARITHMETIC_RULES } from './rules/arithmetic.ts';
import { CROSS_RULES } from './rules/cross.ts';
import { FILE_RULES } from './rules/file.ts';
import { FORGERY_RULES } from './rules/forgery.ts';
import { MONTH_RULES } from './rules/months.ts';
import { PERSON_RULES } from './rules/person.ts';
import { SEAL_RULES } from './rules/seal.ts';
import { SERIES_RULES } from './rules/slip-series.ts';
import { TAX_RULES } from './rules/tax.ts';

const ALL: readonly Rule[] = [
  ...FILE_RULES,
  ...SEAL_RULES,
  ...TAX_RULES,
  ...MONTH_RULES,
  ...PERSON_RULES,
  ...ARITHMETIC_RULES,
  ...SERIES_RULES,
  ...CROSS_RULES,
  ...FORGERY_RULES,
];

/** Runs every rule that has something to say of a piece: all that is to mend is told at once. Duplicates are judged apart, see `copies.ts`. */
export function judge(about: Case): readonly Finding[] {
  return ALL.flatMap((rule): Finding[] => {
    const verdict = rule.judge(about);
    if (verdict === null) return [];
    return [
      {
        rule: rule.rule,
        version: rule.version,
        outcome: verdict.outcome,
        level: verdict.level ?? rule.level,
        audience: rule.audience,
        evidence: verdict.evidence ?? [],
        params: verdict.params ?? {},
      },
    ];
  });
}

const critical = (findings: readonly Finding[], outcome: Outcome) =>
  findings.filter((finding) => finding.level === 'critical' && finding.outcome === outcome);

/** True when a revision is at level `consistent`: one critical rule at least passed, none failed or was left open. */
export function isConsistent(findings: readonly Finding[]): boolean {
  return (
    critical(findings, 'passed').length > 0 &&
    critical(findings, 'failed').length === 0 &&
    critical(findings, 'inconclusive').length === 0
  );
}

/** Findings the person must mend or explain before submitting. */
export function toMend(findings: readonly Finding[]): readonly Finding[] {
  return critical(findings, 'failed').filter((finding) => finding.audience === 'tenant');
}

/** What partners are told of a report: failed, open, or checked. */
export function reportOf(findings: readonly Finding[]): 'DENIED' | 'UNDEFINED' | 'CHECKED' {
  const told = findings.filter((finding) => finding.audience === 'tenant');
  if (critical(told, 'failed').length > 0) return 'DENIED';
  return critical(told, 'inconclusive').length > 0 ? 'UNDEFINED' : 'CHECKED';
}
