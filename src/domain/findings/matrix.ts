import type { CivilDate } from '#kernel/civil-date.ts';
import type { Seal } from '#seals/seal.ts';
import { payslipWindow } from '../dates/windows.ts';
import { taxYears } from '../dates/years.ts';
import { displayName } from '../people/names.ts';
import type { Fact, FieldName, PaperKind } from './facts.ts';
import type { Case, Evidence } from './findings.ts';
import { SAME_PLACE, sharedWords } from './places.ts';
import { evidenceOf, factOf, papersOf, type FiledPaper } from './read-case.ts';
import { personInSeal, sealedInPrint, sealedPeople } from './sealed-people.ts';

export type Likeness = 'exact' | 'near' | 'mismatch' | 'unread';

/** What a seal says that can be compared. The words of each are `sealed.<name>`. */
export const SEALED_FACTS = [
  'name',
  'income_year',
  'recovery_date',
  'reference_income',
  'tax_shares',
  'numbers',
  'period',
  'net_taxable',
  'cumulative_net_taxable',
  'gross',
  'net_paid',
  'siret',
  'employer',
  'address',
  'amount',
  'invoice_number',
  'issue_date',
  'expiry_date',
  'birth_date',
] as const;
export type SealedFact = (typeof SEALED_FACTS)[number];

/** Names, dates and amounts decide; the rest must only not differ. */
const DECIDING: ReadonlySet<SealedFact> = new Set([
  'name',
  'income_year',
  'recovery_date',
  'reference_income',
  'period',
  'net_taxable',
  'cumulative_net_taxable',
  'gross',
  'net_paid',
  'amount',
  'issue_date',
  'expiry_date',
  'birth_date',
]);

/** One line of the comparison: sealed, printed, declared. */
export interface MatrixRow {
  readonly fact: SealedFact;
  readonly sealed: string;
  readonly printed: string | null;
  readonly declared: string | null;
  readonly againstPrint: Likeness;
  /** The paper also prints another value in its name. */
  readonly printedOtherwise: boolean;
  /** `null`: nothing of it is declared. */
  readonly againstDeclared: Likeness | null;
  /** Must be exact, and not only not differ, for an acceptance without an agent. */
  readonly decides: boolean;
  /** Where it is printed. */
  readonly at: Evidence;
}

/** A seal with the paper on whose pages it stands. */
export interface SealedPaper {
  readonly filed: FiledPaper;
  readonly seal: Seal;
}

/** Under this confidence (0–100) a word read from pixels supports nothing and fails nothing. */
const LEAST_CONFIDENCE = 60;
/** Share by which a declared amount may differ. */
const AMOUNT_TOLERANCE = 0.2;
const MONTHS = 12;
/** Euros by which a sealed net and a printed one may differ. */
const NET_TOLERANCE = 1;

/** Codes of a case, each with its paper. Signatures of whole files name nothing that can be compared. */
export function sealedPapers(about: Case): readonly SealedPaper[] {
  return papersOf(about).flatMap((filed) =>
    filed.facts.seals
      .filter(
        ({ standard, at }) => (standard === 'fr.2d-doc' || standard === 'iso22376') && at && filed.paper.pages.includes(at.page),
      )
      .map((seal) => ({ filed, seal })),
  );
}

const valueOf = (seal: Seal, ...ids: readonly string[]) =>
  ids.flatMap((id) => seal.fields.find((one) => one.id === id && one.value !== '')?.value ?? [])[0] ?? null;
const number = (text: string) => Number(text.replace(/\s/g, '').replace(',', '.'));
const sure = (fact: Fact | null): fact is Fact => fact !== null && fact.confidence >= LEAST_CONFIDENCE;

/** Amounts, shares and years: identifiers, where they are printed, by how much they may differ, and on which papers they mean this. */
const NUMBERS: readonly {
  readonly fact: SealedFact & FieldName;
  readonly ids: readonly string[];
  readonly tolerance: number;
  readonly kinds: readonly PaperKind[];
}[] = [
  { fact: 'income_year', ids: ['45'], tolerance: 0, kinds: ['tax_notice', 'tax_declaration'] },
  { fact: 'reference_income', ids: ['41'], tolerance: 0.5, kinds: ['tax_notice', 'tax_declaration'] },
  { fact: 'tax_shares', ids: ['43'], tolerance: 0.001, kinds: ['tax_notice', 'tax_declaration'] },
  { fact: 'net_taxable', ids: ['58'], tolerance: 1, kinds: ['payslip'] },
  { fact: 'cumulative_net_taxable', ids: ['59'], tolerance: 1, kinds: ['payslip'] },
  { fact: 'gross', ids: ['5A'], tolerance: 1, kinds: ['payslip', 'work_contract'] },
  { fact: 'amount', ids: ['1D'], tolerance: 0.005, kinds: ['utility_bill', 'home_insurance'] },
];

