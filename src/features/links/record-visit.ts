import type { Id } from '#kernel/ids.ts';
import { MINUTE_MS } from '#kernel/clock.ts';
import type { House } from '#features/house.ts';
import { recordMilestone } from '#features/stats/api.ts';
import { proofOf } from '#domain/stats/dimensions.ts';
import { enqueueMail } from '#store/outbox.repository.ts';
import type { Tx } from '#store/unit-of-work.ts';

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
    await countOpening(tx, house, visit, before[0]?.at ?? null);
    if (before.length > 0) return;
    await enqueueMail(tx, {
      id: house.ids.next(),
      topic: 'link.opened',
      payload: { linkId: visit.linkId },
      about: visit.linkId,
      at: now,
    });
  });
}

/**
 * Counts an opening once for each recipient of a dossier, and once more when they come back to it verified: with the pages they were
 * spared printing, and how well identity and incomes are proved.
 * @param last when this recipient last used this link
 */
async function countOpening(
  tx: Tx,
  house: Pick<House, 'clock' | 'ids' | 'random'>,
  visit: { dossierId: Id<'dossier'>; linkId: Id<'link'>; recipient: string },
  last: Date | null,
): Promise<void> {
  const dossier = await tx
    .selectFrom('dossier')
    .select(['createdAt', 'status', 'statusSince'])
    .where('id', '=', visit.dossierId)
    .executeTakeFirst();
  if (!dossier) return;
  if (last && !(dossier.status === 'verified' && last < dossier.statusSince)) return;
  const elsewhere = await tx
    .selectFrom('visit')
    .select('id')
    .where('dossierId', '=', visit.dossierId)
    .where('recipient', '=', visit.recipient)
    .where('linkId', '!=', visit.linkId)
    .limit(1)
    .executeTakeFirst();
  const tenants = await tx
    .selectFrom('piece')
    .innerJoin('person', 'person.id', 'piece.personId')
    .select('piece.level')
    .where('person.dossierId', '=', visit.dossierId)
    .where('person.setAsideAt', 'is', null)
    .where('person.role', '=', 'tenant')
    .where('piece.category', 'in', ['identity', 'income'])
    .execute();
  const { pages } = await tx
    .selectFrom('file')
    .innerJoin('piece', 'piece.id', 'file.pieceId')
    .innerJoin('person', 'person.id', 'piece.personId')
    .select((eb) => eb.fn.sum<number | null>('file.pages').as('pages'))
    .where('person.dossierId', '=', visit.dossierId)
    .where('person.setAsideAt', 'is', null)
    .where('file.state', '=', 'ready')
    .executeTakeFirstOrThrow();
  await recordMilestone(tx, house, {
    name: 'link.opened',
    subject: { id: visit.dossierId, createdAt: dossier.createdAt },
    dimensions: {
      status: dossier.status,
      recipient: last || elsewhere ? 'known' : 'new',
      proof: proofOf(tenants.map((piece) => piece.level)),
    },
    value: Number(pages ?? 0),
  });
}
