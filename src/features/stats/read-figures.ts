import { parisDate, shiftMonths, type CivilDate } from '#kernel/civil-date.ts';
import type { Figure } from '#domain/stats/figure.ts';
import { lastClosedDay } from '#domain/stats/periods.ts';
import type { House } from '#features/house.ts';
import { figuresBuiltAt, findOpenData, loadFigures, type OpenDataFile } from '#store/figures.repository.ts';
import { readHeld } from './hold-figures.ts';

export type { OpenDataFile };

/** What the public page shows. */
export interface PublicFigures {
  readonly figures: readonly Figure[];
  readonly builtAt: Date;
  /** Last day of the last closed month. */
  readonly last: CivilDate;
  /** Ids of indicators whose publication waits for somebody. */
  readonly held: ReadonlySet<string>;
}

/** Months that the page shows; the files hold all. */
const MONTHS_SHOWN = 13;

/** The figures as they were last read: they change once a day, and the page is read more often. */
const lastRead = new WeakMap<House['db'], PublicFigures>();

/** Reads the figures of the public page: nothing is computed here. `null` before the first build. */
export async function readFigures(house: Pick<House, 'db'>): Promise<PublicFigures | null> {
  const builtAt = await figuresBuiltAt(house.db);
  if (!builtAt) return null;
  const known = lastRead.get(house.db);
  if (known?.builtAt.getTime() === builtAt.getTime()) return known;
  const last = lastClosedDay(parisDate(builtAt));
  const since = `${shiftMonths(last, 1 - MONTHS_SHOWN).slice(0, 7)}-01` as CivilDate;
  const held = new Set((await readHeld(house)).map(({ indicator }) => indicator));
  const read = { figures: await loadFigures(house.db, { since }), builtAt, last, held };
  lastRead.set(house.db, read);
  return read;
}

/** How many dossiers were verified since the start, for the home page; `null` when it is unknown, secret or zero. */
export async function readVerifiedCount(house: Pick<House, 'db'>): Promise<number | null> {
  const figures = await loadFigures(house.db, { indicator: 'U3', whole: true });
  const value = figures.find((figure) => figure.granularity === 'cumul')?.value ?? null;
  return value === 0 ? null : value;
}

/** A published file of open data; `null` when there is none of that name. */
export function readOpenData(house: Pick<House, 'db'>, name: string): Promise<(OpenDataFile & { publishedAt: Date }) | null> {
  return findOpenData(house.db, name);
}