const DAYS: readonly { readonly fact: SealedFact; readonly printed: FieldName; readonly ids: readonly string[] }[] = [
  { fact: 'recovery_date', printed: 'recovery_date', ids: ['4A'] },
  { fact: 'expiry_date', printed: 'expiry_date', ids: ['6O'] },
  { fact: 'birth_date', printed: 'birth_date', ids: ['69'] },
];

/** Compares what a seal says with what is printed and what is declared, whatever its verdict. Fields that the seal lacks have no row. */
export function compareSeal(about: Case, { filed, seal }: SealedPaper): readonly MatrixRow[] {
  const { paper } = filed;
  const row = (
    fact: SealedFact,
    printedAs: FieldName,
    sealed: string,
    likeness: (seen: string) => Likeness,
    declared: { readonly words: string; readonly likeness: Likeness } | null = null,
  ): MatrixRow => {
    const [seen = null, ...more] = paper.fields[printedAs] ?? [];
    return {
      ...{ fact, sealed, printed: seen?.value ?? null, decides: DECIDING.has(fact) },
      againstPrint: sure(seen) ? likeness(seen.value) : 'unread',
      // Printed twice and not alike: one of them is not what was sealed.
      printedOtherwise: more.some((other) => likeness(other.value) !== 'exact'),
      declared: declared?.words ?? null,
      againstDeclared: declared?.likeness ?? null,
      at: evidenceOf(filed, printedAs, sealed),
    };
  };
  const equal = (expected: string) => (seen: string) => (seen === expected ? 'exact' : 'mismatch') as Likeness;

  const numbers = NUMBERS.flatMap(({ fact, ids, tolerance, kinds }): MatrixRow[] => {
    const sealed = kinds.includes(paper.kind) ? valueOf(seal, ...ids) : null;
    if (sealed === null) return [];
    const likeness = (seen: string): Likeness => {
      const difference = Math.abs(number(sealed) - number(seen));
      return Number.isNaN(difference) ? 'unread' : difference <= tolerance ? 'exact' : 'mismatch';
    };
    return [row(fact, fact, sealed, likeness, declaredNumber(about, fact, sealed))];
  });
  const days = DAYS.flatMap(({ fact, printed, ids }): MatrixRow[] => {
    const sealed = valueOf(seal, ...ids);
    return sealed === null ? [] : [row(fact, printed, sealed, equal(sealed))];
  });
  return [...nameRows(about, filed, seal), ...numbers, ...netRows(), ...days, ...otherRows()];

  /** The net of a slip: issuers seal it before or after tax. */
  function netRows(): readonly MatrixRow[] {
    const sealed = paper.kind === 'payslip' ? valueOf(seal, '5C') : null;
    if (sealed === null) return [];
    const near = (seen: string) => Math.abs(number(sealed) - number(seen)) <= NET_TOLERANCE;
    const before = factOf(paper, 'net_before_tax');
    const printedAs = before && near(before.value) ? 'net_before_tax' : 'net_paid';
    return [row('net_paid', printedAs, sealed, (seen) => (near(seen) ? 'exact' : 'mismatch'))];
  }

  function otherRows(): readonly MatrixRow[] {
    const rows: MatrixRow[] = [];
    const start = paper.kind === 'payslip' ? valueOf(seal, '53') : null;
    if (start !== null) {
      const month = start.slice(0, 7);
      const { from, to } = payslipWindow(about.today as CivilDate);
      const declared = { words: `${from} – ${to}`, likeness: (month >= from && month <= to ? 'exact' : 'mismatch') as Likeness };
      rows.push(row('period', 'period', month, equal(month), paysOf(about) ? declared : null));
    }
    const check = factOf(paper, 'seal_numbers_check');
    if (check) rows.push(row('numbers', 'seal_numbers_check', 'ok', equal('ok')));
    const siret = valueOf(seal, '50');
    if (siret !== null && /[1-9]/.test(siret)) rows.push(row('siret', 'siret', siret, equal(siret)));
    const company = valueOf(seal, '5M');
    if (company !== null) rows.push(row('employer', 'employer', company, places(company)));
    const address = addressIn(seal);
    if (address !== null) rows.push(row('address', 'address', address, places(address)));
    const invoice = valueOf(seal, '18');
    if (invoice !== null)
      rows.push(row('invoice_number', 'invoice_number', invoice, (seen) => equal(letters(invoice))(letters(seen))));
    if (seal.issuedOn !== null && paper.kind === 'utility_bill')
      rows.push(row('issue_date', 'date', seal.issuedOn, equal(seal.issuedOn)));
    return rows;
  }
}

