import type { Translate } from '#i18n/translate.ts';
import { CATEGORIES_OF_ROLE } from '#domain/catalogue/situations.ts';
import type { Category } from '#domain/catalogue/situation.ts';
import type { Missing } from '#domain/pieces/completeness.ts';
import { displayName } from '#domain/people/names.ts';
import { may } from '#features/dossiers/api.ts';
import { roleOf } from '#features/statuses/api.ts';
import type { OwnDossier } from '#features/dossiers/read-dossier.ts';
import type { PersonRow, PieceRow } from '#features/dossiers/read-dossier.ts';
import { address } from './address.ts';

export type StepState = 'done' | 'current' | 'todo' | 'warning';
export interface StepView {
  readonly key: string;
  readonly href: string;
  readonly label: string;
  readonly state: StepState;
}

/** How a person is called on screens, also without name yet. */
export function nameOf(person: PersonRow, t: Translate): string {
  const name = displayName(person) || person.legalName;
  if (name) return name;
  if (person.role === 'guarantor') return t(`people.unnamed_${person.guarantorKind ?? 'natural'}`);
  return person.position === 0 ? t('dossier.unnamed') : t('people.unnamed_tenant', { n: person.position + 1 });
}

/** Steps of one person in the order of screens, with what is done and what is to mend. */
export function stepsOf(own: OwnDossier, person: PersonRow, t: Translate, current: string | null): readonly StepView[] {
  const dossierId = own.rows.dossier.id;
  const missing = own.missing.filter((one) => one.personId === person.id);
  const pieces = own.rows.pieces.filter((piece) => piece.personId === person.id);
  const stateOf = (key: string): StepState => {
    if (key === current) return 'current';
    if (pieces.some((piece) => piece.category === key && piece.status === 'to_correct')) return 'warning';
    const lacks = missing.some((one) => one.what === key || (key === 'income' && one.what === 'income_alone'));
    return lacks ? 'todo' : 'done';
  };
  const steps: { key: string; href: string; label: string }[] = [
    ...(roleOf(person) === 'O' ? [] : [{ key: 'names', href: address.names(dossierId, person.id), label: t('dossier.names') }]),
    ...CATEGORIES_OF_ROLE[roleOf(person)].map((category) => ({
      key: category,
      href: address.category(dossierId, person.id, category),
      label: t(`category.${category}.title`),
    })),
  ];
  if (person.role === 'tenant')
    steps.push({ key: 'guarantors', href: address.guarantors(dossierId, person.id), label: t('dossier.guarantors') });
  return steps.map((step) => ({ ...step, state: stateOf(step.key) }));
}

/** The step to go to after one, the nearest still to do; `null` when all is done. */
export function nextStep(own: OwnDossier, person: PersonRow, t: Translate, after: string | null): StepView | null {
  const steps = stepsOf(own, person, t, null);
  const from = after ? steps.findIndex((step) => step.key === after) + 1 : 0;
  const order = [...steps.slice(from), ...steps.slice(0, from)];
  return order.find((step) => step.state === 'warning') ?? order.find((step) => step.state === 'todo') ?? null;
}

/** The nearest thing to do in all the parts that the account fills, people in the order of screens. */
export function nextOfAll(own: OwnDossier, t: Translate): { readonly person: PersonRow; readonly step: StepView } | null {
  for (const person of own.rows.persons) {
    const step = may(own.membership, person.id, 'fill') ? nextStep(own, person, t, null) : null;
    if (step) return { person, step };
  }
  return null;
}

/** What is still to do in the parts that the account fills. */
export function ownMissing(own: OwnDossier): readonly Missing[] {
  return own.missing.filter(({ personId }) => may(own.membership, personId as PersonRow['id'], 'fill'));
}

/** Differences that the account itself can mend or explain before sending. */
export function ownUnexplained(own: OwnDossier): OwnDossier['unexplained'] {
  return own.unexplained.filter(({ personId }) => may(own.membership, personId, 'fill'));
}

/**
 * People who go to review together with the account's own parts, whose part is not ready or not signed, and whom it does not fill for:
 * the other of a couple, a guarantor with their own space, the tenant one guarantees for. Flatmates go each alone.
 */
export function waitedFor(own: OwnDossier): readonly PersonRow[] {
  const views = own.tenants.flatMap((tenant) => [tenant.person, ...tenant.guarantors]);
  const mine = own.rows.persons.filter((person) => may(own.membership, person.id, 'submit'));
  const together = (person: PersonRow) =>
    own.rows.dossier.kind === 'couple' ||
    mine.some((one) => one.supportsPersonId === person.id || person.supportsPersonId === one.id);
  return own.rows.persons.filter((person) => {
    if (mine.includes(person) || !together(person)) return false;
    const view = views.find((one) => one.id === person.id);
    return !view?.submitted || own.missing.some((one) => one.personId === person.id);
  });
}

/** Parts that the account may sign and has not. */
export function unsignedOf(own: OwnDossier): readonly PersonRow[] {
  return own.rows.persons.filter((person) => may(own.membership, person.id, 'submit') && person.submittedAt === null);
}

/** What is missing, in words, with the page where it can be given. */
export function sayMissing(own: OwnDossier, missing: Missing, t: Translate): { readonly text: string; readonly href: string } {
  const dossierId = own.rows.dossier.id;
  switch (missing.what) {
    case 'names':
      return { text: t('dossier.missing_names'), href: address.names(dossierId, missing.personId) };
    case 'guarantors':
      return { text: t('dossier.missing_guarantors'), href: address.guarantors(dossierId, missing.personId) };
    case 'income_alone':
      return { text: t('dossier.missing_income_alone'), href: address.category(dossierId, missing.personId, 'income') };
    default: {
      const category = t(`category.${missing.what}.title`);
      const key =
        missing.lack === 'missing'
          ? 'missing_category'
          : missing.lack === 'file'
            ? 'missing_file'
            : missing.lack === 'text'
              ? 'missing_text'
              : 'missing_other';
      return {
        text: t(`dossier.${key}`, { category }),
        href: hrefOf(dossierId, missing.personId, missing.what, missing.pieceId),
      };
    }
  }
}

/** The page of a piece: incomes have one each. */
export function hrefOf(dossierId: string, personId: string, category: Category, pieceId: string | null): string {
  return category === 'income' && pieceId
    ? address.income(dossierId, personId, pieceId)
    : address.category(dossierId, personId, category);
}

/** Pieces of a person in one category. */
export function piecesIn(own: OwnDossier, personId: string, category: Category): readonly PieceRow[] {
  return own.rows.pieces.filter((piece) => piece.personId === personId && piece.category === category);
}
