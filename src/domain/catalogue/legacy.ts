import type { Category, Role, Situation } from './situation.ts';
import { SITUATIONS, situationOf, type SituationKey } from './situations.ts';

/** Names of categories in the partner interface. */
export const LEGACY_CATEGORIES: Readonly<Record<Category, string>> = {
  identity: 'IDENTIFICATION',
  home: 'RESIDENCY',
  activity: 'PROFESSIONAL',
  income: 'FINANCIAL',
  tax: 'TAX',
  guarantee: 'GUARANTEE_PROVIDER_CERTIFICATE',
  company: 'IDENTIFICATION_LEGAL_PERSON',
};

/** The three names of a situation in the partner interface. */
export interface LegacyNames {
  readonly category: string;
  readonly sub: string;
  /** Absent from JSON when `null`. */
  readonly step: string | null;
}

/** A piece that comes from outside. */
export interface LegacyPiece extends LegacyNames {
  readonly role: Role;
  /** How many files it holds. */
  readonly files: number;
  readonly text: string | null;
}

/** What a piece from outside is for us. */
export interface FromLegacy {
  readonly key: SituationKey;
  /** A text to keep when the old name said more than ours and the person wrote nothing. */
  readonly text: string | null;
}

/** The fixed sentence of a statement of precarious housing; it begins the text of partners' pieces. Part of the interface, never translated. */
export const PRECARIOUS_SENTENCE = 'Je ne suis pas en mesure de fournir des quittances de loyer des trois derniers mois';

/** The text that stands for the old choice "in France for less than a year". */
export const LESS_THAN_YEAR_TEXT = 'En France depuis moins d’un an';

/** Names of a situation for partners. */
export function toLegacy(key: SituationKey): LegacyNames {
  const row = situationOf(key);
  if (!row) throw new RangeError(`no such situation: ${key}`);
  return { category: LEGACY_CATEGORIES[row.category], sub: row.legacy.sub, step: row.legacy.step };
}

/** The text of a piece as partners read it: a precarious home is told from other homes by its first sentence. */
export function legacyText(key: SituationKey, text: string | null): string | null {
  if (key !== 'home.precarious') return text;
  return text?.trim() ? `${PRECARIOUS_SENTENCE}. ${text}` : PRECARIOUS_SENTENCE;
}

/** Old names that are read and never written, and names whose step may be missing: `sub` or `sub/step` to key. */
const IRREGULAR: Readonly<Record<string, SituationKey>> = {
  'home GUEST': 'home.guest.certificate',
  'home GUEST_PARENTS': 'home.guest.certificate',
  'activity CDI_TRIAL': 'activity.permanent',
  'income SALARY': 'income.salary.unknown',
  'income SALARY/SALARY_UNKNOWN': 'income.salary.unknown',
  'income SALARY_UNKNOWN': 'income.salary.unknown',
  'income PENSION': 'income.pension.unknown',
  'income PENSION/PENSION_UNKNOWN': 'income.pension.unknown',
  'income PENSION_UNKNOWN': 'income.pension.unknown',
  'income SOCIAL_SERVICE': 'income.benefit.other',
  'income RENT': 'income.rent.other',
  'tax MY_NAME': 'tax.french_notice',
  'tax LESS_THAN_YEAR': 'tax.other',
  'guarantee CERTIFICATE_VISA': 'guarantee.other',
};

const categoryOfLegacy = (name: string): Category | null =>
  (Object.keys(LEGACY_CATEGORIES) as Category[]).find((category) => LEGACY_CATEGORIES[category] === name) ?? null;

const byNames = (rows: readonly Situation[], sub: string, step: string | null) =>
  rows.filter((row) => row.legacy.sub === sub && row.legacy.step === step);

/** Reads the names of a piece that comes from outside. An unknown step is read as none. @returns `null` when the names mean nothing to us */
export function fromLegacy(piece: LegacyPiece): FromLegacy | null {
  const category = categoryOfLegacy(piece.category);
  if (!category || piece.sub === 'UNDEFINED') return null;
  const step = piece.step === 'UNDEFINED' || piece.step === '' ? null : piece.step;
  const found = (key: SituationKey, text: string | null = null): FromLegacy => ({ key, text });
  if (category === 'home' && piece.sub === 'TENANT' && step === null) {
    return found(piece.role === 'T' ? 'home.tenant.receipts' : 'home.tenant.home_proof');
  }
  if (category === 'home' && piece.sub === 'OTHER_RESIDENCY') {
    const precarious = piece.role === 'T' && piece.files === 0 && (piece.text ?? '').trimStart().startsWith(PRECARIOUS_SENTENCE);
    return found(precarious ? 'home.precarious' : 'home.other');
  }
  const irregular = IRREGULAR[`${category} ${step === null ? piece.sub : `${piece.sub}/${step}`}`];
  if (irregular) return found(irregular, piece.sub === 'LESS_THAN_YEAR' && !piece.text?.trim() ? LESS_THAN_YEAR_TEXT : null);
  const rows = SITUATIONS.filter((row) => row.category === category && !row.retired);
  const exact = byNames(rows, piece.sub, step).find((row) => row.who.includes(piece.role)) ?? byNames(rows, piece.sub, step)[0];
  const key = exact?.key ?? (step === null ? undefined : fromLegacy({ ...piece, step: null })?.key);
  const row = key === undefined ? null : situationOf(key);
  return row ? found(row.key) : null;
}
