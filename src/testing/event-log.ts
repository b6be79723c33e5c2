import type { MilestoneName } from '#domain/stats/milestones.ts';
import { recordMilestone, type Milestone } from '#features/stats/api.ts';
import type { House } from '#features/house.ts';

type LogHouse = Pick<House, 'transact' | 'clock' | 'ids' | 'random'>;

/** What happened to one dossier: milestones at their instants, by the recorder that acts use. */
export class LoggedDossier {
  readonly #house: LogHouse;
  readonly #subject: { readonly id: string; readonly createdAt: Date };

  /** @param createdAt Paris time, `2025-11-03T10:00` */
  constructor(house: LogHouse, createdAt: string) {
    this.#house = house;
    this.#subject = { id: house.ids.next<'dossier'>(), createdAt: paris(createdAt) };
  }

  async at(when: string, name: MilestoneName, dimensions: Milestone['dimensions'] = {}, value?: number): Promise<void> {
    const { ids, random, clock } = this.#house;
    const house = { ids, random, clock: { ...clock, now: () => paris(when) } };
    await this.#house.transact((tx) =>
      recordMilestone(tx, house, { name, subject: this.#subject, dimensions, ...(value === undefined ? {} : { value }) }),
    );
  }
}

/** An instant given by the clock of Paris in winter. */
const paris = (text: string): Date => new Date(`${text}:00+01:00`);

const CATEGORIES = ['identity', 'home', 'activity', 'income', 'tax'] as const;

/** Milestones of a decision: one a piece, one a reason, one for the case. */
export async function decide(
  dossier: LoggedDossier,
  when: string,
  decision: {
    readonly hours: number;
    readonly pass?: 'first' | 'later';
    readonly categories?: readonly string[];
    readonly refused?: { readonly category: string; readonly reason: string; readonly incomplete?: boolean };
  },
): Promise<void> {
  const { refused, categories = CATEGORIES, pass = 'first' } = decision;
  for (const category of categories) {
    const outcome = refused?.category === category ? 'refused' : 'accepted';
    await dossier.at(when, 'piece.decided', { category, outcome });
    if (outcome === 'refused' && refused) await dossier.at(when, 'piece.refused', { category, reason: refused.reason });
  }
  const incomplete = refused?.incomplete ? 'yes' : 'no';
  await dossier.at(when, 'dossier.decided', { outcome: refused ? 'refused' : 'accepted', pass, incomplete }, decision.hours);
}
