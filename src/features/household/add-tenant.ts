import type { Email } from '#domain/accounts/email.ts';
import { parseNamePart } from '#domain/people/names.ts';
import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import type { House } from '#features/house.ts';
import { refreshStatuses } from '#features/statuses/api.ts';
import { lockDossier } from '#store/dossiers.repository.ts';
import { insertEvent } from '#store/events.repository.ts';
import type { Tx } from '#store/unit-of-work.ts';
import { sendInvitation } from './invitations.ts';
import { loadHousehold } from './load-household.ts';
import { grantAccess } from './move-person.ts';

type AddingHouse = Pick<House, 'transact' | 'clock' | 'ids' | 'random' | 'secrets'>;

interface Adding {
  readonly accountId: Id<'account'>;
  readonly dossierId: Id<'dossier'>;
}

export type AddTenantReason = 'not_found' | 'kind' | 'full' | 'name.wrong' | 'email.own' | 'email.invited' | 'email.unconfirmed';

/** The spouse of a couple: named by the lead, who fills for them until they accept an invitation to do it themselves. */
export async function addSpouse(
  house: AddingHouse,
  input: Adding & { readonly firstNames: string; readonly birthName: string; readonly email: Email | null },
): Promise<Result<{ personId: Id<'person'> }, AddTenantReason>> {
  const [first, last] = [parseNamePart(input.firstNames), parseNamePart(input.birthName)];
  if (!first.ok || !last.ok) return err('name.wrong');
  const names = { firstNames: first.value, birthName: last.value };
  return addTenant(house, input, 'couple', async (tx, personId) => {
    await tx
      .updateTable('person')
      .set({ ...names, contactEmail: input.email })
      .where('id', '=', personId)
      .execute();
    await grantAccess(tx, { personId, accountId: input.accountId, basis: 'declarant', at: house.clock.now() });
    const { email } = input;
    return email === null
      ? ok()
      : sendInvitation(tx, house, { dossierId: input.dossierId, personId, kind: 'spouse', email, invitedBy: input.accountId });
  });
}

/** A flatmate, by address only: they fill their own part, and nobody else sees it. */
export async function inviteFlatmate(
  house: AddingHouse,
  input: Adding & { readonly email: Email },
): Promise<Result<{ personId: Id<'person'> }, AddTenantReason>> {
  return addTenant(house, input, 'flatshare', async (tx, personId) => {
    await tx.updateTable('person').set({ contactEmail: input.email }).where('id', '=', personId).execute();
    return sendInvitation(tx, house, {
      dossierId: input.dossierId,
      personId,
      kind: 'flatmate',
      email: input.email,
      invitedBy: input.accountId,
    });
  });
}

/** Only the lead adds tenants, to a dossier of the right kind; a couple holds two. */
function addTenant(
  house: AddingHouse,
  input: Adding,
  kind: 'couple' | 'flatshare',
  fill: (tx: Tx, personId: Id<'person'>) => Promise<Result<void, AddTenantReason>>,
): Promise<Result<{ personId: Id<'person'> }, AddTenantReason>> {
  const now = house.clock.now();
  return house.transact(async (tx): Promise<Result<{ personId: Id<'person'> }, AddTenantReason>> => {
    await lockDossier(tx, input.dossierId);
    const household = await loadHousehold(tx, input.dossierId);
    const lead = household?.tenants.find((tenant) => tenant.id === household.leadId);
    if (!household || !lead || (lead.accountId ?? lead.declarantId) !== input.accountId) return err('not_found');
    if (household.kind !== kind) return err('kind');
    if (kind === 'couple' && household.tenants.length >= 2) return err('full');
    const personId = house.ids.next<'person'>();
    await tx
      .insertInto('person')
      .values({
        id: personId,
        dossierId: input.dossierId,
        role: 'tenant',
        position: household.tenants.length,
        status: 'incomplete',
        statusSince: now,
        createdAt: now,
      })
      .execute();
    const filled = await fill(tx, personId);
    if (!filled.ok) return filled;
    await insertEvent(tx, {
      id: house.ids.next(),
      at: now,
      actor: input.accountId,
      dossierId: input.dossierId,
      personId,
      type: 'person.added',
    });
    await refreshStatuses(tx, house, input.dossierId, input.accountId);
    return ok({ personId });
  });
}
