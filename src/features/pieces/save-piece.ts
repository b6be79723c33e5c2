import type { Id } from '#kernel/ids.ts';
import { parisDate } from '#kernel/civil-date.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { cleanText, lengthOf } from '#kernel/text.ts';
import { situationOf, situationsFor } from '#domain/catalogue/situations.ts';
import type { Category } from '#domain/catalogue/situation.ts';
import { coherenceRevisions, touchesOthers } from '#domain/pieces/revisions.ts';
import { membershipOf, may } from '#features/dossiers/api.ts';
import { destroyFiles } from '#features/erasure/api.ts';
import type { House } from '#features/house.ts';
import { refreshStatuses, roleOf } from '#features/statuses/api.ts';
import { lockDossier } from '#store/dossiers.repository.ts';
import { filesOfPiece, pieceOfCategory, pieceOfPerson } from './find-piece.ts';
import { recordRevision, revisePiece } from './revise-piece.ts';

export interface SavePiece {
  readonly accountId: Id<'account'>;
  readonly dossierId: Id<'dossier'>;
  readonly personId: Id<'person'>;
  readonly category: Category;
  /** An income to change; absent for a new one, and for the other categories, which have one piece. */
  readonly pieceId?: Id<'piece'>;
  readonly situation: string;
  readonly amount?: number | null;
  readonly text?: string | null;
  readonly cannotProvide?: boolean;
  readonly stated?: boolean;
  /** Ask before removing files, and before a second income of the same kind and amount; nothing is saved then. */
  readonly askFirst?: boolean;
}

export type SavePieceReason =
  | 'not_found'
  | 'situation_unknown'
  | 'amount_missing'
  | 'text_missing'
  | 'text_too_long'
  | 'statement_missing'
  | 'income_alone'
  | SaveQuestion;

/** What the person is asked before their answer is saved. */
export type SaveQuestion = 'would_remove_files' | 'same_income';

/**
 * Saves what is true of a person in one category: situation, amount, text, statement. Files stay, unless the new situation takes none:
 * then they are removed in the same transaction. Saving what is already there changes nothing.
 */
