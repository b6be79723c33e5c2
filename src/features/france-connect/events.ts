import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import type { LinkRefusal } from '#domain/accounts/france-connect.ts';
import type { House } from '#features/house.ts';
import { insertEvent } from '#store/events.repository.ts';
import type { Tx } from '#store/unit-of-work.ts';

/** What can happen to the link of an account. */
const LINK_EVENTS = [
  'france_connect.linked',
  'france_connect.refused',
  'france_connect.unlinked',
  'france_connect.renamed',
] as const;
export type LinkEvent = (typeof LINK_EVENTS)[number];

/** Notes what happened to the link of an account, for its holder. */
export async function noteLinkEvent(
  tx: Tx,
  house: Pick<House, 'clock' | 'ids'>,
  note: { accountId: Id<'account'>; type: LinkEvent; reason?: LinkRefusal | 'codes_wrong' },
): Promise<void> {
  const data = { accountId: note.accountId, ...(note.reason ? { reason: note.reason } : {}) };
  await insertEvent(tx, { id: house.ids.next(), at: house.clock.now(), actor: null, type: note.type, data });
}

const MOST_SHOWN = 50;

/** What happened to the link of an account, latest first. */
export async function readLinkEvents(
  house: Pick<House, 'db'>,
  input: { accountId: Id<'account'> },
): Promise<readonly { readonly type: LinkEvent; readonly at: Date }[]> {
  const rows = await house.db
    .selectFrom('event')
    .select(['type', 'at'])
    .where(sql<boolean>`type like 'france_connect.%' and data->>'accountId' = ${input.accountId}`)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_SHOWN)
    .execute();
  return rows.flatMap(({ type, at }) => {
    const known = LINK_EVENTS.find((name) => name === type);
    return known ? [{ type: known, at }] : [];
  });
}
