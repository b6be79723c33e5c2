import { MINUTE_MS } from '#kernel/clock.ts';
import type { Id } from '#kernel/ids.ts';
import { dossierStatus, hasSigned, pieceLevel, pieceStatus, tenantStatus, type PersonStatus } from '#domain/pieces/states.ts';
import type { TenantView } from '#domain/pieces/piece-view.ts';
import type { House } from '#features/house.ts';
import { recordMilestone } from '#features/stats/api.ts';
import { loadDossier, type DossierRows } from '#store/dossiers.repository.ts';
import { insertEvent } from '#store/events.repository.ts';
import { enqueueMail } from '#store/outbox.repository.ts';
import type { Tx } from '#store/unit-of-work.ts';
import { ensureCases } from './ensure-cases.ts';
import { loadChecks } from './load-checks.ts';
import { tenantViews } from './views.ts';

export type StatusHouse = Pick<House, 'clock' | 'ids' | 'random'>;

/** Statuses of a dossier in which nothing is missing any more. */
const COMPLETE: readonly PersonStatus[] = ['complete', 'in_review', 'verified'];

/** Mails to the person when a status begins; when the whole dossier is verified everybody is told instead. */
const MAIL_OF: Readonly<Partial<Record<PersonStatus, string>>> = {
  to_correct: 'dossier.to_correct',
  verified: 'dossier.verified',
};

/**
 * Recomputes what is derived of a dossier and writes it, in the act's transaction: status and level of pieces, status of people and
 * dossier, revision of its content, review cases; with events, mails and public milestones for what changed. The only writer of these
 * columns, but for the revision, which `outdateCopies` raises too. Must end every transaction that touches people, pieces, decisions or consents of a dossier.
 */
export async function refreshStatuses(
  tx: Tx,
  house: StatusHouse,
  dossierId: Id<'dossier'>,
  actor: Id<'account'> | null,
): Promise<void> {
  const now = house.clock.now();
  const rows = await loadDossier(tx, dossierId, now);
  if (!rows || rows.dossier.closedAt) return;
  const tenants = tenantViews(rows, await loadChecks(tx, rows.pieces));
  const subject = { id: dossierId, createdAt: rows.dossier.createdAt };
  const changed = await writePieces(tx, house, rows, tenants);
  const statuses = await writePersons(tx, house, rows, tenants, actor);
  const status = dossierStatus(statuses);
  const before = rows.dossier.status;
  if (changed || status !== before) {
    await tx
      .updateTable('dossier')
      .set((eb) => ({ contentRev: eb('contentRev', '+', 1), status, ...(status === before ? {} : { statusSince: now }) }))
      .where('id', '=', dossierId)
      .execute();
  }
  if (status !== before) {
    await insertEvent(tx, { id: house.ids.next(), at: now, actor, dossierId, type: `dossier.${status}`, data: { before } });
    if (COMPLETE.includes(status)) await recordMilestone(tx, house, { name: 'dossier.completed', subject });
    if (status === 'verified')
      await recordMilestone(tx, house, {
        name: 'dossier.verified',
        subject,
        dimensions: { kind: rows.dossier.kind },
        value: tenants.length,
      });
    if (before === 'verified')
      await enqueueMail(tx, {
        id: house.ids.next(),
        topic: 'dossier.status_lost',
        payload: { dossierId },
        about: dossierId,
        at: now,
        notBefore: new Date(now.getTime() + MINUTE_MS),
      });
  }
  await ensureCases(tx, house, rows, tenants);
}

async function writePieces(tx: Tx, house: StatusHouse, rows: DossierRows, tenants: readonly TenantView[]): Promise<boolean> {
  let changed = false;
  for (const person of tenants.flatMap((tenant) => [tenant.person, ...tenant.guarantors])) {
    for (const view of person.pieces) {
      const row = rows.pieces.find((piece) => piece.id === view.id);
      const [status, level] = [pieceStatus(view, person.role), pieceLevel(view, person.role)];
      if (!row || (row.status === status && row.level === level)) continue;
      changed = true;
      await tx.updateTable('piece').set({ status, level }).where('id', '=', row.id).execute();
      if (row.status === 'started' && status !== 'started' && person.role === 'T')
        await recordMilestone(tx, house, {
          name: 'category.satisfied',
          subject: { id: rows.dossier.id, createdAt: rows.dossier.createdAt },
          dimensions: { category: view.category },
        });
    }
  }
  return changed;
}

async function writePersons(
  tx: Tx,
  house: StatusHouse,
  rows: DossierRows,
  tenants: readonly TenantView[],
  actor: Id<'account'> | null,
): Promise<PersonStatus[]> {
  const now = house.clock.now();
  const together = rows.dossier.kind === 'couple';
  const allSigned = tenants.every(hasSigned);
  const statuses: PersonStatus[] = [];
  for (const tenant of tenants) {
    const status = tenantStatus(tenant, together ? allSigned : hasSigned(tenant));
    statuses.push(status);
    const people: readonly (readonly [string, PersonStatus])[] = [
      [tenant.person.id, status],
      ...tenant.guarantors.map(
        (guarantor) =>
          [
            guarantor.id,
            tenantStatus({ person: { ...guarantor, archived: tenant.person.archived }, guarantors: [] }, guarantor.submitted),
          ] as const,
      ),
    ];
    for (const [id, next] of people) {
      const row = rows.persons.find((person) => person.id === id);
      if (!row || row.status === next) continue;
      await tx.updateTable('person').set({ status: next, statusSince: now }).where('id', '=', row.id).execute();
      if (row.role !== 'tenant') continue;
      await insertEvent(tx, {
        id: house.ids.next(),
        at: now,
        actor,
        dossierId: rows.dossier.id,
        personId: row.id,
        type: `person.${next}`,
        data: { before: row.status },
      });
      const topic = MAIL_OF[next];
      if (topic)
        await enqueueMail(tx, {
          id: house.ids.next(),
          topic,
          payload: { personId: row.id, dossierId: rows.dossier.id },
          about: rows.dossier.id,
          at: now,
        });
    }
  }
  return statuses;
}
