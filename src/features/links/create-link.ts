import { DAY_MS } from '#kernel/clock.ts';
import type { Id } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { cleanText, lengthOf } from '#kernel/text.ts';
import { DOORS, expiryOf, MAX_LINKS_A_DAY, VALIDITIES, type LinkDoor } from '#domain/links/rules.ts';
import { CONSENT_TEXTS } from '#domain/people/consents.ts';
import { hasMandate, mayLink, membershipOf } from '#features/dossiers/api.ts';
import type { House } from '#features/house.ts';
import { recordMilestone } from '#features/stats/api.ts';
import { insertEvent } from '#store/events.repository.ts';
import { enqueueMail } from '#store/outbox.repository.ts';
import { lockDossier } from '#store/dossiers.repository.ts';
import type { DbOrTx, Tx } from '#store/unit-of-work.ts';
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
  /** "I understand that my dossier is not checked yet" is ticked; due once, while it is not. */
  readonly acknowledged?: boolean;
}

export type CreateLinkReason =
  | 'not_found'
  | 'link.not_ready'
  | 'link.title'
  | 'link.days'
  | 'link.door'
  | 'link.addresses'
  | 'link.message'
  | 'link.not_acknowledged'
  | 'link.no_mandate'
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
    if (await objected(tx, input.dossierId)) return err('link.no_mandate');
    if (dossier.status !== 'verified' && !(await acknowledges(tx, house, input))) return err('link.not_acknowledged');
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

/** Some part is filled for somebody who objected, or whose mandate was never given: nothing is shown until they agree. */
async function objected(tx: Tx, dossierId: Id<'dossier'>): Promise<boolean> {
  const filled = await tx
    .selectFrom('person')
    .select('id')
    .where('dossierId', '=', dossierId)
    .where('filedFor', '=', 'other')
    .where('setAsideAt', 'is', null)
    .execute();
  for (const { id } of filled) if (!(await hasMandate(tx, id))) return true;
  return false;
}

/** True when the account knows that what it sends is not checked: said once for a dossier, kept as a row. */
async function acknowledges(tx: Tx, house: Pick<House, 'clock' | 'ids'>, input: CreateLink): Promise<boolean> {
  const known = await acknowledged(tx, input);
  if (known || !input.acknowledged) return known;
  const lead = await tx.selectFrom('dossier').select('leadPersonId').where('id', '=', input.dossierId).executeTakeFirst();
  await tx
    .insertInto('consent')
    .values({
      id: house.ids.next(),
      accountId: input.accountId,
      personId: lead?.leadPersonId ?? null,
      purpose: 'unverified_sending',
      textVersion: CONSENT_TEXTS.unverified_sending,
      givenAt: house.clock.now(),
    })
    .execute();
  return true;
}

/** True when the account has said before that it knows this dossier is not checked. */
export async function acknowledged(
  db: DbOrTx,
  input: { readonly accountId: Id<'account'>; readonly dossierId: Id<'dossier'> },
): Promise<boolean> {
  const row = await db
    .selectFrom('consent')
    .innerJoin('person', 'person.id', 'consent.personId')
    .select('consent.id')
    .where('consent.accountId', '=', input.accountId)
    .where('person.dossierId', '=', input.dossierId)
    .where('consent.purpose', '=', 'unverified_sending')
    .where('consent.withdrawnAt', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
