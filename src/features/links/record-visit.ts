import type { Id } from '#kernel/ids.ts';
import { MINUTE_MS } from '#kernel/clock.ts';
import type { House } from '#features/house.ts';
import { recordMilestone } from '#features/stats/api.ts';
import { enqueueMail } from '#store/outbox.repository.ts';

const SAME_VISIT_MS = 30 * MINUTE_MS;

/** Notes a use of a link, for "who saw what". The first one of each recipient is mailed to the tenant; the same page again within half an hour is the same visit. */
export async function recordVisit(
  house: Pick<House, 'transact' | 'clock' | 'ids' | 'random'>,
  visit: {
    dossierId: Id<'dossier'>;
    linkId: Id<'link'>;
    kind: 'page' | 'piece' | 'pdf';
    pieceId: Id<'piece'> | null;
    recipient: string;
    network: string;
    traceCode: string | null;
  },
): Promise<void> {
  const now = house.clock.now();
  await house.transact(async (tx) => {
    const before = await tx
      .selectFrom('visit')
      .select(['at', 'kind', 'pieceId'])
      .where('linkId', '=', visit.linkId)
      .where('recipient', '=', visit.recipient)
      .orderBy('at', 'desc')
      .limit(50)
      .execute();
    const recent = before.find(
      (one) => one.kind === visit.kind && one.pieceId === visit.pieceId && now.getTime() - one.at.getTime() < SAME_VISIT_MS,
    );
    if (recent) return;
    await tx
      .insertInto('visit')
      .values({ id: house.ids.next(), ...visit, at: now })
      .execute();
    if (before.length > 0) return;
    await enqueueMail(tx, {
      id: house.ids.next(),
      topic: 'link.opened',
      payload: { linkId: visit.linkId },
      about: visit.linkId,
      at: now,
    });
    const dossier = await tx
      .selectFrom('dossier')
      .select(['createdAt', 'status'])
      .where('id', '=', visit.dossierId)
      .executeTakeFirst();
    if (dossier)
      await recordMilestone(tx, house, {
        name: 'link.opened',
        subject: { id: visit.dossierId, createdAt: dossier.createdAt },
        dimensions: { status: dossier.status },
      });
  });
}
