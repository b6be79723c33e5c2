import { parseEmail } from '#domain/accounts/email.ts';
import { may, mayLink, membershipOf } from '#features/dossiers/api.ts';
import type { House } from '#features/house.ts';
import type { Id } from '#kernel/ids.ts';
import { findAccountByEmail } from '#store/accounts.repository.ts';
import type { DbOrTx } from '#store/unit-of-work.ts';
import { previewOf, readShownDossier, type ShownDossier } from './read-shown-dossier.ts';

type LookHouse = Pick<House, 'clock'> & { readonly db: DbOrTx };

/**
 * The account of the dossier's own people that looks through a link: a tenant, who fills for one, a helper who may make links. Known by
 * the session, or by the address that was confirmed at the door. `null` for a landlord, and for a guarantor who was given the link.
 */
export async function ownLook(
  house: LookHouse,
  look: { readonly dossierId: Id<'dossier'>; readonly recipient: string; readonly accountId: Id<'account'> | null },
): Promise<Id<'account'> | null> {
  const email = parseEmail(look.recipient);
  const named = email ? await findAccountByEmail(house.db, email) : null;
  for (const accountId of [look.accountId, named?.id]) {
    if (!accountId) continue;
    const membership = await membershipOf(house.db, accountId, look.dossierId, house.clock.now());
    if (membership && mayLink(membership)) return accountId;
  }
  return null;
}

/**
 * What a link shows: to a landlord everything it holds; to the dossier's own people no more than they see without it. A guarantor's or
 * a flatmate's papers do not come round through the link of the tenant (`docs/households.md`).
 * @param look.viewer as `ownLook` found it. Without rights any more, only names and levels are left
 */
export async function readThroughLink(
  house: Pick<House, 'db' | 'clock'>,
  look: { readonly dossierId: Id<'dossier'>; readonly linkId: Id<'link'> | null; readonly viewer: Id<'account'> | null },
): Promise<ShownDossier | null> {
  const shown = await readShownDossier(house, look.dossierId, look.linkId);
  if (!shown || !look.viewer) return shown;
  const membership = await membershipOf(house.db, look.viewer, look.dossierId, house.clock.now());
  return previewOf(shown, (personId) => membership !== null && may(membership, personId, 'see'));
}
