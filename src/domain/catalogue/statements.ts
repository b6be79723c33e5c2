/**
 * Text in force of the sworn statement that stands for papers, by situation. A published text never changes: a new one gets a new name,
 * and its words `statement.text.<version>`. The French words bind.
 */
export const STATEMENT_TEXTS = {
  'home.precarious': 'home_precarious.2026-11',
  'activity.stay_at_home_parent': 'activity_stay_at_home_parent.2026-11',
  'activity.none': 'activity_none.2026-11',
  'activity.other': 'activity_other.2026-11',
  'income.none': 'income_none.2026-11',
  'tax.parents': 'tax_parents.2026-11',
  'tax.no_declaration': 'tax_no_declaration.2026-11',
  'tax.not_received': 'tax_not_received.2026-11',
} as const;
type StatementText = (typeof STATEMENT_TEXTS)[keyof typeof STATEMENT_TEXTS];

/** The text that a person attests in a situation; `null` where there is nothing to attest. */
export function statementText(situation: string): StatementText | null {
  return Object.hasOwn(STATEMENT_TEXTS, situation) ? STATEMENT_TEXTS[situation as keyof typeof STATEMENT_TEXTS] : null;
}

/** What the service prints in place of files: a statement that was ticked, or what the person wrote. */
export type PrintedKind = 'statement' | 'explanation';

/** Which page the service makes for a piece; `null` when its files speak, or when there is nothing to print. */
export function printedKind(piece: {
  readonly situation: string;
  readonly statementAt: Date | null;
  readonly text: string | null;
  readonly files: number;
}): PrintedKind | null {
  if (piece.files > 0) return null;
  if (piece.statementAt !== null && statementText(piece.situation) !== null) return 'statement';
  return piece.text !== null && piece.text.trim() !== '' ? 'explanation' : null;
}
