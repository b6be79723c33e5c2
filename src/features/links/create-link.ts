import { DAY_MS } from '#kernel/clock.ts';
import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { cleanText, lengthOf } from '#kernel/text.ts';
import { DOORS, expiryOf, MAX_LINKS_A_DAY, VALIDITIES, type LinkDoor } from '#domain/links/rules.ts';
import { mayLink, membershipOf } from '#features/dossiers/api.ts';
import type { House } from '#features/house.ts';
import { recordMilestone } from '#features/stats/api.ts';
import { insertEvent } from '#store/events.repository.ts';
import { enqueueMail } from '#store/outbox.repository.ts';
import { lockDossier } from '#store/dossiers.repository.ts';
import { hashOf, LINK_TOKEN, newLinkToken } from './tokens.ts';

export interface CreateLink {
  readonly accountId: Id<'account'>;
  readonly dossierId: Id<'dossier'>;
  readonly title: string;
  readonly days: number;
  readonly door: string;
  /** Lower-cased addresses that may open, for a listed door. */
  readonly addresses: readonly string[];
  /** Send the address of the link by mail to the first address. */
  readonly send: boolean;
  readonly message: string;
  readonly copiesAllowed: boolean;
}

export type CreateLinkReason =
  | 'not_found'
  | 'link.not_ready'
  | 'link.title'
  | 'link.days'
  | 'link.door'
  | 'link.addresses'
  | 'link.message'
  | { readonly tooMany: Date };

const READY = ['complete', 'in_review', 'to_correct', 'verified'];

/** Makes a revocable access to a dossier. At most ten a day, so that a stolen session cannot spray links. */
export async function createLink(
  house: Pick<House, 'transact' | 'clock' | 'ids' | 'random' | 'secrets'>,
  input: CreateLink,
): Promise<Result<{ linkId: Id<'link'> }, CreateLinkReason>> {
  const title = cleanText(input.title);
  const message = cleanText(input.message, true);
  const door = DOORS.find((one) => one === input.door) satisfies LinkDoor | undefined;
  if (title === '' || lengthOf(title) > 100) return err('link.title');
  if (!VALIDITIES.some((days) => days === input.days)) return err('link.days');
  if (!door) return err('link.door');
  if (lengthOf(message) > 2000) return err('link.message');
  const listed = door === 'listed_address' || input.send;
  if (listed && (input.addresses.length < 1 || input.addresses.length > 10)) return err('link.addresses');
  const now = house.clock.now();
  return house.transact(async (tx): Promise<Result<{ linkId: Id<'link'> }, CreateLinkReason>> => {
    const dossier = await lockDossier(tx, input.dossierId);
    const membership = dossier && (await membershipOf(tx, input.accountId, input.dossierId, now));
    if (!dossier || !membership || !mayLink(membership)) return err('not_found');
    if (!READY.includes(dossier.status)) return err('link.not_ready');
    const recent = await tx
      .selectFrom('link')
      .select('createdAt')
      .where('dossierId', '=', input.dossierId)
      .where('createdAt', '>', new Date(now.getTime() - DAY_MS))
      .orderBy('createdAt')
      .execute();
    const [oldest] = recent;
    if (oldest && recent.length >= MAX_LINKS_A_DAY) return err({ tooMany: new Date(oldest.createdAt.getTime() + DAY_MS) });
    const linkId = house.ids.next<'link'>();
    const token = newLinkToken(house.random);
    await tx
      .insertInto('link')
      .values({
        id: linkId,
        dossierId: input.dossierId,
        madeBy: input.accountId,
        kind: input.send ? 'mail' : 'url',
        scope: 'full',
        title,
        door,
        tokenHash: hashOf(token),
        tokenSealed: house.secrets.seal(LINK_TOKEN, token),
        copiesAllowed: input.copiesAllowed,
        message: message || null,
        expiresAt: expiryOf(now, input.days),
        createdAt: now,
        lastSentAt: input.send ? now : null,
      })
      .execute();
    for (const email of listed ? new Set(input.addresses) : [])
      await tx.insertInto('linkAddress').values({ linkId, email }).execute();
    if (input.send)
      await enqueueMail(tx, { id: house.ids.next(), topic: 'link.sent', payload: { linkId }, about: linkId, at: now });
    await insertEvent(tx, {
      id: house.ids.next(),
      at: now,
      actor: input.accountId,
      dossierId: input.dossierId,
      type: 'link.created',
      data: { linkId },
    });
    await recordMilestone(tx, house, { name: 'link.created', subject: { id: input.dossierId, createdAt: dossier.createdAt } });
    return ok({ linkId });
  });
}
