import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import { isAgent } from '#domain/accounts/roles.ts';
import { dueFor, duePossibleBefore } from '#domain/retention/due.ts';
import { sendLink } from '#features/accounts/api.ts';
import type { House } from '#features/house.ts';
import { lockAccount, rolesOf } from '#store/accounts.repository.ts';
import type { Tx } from '#store/unit-of-work.ts';
import { rowOf } from './archive-silent.ts';
import { deleteAccount, type DeletionHouse } from './delete-account.ts';
import { noteWarning, WARNINGS, warningsOf } from './warnings.ts';

type EndHouse = Pick<House, 'db' | 'transact' | 'settings'> & DeletionHouse;

const BATCH = 200;

/**
 * Warns silent accounts and deletes them at their end, by the retention table: two mails first, then one transaction per account. Agents'
 * accounts are ended by who gave them.
 * @returns how many accounts were looked at
 */
export async function endSilentAccounts(house: EndHouse): Promise<number> {
  const before = duePossibleBefore(rowOf(house, 'account'), house.clock.now()) ?? '';
  let count = 0;
  for (let after: Id<'account'> | null = null; ;) {
    const rows: readonly { readonly id: Id<'account'> }[] = await house.db
      .selectFrom('account')
      .select('account.id')
      .where(sql<boolean>`(last_contact_at at time zone 'Europe/Paris')::date <= ${before}::date`)
      .$if(after !== null, (query) => query.where('account.id', '>', after as Id<'account'>))
      .orderBy('account.id')
      .limit(BATCH)
      .execute();
    for (const { id } of rows) await house.transact((tx) => treatAccount(tx, house, id));
    count += rows.length;
    after = rows.at(-1)?.id ?? null;
    if (rows.length < BATCH) return count;
  }
}

async function treatAccount(tx: Tx, house: EndHouse, accountId: Id<'account'>): Promise<void> {
  const account = await lockAccount(tx, accountId);
  const roles = await rolesOf(tx, accountId);
  if (!account || isAgent(roles)) return;
  const row = rowOf(house, roles.includes('landlord') ? 'landlord' : 'account');
  const since = await lastContactOf(tx, accountId, account.lastContactAt);
  const { went, waiting } = await warningsOf(tx, house, { id: accountId, since, kinds: WARNINGS.account });
  if (waiting) return;
  const due = dueFor(row, since, went, house.clock.now());
  if (due.what === 'end') await deleteAccount(tx, house, accountId);
  if (due.what !== 'warning') return;
  const kind = WARNINGS.account[due.number];
  if (!kind) return;
  const outboxId = await sendLink(tx, house, { accountId, purpose: 'keep', topic: kind });
  await noteWarning(tx, house, { subjectId: accountId, kind, since, outboxId });
}

/** A couple's contact counts for both. */
async function lastContactOf(tx: Tx, accountId: Id<'account'>, own: Date): Promise<Date> {
  const others = await tx
    .selectFrom('access as mine')
    .innerJoin('person as me', 'me.id', 'mine.personId')
    .innerJoin('dossier', 'dossier.id', 'me.dossierId')
    .innerJoin('person as other', 'other.dossierId', 'dossier.id')
    .innerJoin('access as theirs', 'theirs.personId', 'other.id')
    .innerJoin('account', 'account.id', 'theirs.accountId')
    .select('account.lastContactAt')
    .where('mine.accountId', '=', accountId)
    .where('mine.basis', '=', 'self')
    .where('mine.revokedAt', 'is', null)
    .where('me.role', '=', 'tenant')
    .where('dossier.kind', '=', 'couple')
    .where('dossier.closedAt', 'is', null)
    .where('other.role', '=', 'tenant')
    .where('theirs.basis', '=', 'self')
    .where('theirs.revokedAt', 'is', null)
    .execute();
  return new Date(Math.max(own.getTime(), ...others.map((row) => row.lastContactAt.getTime())));
}
