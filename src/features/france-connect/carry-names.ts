import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { nameOfIdentity, readIdentity, sameCertifiedName, type CertifiedIdentity } from '#domain/accounts/france-connect.ts';
import { namePerson } from '#features/dossiers/api.ts';
import type { House } from '#features/house.ts';
import { findAccount, lockAccount } from '#store/accounts.repository.ts';
import { outdateBadgeOf, selfPeopleOf } from '#store/certified.repository.ts';
import type { Tx } from '#store/unit-of-work.ts';
import { noteLinkEvent } from './events.ts';

type NamesHouse = Pick<House, 'clock' | 'ids' | 'random' | 'jobs'>;

/**
 * Brings an identity that FranceConnect just gave to an account. Names not typed yet are filled; the same names are kept as they stand. Other
 * names wait for the person's word, in `fcIdentityNext`: nothing is changed behind their back.
 */
export async function carryNames(
  tx: Tx,
  house: NamesHouse,
  accountId: Id<'account'>,
  identity: CertifiedIdentity,
): Promise<void> {
  const account = await lockAccount(tx, accountId);
  if (!account) return;
  const known = readIdentity(account.fcIdentity);
  const people = await selfPeopleOf(tx, accountId);
  const named = people.filter(({ birthName }) => birthName !== '');
  const differs = (known && !sameCertifiedName(known, identity)) || named.some((person) => !sameCertifiedName(person, identity));
  const kept = differs
    ? { fcIdentityNext: JSON.stringify(identity) }
    : { fcIdentity: JSON.stringify(identity), fcIdentityNext: null };
  await tx.updateTable('account').set(kept).where('id', '=', accountId).execute();
  if (differs && known && !account.fcIdentityNext) await outdateBadgeOf(tx, accountId);
  if (differs) return;
  for (const person of people.filter(({ birthName }) => birthName === ''))
    await namePerson(tx, house, person, nameOfIdentity(identity), accountId);
}

/** Names that wait for the person's word: what FranceConnect gives now, and what stood before. */
export interface NamesToConfirm {
  readonly given: CertifiedIdentity;
  readonly before: readonly { readonly firstNames: string; readonly birthName: string }[];
}

/** Reads the names that wait for an account's word; `null` when none do. */
export async function readNamesToConfirm(
  house: Pick<House, 'db'>,
  input: { accountId: Id<'account'> },
): Promise<NamesToConfirm | null> {
  const account = await findAccount(house.db, input.accountId);
  const given = readIdentity(account?.fcIdentityNext);
  if (!given) return null;
  const people = await selfPeopleOf(house.db, input.accountId);
  const known = readIdentity(account?.fcIdentity);
  const before = [...(known ? [known] : []), ...people.filter(({ birthName }) => birthName !== '')];
  return { given, before: before.filter((name, index) => before.findIndex((other) => sameCertifiedName(other, name)) === index) };
}

/**
 * Takes the names of FranceConnect over into the files that the person has for themselves: only pieces whose rule checks a name return
 * to review. The used name stays as it is.
 */
export async function confirmNames(
  house: NamesHouse & Pick<House, 'transact'>,
  input: { accountId: Id<'account'> },
): Promise<Result<void, 'nothing'>> {
  return house.transact(async (tx) => {
    const account = await lockAccount(tx, input.accountId);
    const given = readIdentity(account?.fcIdentityNext);
    if (!given) return err('nothing');
    const kept = { fcIdentity: JSON.stringify(given), fcIdentityNext: null };
    await tx.updateTable('account').set(kept).where('id', '=', input.accountId).execute();
    for (const person of await selfPeopleOf(tx, input.accountId)) {
      const name = nameOfIdentity(given);
      const usedName = person.birthName === '' ? name.usedName : person.usedName;
      if (!sameCertifiedName(person, given)) await namePerson(tx, house, person, { ...name, usedName }, input.accountId);
    }
    await noteLinkEvent(tx, house, { accountId: input.accountId, type: 'france_connect.renamed' });
    return ok();
  });
}
