import type { Id } from '#kernel/ids.ts';
import type { DbOrTx } from './unit-of-work.ts';

/** Where a mail about a dossier goes, and in which language. */
export interface Recipient {
  readonly email: string;
  readonly locale: string;
}

const holders = (db: DbOrTx, now: Date) =>
  db
    .selectFrom('access')
    .innerJoin('person', 'person.id', 'access.personId')
    .innerJoin('account', 'account.id', 'access.accountId')
    .select(['account.email', 'account.locale', 'access.basis'])
    .where('access.basis', 'in', ['self', 'declarant'])
    .where('access.revokedAt', 'is', null)
    .where((eb) => eb.or([eb('access.until', 'is', null), eb('access.until', '>', now)]))
    .where('person.setAsideAt', 'is', null)
    .where('account.disabledAt', 'is', null)
    .orderBy('account.createdAt');

/** The account of a person; when they have none, the account that fills their part for them. Spouses and helpers are not told. */
export async function recipientsOfPerson(db: DbOrTx, personId: Id<'person'>, now: Date): Promise<Recipient[]> {
  const rows = await holders(db, now).where('person.id', '=', personId).execute();
  const own = rows.filter(({ basis }) => basis === 'self');
  return unique(own.length > 0 ? own : rows);
}

/** The accounts of all tenants of a dossier, each once. */
export async function recipientsOfDossier(db: DbOrTx, dossierId: Id<'dossier'>, now: Date): Promise<Recipient[]> {
  const rows = await holders(db, now).where('person.dossierId', '=', dossierId).where('person.role', '=', 'tenant').execute();
  return unique(rows);
}

function unique(rows: readonly { email: string | null; locale: string }[]): Recipient[] {
  const byEmail = new Map<string, Recipient>();
  for (const { email, locale } of rows) if (email !== null) byEmail.set(email, { email, locale });
  return [...byEmail.values()];
}