export async function savePiece(
  house: Pick<House, 'transact' | 'clock' | 'ids' | 'random' | 'jobs'>,
  input: SavePiece,
): Promise<Result<{ pieceId: Id<'piece'> }, SavePieceReason>> {
  const now = house.clock.now();
  const today = parisDate(now);
  return house.transact(async (tx) => {
    if (!(await lockDossier(tx, input.dossierId))) return err('not_found');
    const membership = await membershipOf(tx, input.accountId, input.dossierId, now);
    if (!membership || !may(membership, input.personId, 'fill')) return err('not_found');
    const person = await tx.selectFrom('person').selectAll().where('id', '=', input.personId).executeTakeFirst();
    if (!person) return err('not_found');
    const row = situationOf(input.situation);
    const existing =
      input.category === 'income'
        ? input.pieceId
          ? await pieceOfPerson(tx, input.personId, input.pieceId)
          : null
        : await pieceOfCategory(tx, input.personId, input.category);
    if (input.pieceId && !existing) return err('not_found');
    const offered =
      situationsFor(input.category, roleOf(person), today).some((one) => one.key === input.situation) ||
      existing?.situation === input.situation;
    if (!row || !offered) return err('situation_unknown');

    const amount = row.amount === 'positive' ? (input.amount ?? null) : row.amount === 'zero' ? 0 : null;
    if (row.amount === 'positive' && !(amount !== null && amount >= 1)) return err('amount_missing');
    const text = input.text ? cleanText(input.text, true) || null : null;
    if (text && lengthOf(text) > (row.text?.max ?? 2000)) return err('text_too_long');
    const cannotProvide = row.category === 'income' && row.amount === 'positive' && (input.cannotProvide ?? false);
    if (cannotProvide && !text) return err('text_missing');
    const takesFiles = row.limits.files[1] > 0 && !cannotProvide;
    const stated = row.without === 'statement' && (input.stated ?? false);
    if (row.without === 'statement' && !takesFiles && !stated) return err('statement_missing');
    if (row.category === 'income') {
      const others = await tx
        .selectFrom('piece')
        .select(['id', 'situation', 'amount'])
        .where('personId', '=', input.personId)
        .where('category', '=', 'income')
        .execute();
      const rest = others.filter((one) => one.id !== existing?.id);
      if (rest.length > 0 && (row.key === 'income.none' || rest.some((one) => one.situation === 'income.none')))
        return err('income_alone');
      if (input.askFirst && amount !== 0 && rest.some((one) => one.situation === row.key && one.amount === amount))
        return err('same_income');
    }
    if (input.askFirst && existing && !takesFiles && (await filesOfPiece(tx, existing.id)).length > 0)
      return err('would_remove_files');

    if (existing) {
      const same =
        existing.situation === row.key &&
        existing.amount === amount &&
        existing.text === text &&
        existing.cannotProvide === cannotProvide &&
        (existing.statementAt !== null) === stated;
      if (same) return ok({ pieceId: existing.id });
      if (!takesFiles) {
        const files = await filesOfPiece(tx, existing.id);
        await destroyFiles(
          tx,
          files.map((file) => file.id),
          now,
          'removed',
        );
      }
      await tx
        .updateTable('piece')
        .set({ situation: row.key, amount, text, cannotProvide, statementAt: stated ? (existing.statementAt ?? now) : null })
        .where('id', '=', existing.id)
        .execute();
      await revisePiece(
        tx,
        house,
        { id: existing.id, dossierId: input.dossierId, personId: input.personId },
        'saved',
        input.accountId,
      );
      if (touchesOthers(row.category, existing, { situation: row.key, amount })) {
        await reviseCoherent(tx, house, input, existing.id);
      }
      await refreshStatuses(tx, house, input.dossierId, input.accountId);
      return ok({ pieceId: existing.id });
    }

    const pieceId = house.ids.next<'piece'>();
    const last = await tx
      .selectFrom('piece')
      .select((eb) => eb.fn.max('position').as('position'))
      .where('personId', '=', input.personId)
      .executeTakeFirst();
    const piece = await tx
      .insertInto('piece')
      .values({
        id: pieceId,
        personId: input.personId,
        category: row.category,
        situation: row.key,
        amount,
        text,
        cannotProvide,
        statementAt: stated ? now : null,
        rev: 1,
        savedOn: today,
        status: 'started',
        position: (last?.position ?? 0) + 1,
        createdAt: now,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await recordRevision(tx, house, { ...piece, dossierId: input.dossierId }, 'saved', input.accountId);
    if (row.category === 'tax')
      await tx.updateTable('person').set({ taxSkipped: false }).where('id', '=', input.personId).execute();
    if (touchesOthers(row.category, null, { situation: row.key, amount })) await reviseCoherent(tx, house, input, pieceId);
    await refreshStatuses(tx, house, input.dossierId, input.accountId);
    return ok({ pieceId });
  });
}

/** Activity, income and tax explain one another: a change in one reopens the person's `checked` others, never `sealed` ones. */
export async function reviseCoherent(
  tx: Parameters<typeof revisePiece>[0],
  house: Pick<House, 'clock' | 'ids' | 'jobs'>,
  input: Pick<SavePiece, 'personId' | 'dossierId' | 'accountId'>,
  changed: Id<'piece'>,
): Promise<void> {
  const others = await tx
    .selectFrom('piece')
    .select(['id', 'category', 'situation', 'status', 'level'])
    .where('personId', '=', input.personId)
    .execute();
  for (const id of coherenceRevisions(changed, others))
    await revisePiece(tx, house, { id, dossierId: input.dossierId, personId: input.personId }, 'coherence', input.accountId);
}
