import { HOUR_MS } from '#kernel/clock.ts';
import type { Id } from '#kernel/ids.ts';
import { hasSigned, pieceStatus } from '#domain/pieces/states.ts';
import { missingOfTenant } from '#domain/pieces/completeness.ts';
import type { TenantView } from '#domain/pieces/piece-view.ts';
import type { House } from '#features/house.ts';
import { recordMilestone } from '#features/stats/api.ts';
import type { DossierRows } from '#store/dossiers.repository.ts';
import type { Tx } from '#store/unit-of-work.ts';

const OPEN = ['blocked', 'waiting', 'leased', 'parked'] as const;

/** Hours of work promised for a first look, and after a correction. */
const DUE_HOURS = { first: 24, correction: 4 } as const;

/**
 * Keeps review work in step with the dossier: a submission that holds pieces to review has one open case (a couple one for both, a
 * flatshare one per tenant); one that holds none has none. A case waits as `blocked` until every file of its people is opened.
 */
export async function ensureCases(
  tx: Tx,
  house: Pick<House, 'clock' | 'ids' | 'random'>,
  rows: DossierRows,
  tenants: readonly TenantView[],
): Promise<void> {
  const now = house.clock.now();
  const groups = rows.dossier.kind === 'flatshare' ? tenants.map((tenant) => [tenant]) : [tenants];
  const open = await tx
    .selectFrom('reviewCase')
    .selectAll()
    .where('dossierId', '=', rows.dossier.id)
    .where('state', 'in', OPEN)
    .execute();
  const past = await tx
    .selectFrom('reviewCase')
    .select(['personIds', 'passNo', 'firstSubmittedAt'])
    .where('dossierId', '=', rows.dossier.id)
    .where('state', 'in', ['closed', 'decided'])
    .execute();
  for (const group of groups) {
    const people = group.flatMap((tenant) => [tenant.person, ...tenant.guarantors]);
    const ids = people.map((person) => person.id as Id<'person'>);
    const tenantIds = new Set(group.map((tenant) => tenant.person.id));
    const existing = open.find((one) => one.personIds.some((id) => tenantIds.has(id)));
    const ready = group.every((tenant) => hasSigned(tenant) && !tenant.person.archived && missingOfTenant(tenant).length === 0);
    const toReview = people.some((person) => person.pieces.some((piece) => pieceStatus(piece, person.role) === 'to_review'));
    if (!ready || !toReview) {
      if (existing && existing.state !== 'leased')
        await tx.updateTable('reviewCase').set({ state: 'cancelled' }).where('id', '=', existing.id).execute();
      continue;
    }
    const pieceIds = new Set(people.flatMap((person) => person.pieces.map((piece) => piece.id)));
    const unopened = rows.files.some((file) => pieceIds.has(file.pieceId) && file.state === 'received');
    if (existing) {
      const state =
        existing.state === 'blocked' || existing.state === 'waiting' ? (unopened ? 'blocked' : 'waiting') : existing.state;
      await tx
        .updateTable('reviewCase')
        .set((eb) => ({
          personIds: ids,
          version: eb('version', '+', 1),
          state,
          blockedCause: state === 'blocked' ? 'files_unopened' : null,
        }))
        .where('id', '=', existing.id)
        .execute();
      continue;
    }
    const earlier = past.filter((one) => one.personIds.some((id) => tenantIds.has(id)));
    const kind = earlier.length > 0 ? 'correction' : 'first';
    if (kind === 'correction')
      await recordMilestone(tx, house, {
        name: 'dossier.resubmitted',
        subject: { id: rows.dossier.id, createdAt: rows.dossier.createdAt },
      });
    const due = new Date(now.getTime() + DUE_HOURS[kind] * HOUR_MS);
    await tx
      .insertInto('reviewCase')
      .values({
        id: house.ids.next(),
        dossierId: rows.dossier.id,
        personIds: ids,
        passNo: earlier.length + 1,
        kind,
        submittedAt: now,
        firstSubmittedAt: earlier[0]?.firstSubmittedAt ?? now,
        dueAt: due,
        effectiveDueAt: due,
        state: unopened ? 'blocked' : 'waiting',
        blockedCause: unopened ? 'files_unopened' : null,
        createdAt: now,
      })
      .execute();
  }
}
