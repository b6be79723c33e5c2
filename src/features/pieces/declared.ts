import type { Id } from '#kernel/ids.ts';
import { situationOf } from '#domain/catalogue/situations.ts';
import type { Role } from '#domain/catalogue/situation.ts';
import type { Declared } from '#domain/findings/findings.ts';
import type { PersonName } from '#domain/people/names.ts';
import type { DbOrTx } from '#store/unit-of-work.ts';
import type { PersonTable } from '#store/schema.ts';
import type { Selectable } from 'kysely';

type Person = Selectable<PersonTable>;

const ROLES: Readonly<Record<NonNullable<Person['guarantorKind']>, Role>> = { natural: 'N', company: 'C', organism: 'O' };

const nameOf = (person: Person): PersonName => ({
  firstNames: person.firstNames,
  birthName: person.birthName,
  usedName: person.usedName,
  singleName: person.singleName,
});

/** Whom the papers of a person must name: the representative of a company, the tenant an organism stands for, else the person. */
function namedOn(person: Person, people: readonly Person[]): PersonName {
  if (person.guarantorKind === 'company')
    return {
      firstNames: person.representativeFirstNames ?? '',
      birthName: person.representativeName ?? '',
      usedName: null,
      singleName: false,
    };
  const supported = people.find((one) => one.id === person.supportsPersonId);
  return nameOf(person.guarantorKind === 'organism' && supported ? supported : person);
}

/** What a person says a piece proves, as rules need it; `null` when its situation is unknown. */
export async function declaredOf(
  db: DbOrTx,
  piece: { readonly personId: Id<'person'>; readonly situation: string; readonly amount: number | null },
): Promise<Declared | null> {
  const situation = situationOf(piece.situation);
  const person = await db.selectFrom('person').selectAll().where('id', '=', piece.personId).executeTakeFirst();
  if (!situation || !person) return null;
  const people = await db.selectFrom('person').selectAll().where('dossierId', '=', person.dossierId).execute();
  const dossier = await db.selectFrom('dossier').select('kind').where('id', '=', person.dossierId).executeTakeFirstOrThrow();
  const subject = person.guarantorKind === 'organism' ? person.supportsPersonId : person.id;
  const spouse =
    dossier.kind === 'couple'
      ? people.find((one) => one.role === 'tenant' && one.archivedAt === null && one.id !== subject)
      : undefined;
  return {
    situation,
    role: person.guarantorKind ? ROLES[person.guarantorKind] : 'T',
    person: namedOn(person, people),
    spouse: spouse && person.guarantorKind !== 'natural' ? nameOf(spouse) : null,
    amount: piece.amount,
  };
}
