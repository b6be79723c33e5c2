import type { Id } from '#kernel/ids.ts';
import type { Category } from '#domain/catalogue/situation.ts';
import type { DbOrTx } from '#store/unit-of-work.ts';

/** The one piece of a category (not income), or `null`. */
export async function pieceOfCategory(db: DbOrTx, personId: Id<'person'>, category: Exclude<Category, 'income'>) {
  return (
    (await db
      .selectFrom('piece')
      .selectAll()
      .where('personId', '=', personId)
      .where('category', '=', category)
      .executeTakeFirst()) ?? null
  );
}

/** A piece of a person, or `null`: an id of somebody else's piece finds nothing. */
export async function pieceOfPerson(db: DbOrTx, personId: Id<'person'>, pieceId: Id<'piece'>) {
  return (
    (await db.selectFrom('piece').selectAll().where('personId', '=', personId).where('id', '=', pieceId).executeTakeFirst()) ??
    null
  );
}

/** Files that belong to a piece now: received or ready. */
export function filesOfPiece(db: DbOrTx, pieceId: Id<'piece'>) {
  return db
    .selectFrom('file')
    .selectAll()
    .where('pieceId', '=', pieceId)
    .where('state', 'in', ['received', 'ready'])
    .orderBy('position')
    .orderBy('id')
    .execute();
}
