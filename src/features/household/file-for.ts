import { NAMED_LIFETIME_MS } from '#domain/accounts/lifetimes.ts';
import type { Email } from '#domain/accounts/email.ts';
import { CONSENT_TEXTS } from '#domain/people/consents.ts';
import { parseNamePart } from '#domain/people/names.ts';
import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { cleanText, lengthOf } from '#kernel/text.ts';
import { openDossier } from '#features/dossiers/api.ts';
import type { House } from '#features/house.ts';
import { refreshStatuses } from '#features/statuses/api.ts';
import { lockDossier } from '#store/dossiers.repository.ts';
import { insertEvent } from '#store/events.repository.ts';
import type { Tx } from '#store/unit-of-work.ts';
import { sendInvitation } from './invitations.ts';
import { grantAccess, revokeAccess } from './move-person.ts';

type FilingHouse = Pick<House, 'transact' | 'clock' | 'ids' | 'random' | 'secrets'>;

/** Who a dossier is for, when it is not for the account that fills it. */
export interface Beneficiary {
  readonly firstNames: string;
  readonly birthName: string;
  /** Who they are to the maker: "my son", "my employee"; at most 100 characters. */
  readonly relation: string;
  /** `null`: they have none. */
  readonly email: Email | null;
  /** The mandate is ticked. */
  readonly mandate: boolean;
}

export type BeneficiaryField = 'firstNames' | 'birthName' | 'relation' | 'mandate';
export type FileForReason =
  | 'not_found'
  | 'email.own'
  | 'email.invited'
  | 'email.unconfirmed'
  | {
      readonly fields: Readonly<
        Partial<Record<BeneficiaryField, 'name.empty' | 'name.too_long' | 'name.characters' | 'mandate.missing'>>
      >;
    };

const LONGEST_RELATION = 100;

/**
 * Fills one's dossier for somebody else from now on: names, relation and address are theirs, under a mandate. They are written to, to
 * agree, object or take over.
 */
export async function fileForOther(
  house: FilingHouse,
  input: Beneficiary & { readonly accountId: Id<'account'>; readonly dossierId: Id<'dossier'> },
): Promise<Result<void, FileForReason>> {
  const clean = cleaned(input);
  if (!clean.ok) return clean;
  return house.transact(async (tx): Promise<Result<void, FileForReason>> => {
    const person = await ownTenantOf(tx, input);
    if (!person) return err('not_found');
    const written = await writeBeneficiary(tx, house, {
      ...input,
      ...clean.value,
      personId: person.id,
      known: person.contactEmail,
    });
    if (!written.ok) return written;
    await tx
      .deleteFrom('access')
      .where('personId', '=', person.id)
      .where('accountId', '=', input.accountId)
      .where('basis', '=', 'self')
      .execute();
    await refreshStatuses(tx, house, input.dossierId, input.accountId);
    return ok();
  });
}

/** Opens another dossier, for somebody else: the account may have its own besides. */
export async function startForOther(
  house: FilingHouse,
  input: Beneficiary & { readonly accountId: Id<'account'> },
): Promise<Result<{ dossierId: Id<'dossier'> }, FileForReason>> {
  const clean = cleaned(input);
  if (!clean.ok) return clean;
  return house.transact(async (tx): Promise<Result<{ dossierId: Id<'dossier'> }, FileForReason>> => {
    const { dossierId, personId } = await openDossier(tx, house, { accountId: input.accountId });
    const written = await writeBeneficiary(tx, house, { ...input, ...clean.value, dossierId, personId, known: null });
    if (!written.ok) return written;
    return ok({ dossierId });
  });
}

/** Back to oneself: the other's address and relation are erased, the mandate ends. The names are changed on their own page. */
export async function fileForSelf(
  house: FilingHouse,
  input: { readonly accountId: Id<'account'>; readonly dossierId: Id<'dossier'> },
): Promise<Result<void, 'not_found' | 'has_own'>> {
  const now = house.clock.now();
  return house.transact(async (tx): Promise<Result<void, 'not_found' | 'has_own'>> => {
    const person = await ownTenantOf(tx, input);
    if (!person) return err('not_found');
    if (person.filedFor === 'self') return ok();
    const elsewhere = await tx
      .selectFrom('access')
      .innerJoin('person', 'person.id', 'access.personId')
      .select('person.id')
      .where('access.accountId', '=', input.accountId)
      .where('access.basis', '=', 'self')
      .where('access.revokedAt', 'is', null)
      .where('person.role', '=', 'tenant')
      .executeTakeFirst();
    if (elsewhere) return err('has_own');
    await endInvitations(tx, person.id, now);
    await tx
      .updateTable('consent')
      .set({ withdrawnAt: now })
      .where('personId', '=', person.id)
      .where('purpose', '=', 'third_party_mandate')
      .where('withdrawnAt', 'is', null)
      .execute();
    await tx.deleteFrom('invitation').where('personId', '=', person.id).where('kind', '=', 'beneficiary').execute();
    await tx
      .updateTable('person')
      .set({ filedFor: 'self', relation: null, contactEmail: null, hasNoEmail: false })
      .where('id', '=', person.id)
      .execute();
    await revokeAccess(tx, { personId: person.id, basis: 'declarant', at: now });
    await grantAccess(tx, { personId: person.id, accountId: input.accountId, basis: 'self', at: now });
    await refreshStatuses(tx, house, input.dossierId, input.accountId);
    return ok();
  });
}

