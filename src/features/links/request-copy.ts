import { sql } from 'kysely';
import { parisDate } from '#kernel/civil-date.ts';
import { lookUntil } from '#kernel/clock.ts';
import type { Id } from '#kernel/ids.ts';
import { makeTraceCode } from '#domain/links/trace-code.ts';
import type { House } from '#features/house.ts';
import type { Locale } from '#i18n/locales.ts';

export interface CopyRequest {
  readonly dossierId: Id<'dossier'>;
  readonly linkId: Id<'link'>;
  /** One of the dossier's own people, for a copy without what others give directly; `null` for a landlord. */
  readonly accountId: Id<'account'> | null;
  readonly kind: 'dossier' | 'pages';
  /** The piece, for `pages`. */
  readonly pieceId: Id<'piece'> | null;
  readonly pieceRev: number | null;
  readonly recipient: string;
  readonly contentRev: number;
  readonly locale: Locale;
}

export interface CopyState {
  readonly id: Id<'copy'>;
  readonly state: 'waiting' | 'ready' | 'failed' | 'gone';
  readonly traceCode: string;
}

/**
 * The copy of what a recipient may see: one per link, recipient, revision of the content and day, made once. Asking for one that does
 * not exist starts its making. A failed one is started again by `retry`.
 */
export async function requestCopy(
  house: Pick<House, 'transact' | 'clock' | 'ids' | 'random' | 'jobs'>,
  request: CopyRequest,
  retry = false,
): Promise<CopyState> {
  const now = house.clock.now();
  const day = parisDate(now);
  return house.transact(async (tx) => {
    const subject = request.pieceId ?? request.dossierId;
    await sql`select pg_advisory_xact_lock(hashtext(${`copy ${subject} ${request.linkId} ${request.recipient}`}))`.execute(tx);
    const known = await tx
      .selectFrom('copy')
      .select(['id', 'state', 'traceCode'])
      .where('linkId', '=', request.linkId)
      .where((eb) => (request.accountId ? eb('accountId', '=', request.accountId) : eb('accountId', 'is', null)))
      .where('kind', '=', request.kind)
      .where('recipient', '=', request.recipient)
      .where('contentRev', '=', request.contentRev)
      .where('day', '=', day)
      .where('locale', '=', request.locale)
      .where((eb) => (request.pieceId ? eb('pieceId', '=', request.pieceId) : eb('pieceId', 'is', null)))
      .where('state', '<>', 'gone')
      .orderBy('requestedAt', 'desc')
      .executeTakeFirst();
    if (known && !(retry && known.state === 'failed')) return known;
    if (known) {
      await tx.updateTable('copy').set({ state: 'waiting', failure: null, tries: 0 }).where('id', '=', known.id).execute();
      await house.jobs.send(tx, 'copy.prepare', { copyId: known.id, dossierId: request.dossierId });
      return { ...known, state: 'waiting' };
    }
    const id = house.ids.next<'copy'>();
    const traceCode = makeTraceCode(house.random);
    await tx
      .insertInto('copy')
      .values({
        id,
        dossierId: request.dossierId,
        linkId: request.linkId,
        accountId: request.accountId,
        pieceId: request.pieceId,
        kind: request.kind,
        recipient: request.recipient,
        contentRev: request.contentRev,
        pieceRev: request.pieceRev,
        day,
        locale: request.locale,
        traceCode,
        state: 'waiting',
        requestedAt: now,
      })
      .execute();
    await house.jobs.send(tx, 'copy.prepare', { copyId: id, dossierId: request.dossierId });
    return { id, state: 'waiting', traceCode };
  });
}

const LOOK_EVERY_MS = 100;

/** Waits until a copy is made or failed, at most a while. */
export function waitForCopy(house: Pick<House, 'db' | 'clock'>, id: Id<'copy'>, atMostMs: number): Promise<CopyState['state']> {
  const look = async () => {
    const row = await house.db.selectFrom('copy').select('state').where('id', '=', id).executeTakeFirst();
    return row?.state ?? 'gone';
  };
  return lookUntil(house.clock, look, (state) => state !== 'waiting', { everyMs: LOOK_EVERY_MS, atMostMs });
}
