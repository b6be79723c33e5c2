import { NAMED_LIFETIME_MS } from '#domain/accounts/lifetimes.ts';
import type { Email } from '#domain/accounts/email.ts';
import { parseNamePart } from '#domain/people/names.ts';
import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { membershipOf, may } from '#features/dossiers/api.ts';
import type { House } from '#features/house.ts';
import { refreshStatuses } from '#features/statuses/api.ts';
import { lockDossier } from '#store/dossiers.repository.ts';
import type { DossierRow, PersonRow } from '#store/dossiers.repository.ts';
import type { Tx } from '#store/unit-of-work.ts';
import { sendInvitation } from './invitations.ts';

type ContactHouse = Pick<House, 'transact' | 'clock' | 'ids' | 'random' | 'secrets'>;

interface OfGuarantor {
  readonly accountId: Id<'account'>;
  readonly dossierId: Id<'dossier'>;
  readonly personId: Id<'person'>;
}

export type ContactReason = 'not_found' | 'email.own' | 'email.invited' | 'email.unconfirmed';

/**
 * Notes the address of a natural guarantor whom the tenant fills for, or that there is none. Each new address is told, with a page to
 * object or to take the part over.
 */
export async function saveGuarantorContact(
  house: ContactHouse,
  input: OfGuarantor & { readonly email: Email | null },
): Promise<Result<void, ContactReason>> {
  return withFilledGuarantor(house, input, 'natural', async (tx, { person }): Promise<Result<void, ContactReason>> => {
    if (input.email !== null && input.email !== person.contactEmail) {
      await forget(tx, house, person.id);
      const { dossierId, personId, accountId: invitedBy, email } = input;
      const told = await sendInvitation(tx, house, {
        dossierId,
        personId,
        kind: 'guarantor',
        email,
        invitedBy,
        lifetimeMs: NAMED_LIFETIME_MS,
      });
      if (!told.ok) return told;
    }
    if (input.email === null) await forget(tx, house, person.id);
    await tx
      .updateTable('person')
      .set({ contactEmail: input.email, hasNoEmail: input.email === null })
      .where('id', '=', person.id)
      .execute();
    return ok();
  });
}

export type CompanyReason =
  | 'not_found'
  | {
      readonly fields: Readonly<
        Partial<
          Record<
            'legalName' | 'representativeFirstNames' | 'representativeName',
            'name.empty' | 'name.too_long' | 'name.characters'
          >
        >
      >;
    };

const LONGEST_NAME = 100;

/** The name of a company that guarantees, and of who represents it: any name of a company, names of a person for the other. */
export async function saveCompany(
  house: ContactHouse,
  input: OfGuarantor & {
    readonly legalName: string;
    readonly representativeFirstNames: string;
    readonly representativeName: string;
  },
): Promise<Result<void, CompanyReason>> {
  const legalName = input.legalName.trim().normalize('NFC');
  const [first, last] = [parseNamePart(input.representativeFirstNames), parseNamePart(input.representativeName)];
  const fields = {
    ...(legalName === '' ? { legalName: 'name.empty' as const } : {}),
    ...([...legalName].length > LONGEST_NAME ? { legalName: 'name.too_long' as const } : {}),
    ...(first.ok ? {} : { representativeFirstNames: first.error }),
    ...(last.ok ? {} : { representativeName: last.error }),
  };
  if (!first.ok || !last.ok || Object.keys(fields).length > 0) return err({ fields });
  return withFilledGuarantor(house, input, 'company', async (tx, { person }) => {
    await tx
      .updateTable('person')
      .set({ legalName, representativeFirstNames: first.value, representativeName: last.value })
      .where('id', '=', person.id)
      .execute();
    return ok();
  });
}

/** Locks, finds the guarantor that the account may fill, acts, recomputes. */
async function withFilledGuarantor<Reason extends string | object>(
  house: ContactHouse,
  input: OfGuarantor,
  kind: 'natural' | 'company',
  act: (tx: Tx, found: { dossier: DossierRow; person: PersonRow }) => Promise<Result<void, Reason>>,
): Promise<Result<void, Reason | 'not_found'>> {
  return house.transact(async (tx): Promise<Result<void, Reason | 'not_found'>> => {
    const dossier = await lockDossier(tx, input.dossierId);
    const membership = dossier && (await membershipOf(tx, input.accountId, input.dossierId, house.clock.now()));
    if (!dossier || !membership || !may(membership, input.personId, 'fill')) return err('not_found');
    const person = await tx.selectFrom('person').selectAll().where('id', '=', input.personId).executeTakeFirst();
    if (person?.guarantorKind !== kind || membership.persons.get(input.personId)?.basis === 'self') return err('not_found');
    const done = await act(tx, { dossier, person });
    if (!done.ok) return done;
    await refreshStatuses(tx, house, input.dossierId, input.accountId);
    return ok();
  });
}

/** A former address can no longer answer. */
async function forget(tx: Tx, house: Pick<House, 'clock'>, personId: Id<'person'>): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ state: 'cancelled', answeredAt: house.clock.now() })
    .where('personId', '=', personId)
    .where('state', 'in', ['sent', 'opened'])
    .execute();
}
