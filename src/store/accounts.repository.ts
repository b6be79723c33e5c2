import { sql, type Insertable, type Selectable } from 'kysely';
import { parisDate } from '#kernel/civil-date.ts';
import type { Id } from '#kernel/ids.ts';
import type { AccountRoleTable, AccountTable } from './schema.ts';
import type { DbOrTx, Tx } from './unit-of-work.ts';

export type AccountRow = Selectable<AccountTable>;
export type Role = AccountRoleTable['role'];

/** Reads an account by its lower-cased address; `null` when there is none. */
export async function findAccountByEmail(db: DbOrTx, email: string): Promise<AccountRow | null> {
  return (await db.selectFrom('account').selectAll().where('email', '=', email).executeTakeFirst()) ?? null;
}

/** Reads an account; `null` when there is none. */
export async function findAccount(db: DbOrTx, id: Id<'account'>): Promise<AccountRow | null> {
  return (await db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Reads an account and holds its row until the transaction ends; `null` when there is none. */
export async function lockAccount(tx: Tx, id: Id<'account'>): Promise<AccountRow | null> {
  return (await tx.selectFrom('account').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;
}

/** Adds an account. @returns false when the address belongs to another account already */
export async function insertAccount(tx: Tx, account: Insertable<AccountTable>): Promise<boolean> {
  const added = await tx
    .insertInto('account')
    .values(account)
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

/** Roles of an account, in no order. */
export async function rolesOf(db: DbOrTx, id: Id<'account'>): Promise<Role[]> {
  const rows = await db.selectFrom('accountRole').select('role').where('accountId', '=', id).execute();
  return rows.map(({ role }) => role);
}

/** Gives a role; a role already held is left as it was given. */
export async function giveRole(
  tx: Tx,
  given: { accountId: Id<'account'>; role: Role; by: Id<'account'> | null; at: Date },
): Promise<void> {
  await tx
    .insertInto('accountRole')
    .values({ accountId: given.accountId, role: given.role, givenBy: given.by, givenAt: given.at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Notes that an account was here, once a day: durations are counted in days of Paris. */
export async function noteContact(db: DbOrTx, id: Id<'account'>, at: Date): Promise<void> {
  await db
    .updateTable('account')
    .set({ lastContactAt: at })
    .where('id', '=', id)
    .where(sql<boolean>`(last_contact_at at time zone 'Europe/Paris')::date < ${parisDate(at)}::date`)
    .execute();
}
