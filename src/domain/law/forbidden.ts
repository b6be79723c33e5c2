import type { PaperKind } from '../findings/facts.ts';
import { NEVER } from './items.ts';

/** A paper nobody may ask, with what the document engine calls it when it can tell. Words are `law.item.<key>`. */
export interface ForbiddenPaper {
  readonly key: (typeof NEVER)[number]['key'];
  readonly recognisedAs: PaperKind | null;
}

const RECOGNISED: Readonly<Partial<Record<ForbiddenPaper['key'], PaperKind>>> = {
  bank_statement: 'bank_statement',
  rib: 'rib',
  social_security_card: 'social_security_card',
  criminal_record: 'criminal_record',
  family_record_book: 'family_record_book',
  medical_file: 'medical_file',
  reservation_cheque: 'cheque',
};

/** Papers nobody may ask. One that is uploaded gives advice to remove it; it is never proof and never blocks alone. */
export const FORBIDDEN: readonly ForbiddenPaper[] = NEVER.map(({ key }) => ({ key, recognisedAs: RECOGNISED[key] ?? null }));

/** The forbidden paper behind a recognised kind; `null` when the kind may be asked. */
export function forbiddenOf(kind: PaperKind): ForbiddenPaper | null {
  return FORBIDDEN.find((paper) => paper.recognisedAs === kind) ?? null;
}
