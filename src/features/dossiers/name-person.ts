import type { Selectable } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import type { PersonName } from '#domain/people/names.ts';
import { identityRevisions } from '#domain/pieces/revisions.ts';
import { recordMilestone } from '#features/stats/api.ts';
import type { House } from '#features/house.ts';
import { revisePiece } from '#features/pieces/api.ts';
import { refreshStatuses } from '#features/statuses/api.ts';
import { lockDossier, outdateCopies } from '#store/dossiers.repository.ts';
import { insertEvent } from '#store/events.repository.ts';
import type { PersonTable } from '#store/schema.ts';
import type { Tx } from '#store/unit-of-work.ts';

/**
 * Gives a person a name. A change that is more than accents, case or hyphens puts their accepted pieces whose rule checks the name back
 * to review, and those of organisms that guarantee for them: agents compared them with the old name. Rights are the caller's.
 */
export async function namePerson(
  tx: Tx,
  house: Pick<House, 'clock' | 'ids' | 'random' | 'jobs'>,
  before: Selectable<PersonTable>,
  next: PersonName,
  actor: Id<'account'>,
): Promise<void> {
  const { id: personId, dossierId } = before;
  const { firstNames, birthName, usedName, singleName } = next;
  const change = { firstNames, birthName, usedName, singleName };
  const dossier = await lockDossier(tx, dossierId);
  if (!dossier) return;
  const reopened = await piecesReopened(tx, before, next);
  await tx.updateTable('person').set(change).where('id', '=', personId).execute();
  if (before.birthName === '')
    await recordMilestone(tx, house, { name: 'identity.filled', subject: { id: dossierId, createdAt: dossier.createdAt } });
  const renamed = {
    personId,
    before: {
      firstNames: before.firstNames,
      birthName: before.birthName,
      usedName: before.usedName,
      singleName: before.singleName,
    },
  };
  for (const piece of reopened)
    await revisePiece(tx, house, { id: piece.id, dossierId, personId: piece.personId }, 'identity', actor, { renamed });
  await insertEvent(tx, { id: house.ids.next(), at: house.clock.now(), actor, dossierId, personId, type: 'person.named' });
  await outdateCopies(tx, dossierId);
  await refreshStatuses(tx, house, dossierId, actor);
}

/** Pieces that a change of name puts back to review: the person's own that bear the name, and guarantees that name them. */
export async function piecesReopened(tx: Tx, before: Selectable<PersonTable>, next: PersonName) {
  if (before.birthName === '') return [];
  const pieces = await tx
    .selectFrom('piece')
    .innerJoin('person', 'person.id', 'piece.personId')
    .select(['piece.id', 'piece.personId', 'piece.category', 'piece.situation', 'piece.status', 'piece.level'])
    .where((eb) => eb.or([eb('person.id', '=', before.id), eb('person.supportsPersonId', '=', before.id)]))
    .orderBy('piece.position')
    .execute();
  const own = pieces.filter((piece) => piece.personId === before.id);
  const ofGuarantors = pieces.filter((piece) => piece.personId !== before.id);
  const reopened = identityRevisions(before, next, own, ofGuarantors);
  return pieces.filter((piece) => reopened.includes(piece.id));
}