const letters = (text: string) => text.toUpperCase().replace(/[^A-Z0-9]/g, '');
const paysOf = (about: Case) => about.declared.situation.anyOf.flat().some(({ fresh }) => fresh === 'payslip3');

/** Addresses and companies: words, shortened forms opened. Half of them leave it open, fewer are another place. */
const places =
  (sealed: string) =>
  (seen: string): Likeness => {
    const share = sharedWords(sealed, seen);
    return share >= SAME_PLACE ? 'exact' : share >= SAME_PLACE / 2 ? 'near' : 'mismatch';
  };

function addressIn(seal: Seal): string | null {
  const whole = valueOf(seal, '4Y');
  if (whole !== null) return whole.split('/').filter(Boolean).join(' ');
  const lines = (ids: readonly string[]) => ids.flatMap((id) => valueOf(seal, id) ?? []);
  const found = [lines(['20', '21', '22', '23', '24', '25']), lines(['6U', '6V', '6W', '6X'])].find((one) => one.length > 1);
  return found ? found.join(' ') : null;
}

function nameRows(about: Case, filed: FiledPaper, seal: Seal): readonly MatrixRow[] {
  const people = sealedPeople(seal);
  if (people.length === 0) return [];
  const { paper } = filed;
  const field: FieldName = paper.fields.full_name ? 'full_name' : paper.fields.last_name ? 'last_name' : 'holder';
  const facts = [...(paper.fields[field] ?? []), ...(paper.fields.first_names ?? []), ...(paper.fields.second_name ?? [])];
  const printed = facts.map(({ value }) => value);
  const { person, spouse } = about.declared;
  const own = personInSeal(person, people);
  const joint = spouse ? personInSeal(spouse, people) : 'mismatch';
  // A paper of the spouse is looked at by a person: it never counts as exact.
  const declared = own === 'mismatch' && joint !== 'mismatch' ? 'near' : own;
  // One of the sealed people is printed at the address: the others may stand anywhere on the paper.
  const matches = people.map((one) => sealedInPrint(one, printed));
  const best = (['exact', 'near', 'mismatch'] as const).find((match) => matches.includes(match)) ?? 'unread';
  return [
    {
      fact: 'name',
      sealed: people.map(({ words }) => words).join(' · '),
      printed: printed.length > 0 ? printed.join(' ') : null,
      declared: displayName(person),
      againstPrint: sure(facts[0] ?? null) ? best : 'unread',
      printedOtherwise: false,
      againstDeclared: declared === 'unreadable' ? 'unread' : declared,
      decides: true,
      at: evidenceOf(filed, field, people[0]?.words ?? null),
    },
  ];
}

/** What is declared beside a sealed number: the years asked, the monthly amount. */
function declaredNumber(about: Case, fact: SealedFact, sealed: string): { words: string; likeness: Likeness } | null {
  if (fact === 'income_year') {
    const { accepted } = taxYears(about.today as CivilDate);
    return { words: accepted.join(', '), likeness: accepted.includes(Number(sealed)) ? 'exact' : 'mismatch' };
  }
  const { amount } = about.declared;
  if (amount === null || !['reference_income', 'net_taxable'].includes(fact)) return null;
  const monthly = fact === 'reference_income' ? number(sealed) / MONTHS : number(sealed);
  return { words: String(amount), likeness: Math.abs(monthly - amount) <= amount * AMOUNT_TOLERANCE ? 'exact' : 'mismatch' };
}
