import type { Id } from '#kernel/ids.ts';
import type { House } from '#features/house.ts';
import { enqueueMail } from '#store/outbox.repository.ts';
import type { Tx } from '#store/unit-of-work.ts';
import type { FoundCopy } from './fingerprints.ts';

const TOPIC = { topic: 'fraud.paper_elsewhere' } as const;

/**
 * Leaves an alert for each piece of other people that holds the same paper, once per pair of pieces; a picture laid out alike is none. One that
 * was looked at is open again when a paper came later. One mail tells referents of all that wait for it.
 */
export async function alertReferents(
  tx: Tx,
  house: Pick<House, 'ids' | 'clock'>,
  pieceId: Id<'piece'>,
  copies: readonly FoundCopy[],
): Promise<void> {
  const same = copies.filter(({ index }) => index !== 'layout');
  let told = false;
  for (const otherPieceId of new Set(same.map(({ otherPiece }) => otherPiece)))
    told = (await openAlert(tx, house, { pieceId, otherPieceId }, same)) || told;
  if (told) await writeOnce(tx, house);
}

type Pair = { readonly pieceId: Id<'piece'>; readonly otherPieceId: Id<'piece'> };

/** @returns false where the same is told already */
async function openAlert(
  tx: Tx,
  house: Pick<House, 'ids' | 'clock'>,
  { pieceId, otherPieceId }: Pair,
  copies: readonly FoundCopy[],
): Promise<boolean> {
  const now = house.clock.now();
  const made = await tx
    .insertInto('duplicateAlert')
    .values({ id: house.ids.next(), pieceId, otherPieceId, madeAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (made) return true;
  const files = copies
    .filter(({ otherPiece }) => otherPiece === otherPieceId)
    .flatMap(({ file, otherFile }) => [file, otherFile]);
  const { came } = await tx
    .selectFrom('file')
    .select((eb) => eb.fn.max('createdAt').as('came'))
    .where('id', 'in', files as Id<'file'>[])
    .executeTakeFirstOrThrow();
  const again = await tx
    .updateTable('duplicateAlert')
    .set({ madeAt: now, outcome: null, lookedAt: null, lookedBy: null })
    .where('pieceId', 'in', [pieceId, otherPieceId])
    .where('otherPieceId', 'in', [pieceId, otherPieceId])
    .where('lookedAt', '<', came)
    .returning('id')
    .executeTakeFirst();
  return again !== undefined;
}

/** The mail says nothing but that there is something: one that has not left yet serves for all. */
async function writeOnce(tx: Tx, house: Pick<House, 'ids' | 'clock'>): Promise<void> {
  const waiting = await tx
    .selectFrom('outbox')
    .select('id')
    .where('topic', '=', TOPIC.topic)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  if (!waiting) await enqueueMail(tx, { id: house.ids.next(), ...TOPIC, payload: {}, at: house.clock.now() });
}
