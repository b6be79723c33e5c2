import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { mayLink, membershipOf } from '#features/dossiers/api.ts';
import { destroyCopies } from '#features/erasure/api.ts';
import type { House } from '#features/house.ts';
import { insertEvent } from '#store/events.repository.ts';

export interface ChangeLink {
  readonly accountId: Id<'account'>;
  readonly dossierId: Id<'dossier'>;
  readonly linkId: Id<'link'>;
  readonly change: 'pause' | 'resume' | 'revoke';
}

const EVENT = { pause: 'link.paused', resume: 'link.resumed', revoke: 'link.revoked' } as const;

/** Pauses, resumes or revokes a link: it holds from the next request of whoever has it open. Revoking is for good and destroys its copies. */
export async function changeLink(
  house: Pick<House, 'transact' | 'clock' | 'ids'>,
  input: ChangeLink,
): Promise<Result<void, 'not_found'>> {
  const now = house.clock.now();
  return house.transact(async (tx) => {
    const membership = await membershipOf(tx, input.accountId, input.dossierId, now);
    if (!membership || !mayLink(membership)) return err('not_found');
    const set =
      input.change === 'pause' ? { pausedAt: now } : input.change === 'resume' ? { pausedAt: null } : { revokedAt: now };
    const link = await tx
      .updateTable('link')
      .set(set)
      .where('id', '=', input.linkId)
      .where('dossierId', '=', input.dossierId)
      .where('revokedAt', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!link) return err('not_found');
    if (input.change === 'revoke') {
      await tx.deleteFrom('linkSession').where('linkId', '=', link.id).execute();
      await destroyCopies(tx, { linkId: link.id }, now);
    }
    await insertEvent(tx, {
      id: house.ids.next(),
      at: now,
      actor: input.accountId,
      dossierId: input.dossierId,
      type: EVENT[input.change],
      data: { linkId: link.id },
    });
    return ok();
  });
}
