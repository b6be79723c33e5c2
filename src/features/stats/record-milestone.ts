import { createHmac } from 'node:crypto';
import { parisDate } from '#kernel/civil-date.ts';
import { keyIsDue } from '#domain/stats/pseudonym-keys.ts';
import type { MilestoneName } from '#domain/stats/milestones.ts';
import type { House } from '#features/house.ts';
import type { Tx } from '#store/unit-of-work.ts';

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
