import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { parseNamePart, type PersonName } from '#domain/people/names.ts';
import { identityRevisions } from '#domain/pieces/revisions.ts';
import { recordMilestone } from '#features/stats/api.ts';
import type { House } from '#features/house.ts';
import { revisePiece } from '#features/pieces/api.ts';
import { refreshStatuses } from '#features/statuses/api.ts';
import { lockDossier } from '#store/dossiers.repository.ts';
import { insertEvent } from '#store/events.repository.ts';
import { membershipOf, may } from './membership.ts';

export interface SaveNames {
  readonly accountId: Id<'account'>;
  readonly dossierId: Id<'dossier'>;
  readonly personId: Id<'person'>;
  readonly firstNames: string;
  readonly birthName: string;
  readonly usedName: string;
  readonly singleName: boolean;
  readonly postcode: string;
}

type NameError = 'name.empty' | 'name.too_long' | 'name.characters';
export type SaveNamesReason =
  | 'not_found'
  | {
      readonly fields: Readonly<
        Partial<Record<'firstNames' | 'birthName' | 'usedName' | 'postcode', NameError | 'postcode.wrong'>>
      >;
    };

/**
 * Saves how a person is called, as typed. A change that is more than accents, case or hyphens puts that person's accepted pieces back
 * to review: agents compared them with the old name.
 */
export async function saveNames(
  house: Pick<House, 'transact' | 'clock' | 'ids' | 'random' | 'jobs'>,
  input: SaveNames,
): Promise<Result<void, SaveNamesReason>> {
  const fields: Record<string, NameError | 'postcode.wrong'> = {};
  const part = (field: 'firstNames' | 'birthName' | 'usedName', needed: boolean) => {
    if (!needed && input[field].trim() === '') return '';
    const parsed = parseNamePart(input[field]);
    if (!parsed.ok) fields[field] = parsed.error;
    return parsed.ok ? parsed.value : '';
  };
  const birthName = part('birthName', true);
  const firstNames = input.singleName ? '' : part('firstNames', true);
  const usedName = part('usedName', false) || null;
  const postcode = input.postcode.trim();
  if (postcode !== '' && !/^\d{5}$/.test(postcode)) fields['postcode'] = 'postcode.wrong';
  if (Object.keys(fields).length > 0) return err({ fields });
  const now = house.clock.now();
  return house.transact(async (tx) => {
    const dossier = await lockDossier(tx, input.dossierId);
    const membership = dossier && (await membershipOf(tx, input.accountId, input.dossierId, now));
    if (!dossier || !membership || !may(membership, input.personId, 'fill')) return err('not_found');
    const before = await tx.selectFrom('person').selectAll().where('id', '=', input.personId).executeTakeFirst();
    if (!before) return err('not_found');
    const next: PersonName = { firstNames, birthName, usedName, singleName: input.singleName };
    const first = before.birthName === '';
    await tx
      .updateTable('person')
      .set({ firstNames, birthName, usedName, singleName: input.singleName, postcode: postcode || null })
      .where('id', '=', input.personId)
      .execute();
    if (first)
      await recordMilestone(tx, house, {
        name: 'identity.filled',
        subject: { id: input.dossierId, createdAt: dossier.createdAt },
      });
    else {
      const pieces = await tx
        .selectFrom('piece')
        .innerJoin('person', 'person.id', 'piece.personId')
        .select(['piece.id', 'piece.personId', 'piece.category', 'piece.situation', 'piece.status', 'piece.level'])
        .where((eb) => eb.or([eb('person.id', '=', input.personId), eb('person.supportsPersonId', '=', input.personId)]))
        .execute();
      const own = pieces.filter((piece) => piece.personId === input.personId);
      const ofGuarantors = pieces.filter((piece) => piece.personId !== input.personId);
      const reopened = identityRevisions(before, next, own, ofGuarantors);
      for (const { id, personId } of pieces.filter((piece) => reopened.includes(piece.id)))
        await revisePiece(tx, house, { id, dossierId: input.dossierId, personId }, 'identity', input.accountId);
    }
    await insertEvent(tx, {
      id: house.ids.next(),
      at: now,
      actor: input.accountId,
      dossierId: input.dossierId,
      personId: input.personId,
      type: 'person.named',
    });
    await refreshStatuses(tx, house, input.dossierId, input.accountId);
    return ok();
  });
}
