import type { Id } from '#kernel/ids.ts';
import { linkState } from '#domain/links/rules.ts';
import type { House } from '#features/house.ts';
import type { DbOrTx } from '#store/unit-of-work.ts';
import { hashOf } from './tokens.ts';

/** What a visitor may do with a link now. */
export type LinkAccess =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'closed' }
  /** The visitor must first confirm an address. */
  | { readonly kind: 'door'; readonly linkId: Id<'link'> }
  | {
      readonly kind: 'open';
      readonly linkId: Id<'link'>;
      readonly dossierId: Id<'dossier'>;
      /** Confirmed address, else the link's title: goes on every copy. */
      readonly recipient: string;
      readonly copiesAllowed: boolean;
      readonly expiresAt: Date;
    };

const TOKEN = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * The one access policy of links: page, piece, image and PDF all ask it, at every request. An unknown token tells nothing; a paused,
 * expired or revoked link, or one whose dossier is archived or gone, tells only that.
 * @param sessionToken of the visitor's session for this link, from its cookie
 */
export async function openLink(
  house: Pick<House, 'clock'> & { db: DbOrTx },
  token: string,
  sessionToken: string | undefined,
): Promise<LinkAccess> {
  if (!TOKEN.test(token)) return { kind: 'unknown' };
  const now = house.clock.now();
  const link = await house.db
    .selectFrom('link')
    .innerJoin('dossier', 'dossier.id', 'link.dossierId')
    .selectAll('link')
    .select(['dossier.status', 'dossier.closedAt'])
    .where('tokenHash', '=', hashOf(token))
    .executeTakeFirst();
  if (!link) return { kind: 'unknown' };
  if (linkState(link, now) !== 'active' || link.closedAt || link.status === 'archived') return { kind: 'closed' };
  const open = (recipient: string): LinkAccess => ({
    kind: 'open',
    linkId: link.id,
    dossierId: link.dossierId,
    recipient,
    copiesAllowed: link.copiesAllowed,
    expiresAt: link.expiresAt,
  });
  if (link.door === 'none') return open(link.title);
  if (sessionToken) {
    const session = await house.db
      .selectFrom('linkSession')
      .select('email')
      .where('linkId', '=', link.id)
      .where('tokenHash', '=', hashOf(sessionToken))
      .where('expiresAt', '>', now)
      .executeTakeFirst();
    if (session) return open(session.email ?? link.title);
  }
  return { kind: 'door', linkId: link.id };
}