interface CleanBeneficiary {
  readonly firstNames: string;
  readonly birthName: string;
  readonly relation: string;
}

function cleaned(input: Beneficiary): Result<CleanBeneficiary, FileForReason> {
  const [first, last] = [parseNamePart(input.firstNames), parseNamePart(input.birthName)];
  const relation = cleanText(input.relation);
  const fields = {
    ...(first.ok ? {} : { firstNames: first.error }),
    ...(last.ok ? {} : { birthName: last.error }),
    ...(relation === '' ? { relation: 'name.empty' as const } : {}),
    ...(lengthOf(relation) > LONGEST_RELATION ? { relation: 'name.too_long' as const } : {}),
    ...(input.mandate ? {} : { mandate: 'mandate.missing' as const }),
  };
  if (!first.ok || !last.ok || Object.keys(fields).length > 0) return err({ fields });
  return ok({ firstNames: first.value, birthName: last.value, relation });
}

async function writeBeneficiary(
  tx: Tx,
  house: FilingHouse,
  input: CleanBeneficiary & {
    readonly accountId: Id<'account'>;
    readonly dossierId: Id<'dossier'>;
    readonly personId: Id<'person'>;
    readonly email: Email | null;
    /** Address written to before. */
    readonly known: string | null;
  },
): Promise<Result<void, FileForReason>> {
  const now = house.clock.now();
  const { accountId, dossierId, personId, email, firstNames, birthName, relation } = input;
  await tx
    .updateTable('person')
    .set({
      filedFor: 'other',
      firstNames,
      birthName,
      usedName: null,
      singleName: false,
      relation,
      contactEmail: email,
      hasNoEmail: email === null,
    })
    .where('id', '=', personId)
    .execute();
  await grantAccess(tx, { personId, accountId, basis: 'declarant', at: now });
  await tx
    .updateTable('consent')
    .set({ withdrawnAt: now })
    .where('personId', '=', personId)
    .where('purpose', '=', 'third_party_mandate')
    .where('withdrawnAt', 'is', null)
    .execute();
  await tx
    .insertInto('consent')
    .values({
      id: house.ids.next(),
      accountId,
      personId,
      purpose: 'third_party_mandate',
      textVersion: CONSENT_TEXTS.third_party_mandate,
      givenAt: now,
    })
    .execute();
  await insertEvent(tx, { id: house.ids.next(), at: now, actor: accountId, dossierId, personId, type: 'beneficiary.named' });
  if (email === input.known) return ok();
  await endInvitations(tx, personId, now);
  if (email === null) return ok();
  return sendInvitation(tx, house, {
    dossierId,
    personId,
    kind: 'beneficiary',
    email,
    invitedBy: accountId,
    lifetimeMs: NAMED_LIFETIME_MS,
  });
}

/** The lead tenant of a dossier that the account is, or fills for. */
async function ownTenantOf(tx: Tx, input: { readonly accountId: Id<'account'>; readonly dossierId: Id<'dossier'> }) {
  await lockDossier(tx, input.dossierId);
  return tx
    .selectFrom('person')
    .innerJoin('dossier', 'dossier.leadPersonId', 'person.id')
    .innerJoin('access', 'access.personId', 'person.id')
    .select(['person.id', 'person.filedFor', 'person.contactEmail'])
    .where('dossier.id', '=', input.dossierId)
    .where('dossier.closedAt', 'is', null)
    .where('access.accountId', '=', input.accountId)
    .where('access.basis', 'in', ['self', 'declarant'])
    .where('access.revokedAt', 'is', null)
    .executeTakeFirst();
}

async function endInvitations(tx: Tx, personId: Id<'person'>, now: Date): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ state: 'cancelled', answeredAt: now })
    .where('personId', '=', personId)
    .where('kind', '=', 'beneficiary')
    .where('state', 'in', ['sent', 'opened'])
    .execute();
}
