import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { sameCertifiedName, type CertifiedIdentity } from '#domain/accounts/france-connect.ts';
import { parseNamePart, type PersonName } from '#domain/people/names.ts';
import { departementOf } from '#domain/stats/dimensions.ts';
import type { House } from '#features/house.ts';
import { recordMilestone } from '#features/stats/api.ts';
import { lockAccount } from '#store/accounts.repository.ts';
import { certifiedPeople } from '#store/certified.repository.ts';
import { lockDossier, type PieceRow } from '#store/dossiers.repository.ts';
import { membershipOf, may } from './membership.ts';
import { namePerson, piecesReopened } from './name-person.ts';

export interface SaveNames {
  readonly accountId: Id<'account'>;
  readonly dossierId: Id<'dossier'>;
  readonly personId: Id<'person'>;
  readonly firstNames: string;
  readonly birthName: string;
  readonly usedName: string;
  readonly singleName: boolean;
  readonly postcode: string;
  /** Ask before putting verified pieces back to review; nothing is saved then. */
  readonly askFirst?: boolean;
}

type NameError = 'name.empty' | 'name.too_long' | 'name.characters';
export type SaveNamesReason =
  | 'not_found'
  | 'names.locked'
  | { readonly reopens: readonly Pick<PieceRow, 'id' | 'category'>[] }
  | {
      readonly fields: Readonly<
        Partial<Record<'firstNames' | 'birthName' | 'usedName' | 'postcode', NameError | 'postcode.wrong'>>
      >;
    };

/**
 * Saves how a person is called, as typed; `namePerson` tells what a change does to their pieces. First names and birth name that
 * FranceConnect certified are locked: other ones are refused, whoever sends them; the used name stays free.
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
    const typed: PersonName = { firstNames, birthName, usedName, singleName: input.singleName };
    const certified = (await certifiedPeople(tx, [input.personId])).get(input.personId);
    if (certified && !sameCertifiedName(typed, certified.identity)) return err('names.locked');
    const next = certified ? { ...typed, ...certifiedSpelling(before, certified.identity) } : typed;
    const reopens = input.askFirst ? await piecesReopened(tx, before, next) : [];
    if (reopens.length > 0) return err({ reopens });
    await tx
      .updateTable('person')
      .set({ postcode: postcode || null })
      .where('id', '=', input.personId)
      .execute();
    await namePerson(tx, house, before, next, input.accountId);
    const first = before.postcode === null && postcode !== '' && membership.persons.get(input.personId)?.basis === 'self';
    const subject = first && (await lockAccount(tx, input.accountId));
    if (subject)
      await recordMilestone(tx, house, { name: 'account.placed', subject, dimensions: { departement: departementOf(postcode) } });
    return ok();
  });
}

/** The certified name as it already stands in the dossier, else as the register writes it. */
function certifiedSpelling(before: PersonName, identity: CertifiedIdentity): Pick<PersonName, 'firstNames' | 'birthName'> {
  const { firstNames, birthName } = sameCertifiedName(before, identity) ? before : identity;
  return { firstNames, birthName };
}
