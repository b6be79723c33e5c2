import { sql } from 'kysely';
import { parisDate } from '#kernel/civil-date.ts';
import { DAY_MS } from '#kernel/clock.ts';
import { buildFigures } from '#features/stats/build-figures.ts';
import { publishOpenData } from '#features/stats/publish-open-data.ts';
import type { House } from '#features/house.ts';
import { madeUpMilestones, type MadeUpMilestone } from '#specimens/milestones.ts';

const DOSSIERS = 1_500;
const DAYS = 430;
const AT_ONCE = 2_000;

/** Writes made-up milestones into the table of real ones. */
export async function addMilestones(house: Pick<House, 'db' | 'ids'>, milestones: Iterable<MadeUpMilestone>): Promise<number> {
  let written = 0;
  let waiting: MadeUpMilestone[] = [];
  const write = async () => {
    if (waiting.length === 0) return;
    const rows = waiting.map((one) => ({ ...one, id: house.ids.next<'statEvent'>(), day: parisDate(one.at) }));
    // One parameter for all the rows: thousands of them cost more to bind than to write.
    await sql`
      insert into stat_event (id, day, at, event, pseudonym, dimensions, value)
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as row (id uuid, day date, at timestamptz, event text, pseudonym text, dimensions jsonb, value numeric)
      on conflict do nothing`.execute(house.db);
    written += waiting.length;
    waiting = [];
  };
  for (const milestone of milestones) {
    waiting.push(milestone);
    if (waiting.length === AT_ONCE) await write();
  }
  await write();
  return written;
}

/** Fourteen months of made-up activity, so that the page of statistics is worth looking at; the page says that it is made up. */
export async function seedFigures(house: Pick<House, 'db' | 'ids' | 'transact' | 'clock' | 'settings'>): Promise<void> {
  const until = house.clock.now();
  const from = new Date(until.getTime() - DAYS * DAY_MS);
  await addMilestones(house, madeUpMilestones({ from, until, dossiers: DOSSIERS, seed: 14 }));
  const day = (daysAgo: number) => parisDate(new Date(until.getTime() - daysAgo * DAY_MS));
  for (let ago = 35; ago < DAYS; ago += 5)
    await house.db
      .insertInto('publicCounter')
      .values([
        { day: day(ago), name: 'satisfaction.good', hits: 9 },
        { day: day(ago), name: 'satisfaction.fair', hits: 2 },
        { day: day(ago), name: 'satisfaction.bad', hits: ago % 3 === 0 ? 1 : 0 },
        { day: day(ago), name: 'verify.genuine', hits: 3 },
      ])
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  await buildFigures(house);
  await publishOpenData(house);
}
