import type { Id } from '#kernel/ids.ts';
import type { Category } from '#domain/catalogue/situation.ts';
import type { House } from '#features/house.ts';
import type { DuplicateAlertTable } from '#store/schema.ts';
import { isReferent, samePapers } from './alerts.ts';

/** What a referent says of an alert after looking. Nothing follows from it by itself. */
export type AlertOutcome = NonNullable<DuplicateAlertTable['outcome']>;

/** One alert in the list: no name, no file name. */
export interface AlertLine {
  readonly id: Id<'duplicateAlert'>;
  readonly category: Category;
  readonly madeAt: Date;
  readonly outcome: AlertOutcome | null;
  readonly lookedAt: Date | null;
  /** How many papers are the same. */
  readonly papers: number;
}

const SHOWN = 100;

/** Alerts of one paper in the dossiers of two people, those to look at first; `null` for who is no referent. */
export async function readAlerts(
  house: Pick<House, 'db'>,
  input: { accountId: Id<'account'> },
): Promise<readonly AlertLine[] | null> {
  if (!(await isReferent(house.db, input.accountId))) return null;
  const rows = await house.db
    .selectFrom('duplicateAlert')
    .innerJoin('piece', 'piece.id', 'duplicateAlert.pieceId')
    .selectAll('duplicateAlert')
    .select('piece.category')
    .orderBy('duplicateAlert.lookedAt', (order) => order.desc().nullsFirst())
    .orderBy('duplicateAlert.madeAt')
    .limit(SHOWN)
    .execute();
  const lines: AlertLine[] = [];
  for (const { id, category, madeAt, outcome, lookedAt, ...pair } of rows) {
    const papers = new Set((await samePapers(house.db, pair)).map(({ file }) => file)).size;
    if (papers > 0) lines.push({ id, category, madeAt, outcome, lookedAt, papers });
  }
  return lines;
}

/** How many alerts wait for a look; `null` for who is no referent. */
export async function countAlerts(house: Pick<House, 'db'>, input: { accountId: Id<'account'> }): Promise<number | null> {
  const lines = await readAlerts(house, input);
  return lines && lines.filter(({ outcome }) => outcome === null).length;
}
