import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import { linkState } from '#domain/links/rules.ts';
import type { House } from '#features/house.ts';
import { LINK_TOKEN } from './tokens.ts';

/** A link as its people see it, with its address to copy. */
export interface OwnLink {
  readonly id: Id<'link'>;
  readonly title: string;
  readonly door: 'listed_address' | 'any_address' | 'none';
  readonly addresses: readonly string[];
  readonly state: 'active' | 'paused' | 'expired' | 'revoked';
  readonly url: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly visits: number;
  readonly lastVisit: Date | null;
}

/** Links of a dossier, newest first. Dead ones keep no address. */
export async function readLinks(
  house: Pick<House, 'db' | 'clock' | 'secrets' | 'settings'>,
  dossierId: Id<'dossier'>,
): Promise<readonly OwnLink[]> {
  const now = house.clock.now();
  const links = await house.db
    .selectFrom('link')
    .selectAll('link')
    .select((eb) => [
      eb
        .selectFrom('visit')
        .whereRef('visit.linkId', '=', 'link.id')
        .select(sql<number>`count(*)::int`.as('n'))
        .as('visits'),
      eb
        .selectFrom('visit')
        .whereRef('visit.linkId', '=', 'link.id')
        .select((inner) => inner.fn.max('visit.at').as('at'))
        .as('lastVisit'),
      eb
        .selectFrom('linkAddress')
        .whereRef('linkAddress.linkId', '=', 'link.id')
        .select(sql<string[]>`coalesce(array_agg(email order by email), '{}')`.as('list'))
        .as('addresses'),
    ])
    .where('dossierId', '=', dossierId)
    .orderBy('createdAt', 'desc')
    .execute();
  return links.map((link) => {
    const state = linkState(link, now);
    const token = state === 'active' || state === 'paused' ? house.secrets.open(LINK_TOKEN, link.tokenSealed) : null;
    return {
      id: link.id,
      title: link.title,
      door: link.door,
      addresses: link.addresses ?? [],
      state,
      url: token?.ok ? `${house.settings.baseUrl}/consulter/${token.value}` : null,
      createdAt: link.createdAt,
      expiresAt: link.expiresAt,
      visits: link.visits ?? 0,
      lastVisit: link.lastVisit,
    };
  });
}

/** One line of "who saw what". */
export interface OwnVisit {
  readonly at: Date;
  readonly kind: string;
  readonly title: string | null;
  readonly recipient: string | null;
  readonly network: string;
  readonly category: string | null;
  readonly traceCode: string | null;
}

/** Every visit of a dossier in the last twelve months, newest first; agents' looks by role, without name. */
export async function readVisits(house: Pick<House, 'db'>, dossierId: Id<'dossier'>): Promise<readonly OwnVisit[]> {
  return house.db
    .selectFrom('visit')
    .leftJoin('link', 'link.id', 'visit.linkId')
    .leftJoin('piece', 'piece.id', 'visit.pieceId')
    .select(['visit.at', 'visit.kind', 'link.title', 'visit.recipient', 'visit.network', 'piece.category', 'visit.traceCode'])
    .where('visit.dossierId', '=', dossierId)
    .orderBy('visit.at', 'desc')
    .limit(500)
    .execute();
}
