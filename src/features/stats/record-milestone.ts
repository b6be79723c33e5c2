import { createHmac } from 'node:crypto';
import { parisDate } from '#kernel/civil-date.ts';
import { keyIsDue } from '#domain/stats/pseudonym-keys.ts';
import type { House } from '#features/house.ts';
import type { Tx } from '#store/unit-of-work.ts';

/** What public figures are made of. A name is added here with its indicator, never renamed. */
export const MILESTONES = [
  'account.created',
  'account.confirmed',
  'dossier.created',
  'identity.filled',
  'file.first_upload',
  'category.satisfied',
  'piece.usable',
  'dossier.completed',
  'dossier.submission_refused',
  'dossier.submitted',
  'piece.decided',
  'piece.refused',
  'dossier.decided',
  'dossier.resubmitted',
  'dossier.verified',
  'link.created',
  'link.opened',
] as const;
export type MilestoneName = (typeof MILESTONES)[number];

/** Milestones that a subject passes once (once per category where they have one); the index `stat_event_once` holds it. */
export const ONCE: readonly MilestoneName[] = [
  'account.created',
  'account.confirmed',
  'dossier.created',
  'identity.filled',
  'category.satisfied',
  'file.first_upload',
  'dossier.completed',
  'dossier.submitted',
  'dossier.verified',
  'link.created',
];

/** One fact counted for public figures, about a dossier or account that was created at `subject.createdAt`. */
export interface Milestone {
  readonly name: MilestoneName;
  readonly subject: { readonly id: string; readonly createdAt: Date };
  /** Closed lists only: language, kind, category, reason, device… Never free text. */
  readonly dimensions?: Readonly<Record<string, string>>;
  /** Hours, pages, people… */
  readonly value?: number;
}

/**
 * Counts a fact in the transaction of the act that makes it true. The row carries no identifier of anybody: the subject is a
 * pseudonym, an HMAC under the key of the year in which it was created, so that windows across New Year still join; the key is
 * destroyed two years after that year, and nothing is counted of its subjects any more. What counts once is written once.
 */
export async function recordMilestone(
  tx: Tx,
  house: Pick<House, 'clock' | 'ids' | 'random'>,
  milestone: Milestone,
): Promise<void> {
  const at = house.clock.now();
  const year = milestone.subject.createdAt.getUTCFullYear();
  if (keyIsDue(year, parisDate(at))) return;
  const fresh = Buffer.from(house.random(32));
  await tx
    .insertInto('statKey')
    .values({ year, key: fresh })
    .onConflict((conflict) => conflict.column('year').doNothing())
    .execute();
  const { key } = await tx.selectFrom('statKey').select('key').where('year', '=', year).executeTakeFirstOrThrow();
  await tx
    .insertInto('statEvent')
    .values({
      id: house.ids.next(),
      day: parisDate(at),
      at,
      event: milestone.name,
      pseudonym: `${year}:${createHmac('sha256', key).update(milestone.subject.id).digest('base64url').slice(0, 22)}`,
      dimensions: JSON.stringify(milestone.dimensions ?? {}),
      value: milestone.value ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
