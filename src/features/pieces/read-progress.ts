import { lookUntil, SECOND_MS } from '#kernel/clock.ts';
import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { may, membershipOf } from '#features/dossiers/api.ts';
import type { House } from '#features/house.ts';
import { pieceOfPerson } from './find-piece.ts';

/** How long somebody is kept looking at "we are reading"; then the result will be in their dossier. */
const WATCHED_MS = 60 * SECOND_MS;
/** One small query each time, where a browser that asks again would cost a whole request. Opening takes a moment, reading some seconds. */
const LOOK_EVERY_MS = { opening: 100, reading: 150 } as const;

/** What is still being done with the documents of a piece: opened, read, read for longer than one waits, or nothing. */
export type Progress = 'opening' | 'reading' | 'late' | null;

/** Tells it of the piece as it is now. A file kept by our fault is not waited for. */
export async function readProgress(house: Pick<House, 'db' | 'clock'>, pieceId: Id<'piece'>): Promise<Progress> {
  const found = await house.db
    .selectFrom('piece')
    .leftJoin('examination', (join) =>
      join
        .onRef('examination.pieceId', '=', 'piece.id')
        .onRef('examination.rev', '=', 'piece.rev')
        .on('examination.state', '=', 'waiting'),
    )
    .select((eb) => [
      'examination.waitingSince',
      eb
        .exists(
          eb
            .selectFrom('file')
            .select('file.id')
            .whereRef('file.pieceId', '=', 'piece.id')
            .where('file.state', '=', 'received')
            .where('file.code', 'is', null),
        )
        .as('unopened'),
    ])
    .where('piece.id', '=', pieceId)
    .executeTakeFirst();
  if (found?.unopened) return 'opening';
  if (!found?.waitingSince) return null;
  return house.clock.now().getTime() - found.waitingSince.getTime() < WATCHED_MS ? 'reading' : 'late';
}

/** Tells it as soon as it is not what was seen any more, and after this long in any case. */
export function awaitProgress(
  house: Pick<House, 'db' | 'clock'>,
  pieceId: Id<'piece'>,
  seen: keyof typeof LOOK_EVERY_MS,
  atMostMs: number,
): Promise<Progress> {
  const look = () => readProgress(house, pieceId);
  return lookUntil(house.clock, look, (progress) => progress !== seen, { everyMs: LOOK_EVERY_MS[seen], atMostMs });
}

/** The same for an account that may fill the piece: anybody else's is not found. */
export async function watchPiece(
  house: Pick<House, 'db' | 'clock'>,
  input: {
    readonly accountId: Id<'account'>;
    readonly dossierId: Id<'dossier'>;
    readonly personId: Id<'person'>;
    readonly pieceId: Id<'piece'>;
    readonly seen: keyof typeof LOOK_EVERY_MS;
    readonly atMostMs: number;
  },
): Promise<Result<Progress, 'not_found'>> {
  const membership = await membershipOf(house.db, input.accountId, input.dossierId, house.clock.now());
  if (!membership || !may(membership, input.personId, 'fill')) return err('not_found');
  if (!(await pieceOfPerson(house.db, input.personId, input.pieceId))) return err('not_found');
  return ok(await awaitProgress(house, input.pieceId, input.seen, input.atMostMs));
}
