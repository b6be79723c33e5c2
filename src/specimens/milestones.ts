import { isWorkingDay, OPENING, parisMinutes } from '#domain/dates/working-hours.ts';
import type { MilestoneName } from '#domain/stats/milestones.ts';
import { parisDate } from '#kernel/civil-date.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#kernel/clock.ts';
import { chanceOf } from './chance.ts';

/** A milestone of somebody who does not exist. */
export interface MadeUpMilestone {
  readonly pseudonym: string;
  readonly at: Date;
  readonly event: MilestoneName;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly value: number | null;
}

const LANGUAGES = [
  ['fr', 76],
  ['en', 9],
  ['ar', 6],
  ['es', 4],
  ['pt', 3],
  ['fr-simple', 2],
] as const;
const DEVICES = [
  ['mobile', 58],
  ['ordinateur', 39],
  ['inconnu', 3],
] as const;
const KINDS = [
  ['alone', 68],
  ['couple', 22],
  ['flatshare', 10],
] as const;
const DEPARTEMENTS = [
  ['75', 22],
  ['69', 12],
  ['13', 10],
  ['33', 9],
  ['31', 9],
  ['59', 8],
  ['44', 7],
  ['67', 5],
  ['35', 5],
  ['974', 3],
  ['2A', 2],
  ['48', 1],
  ['inconnu', 7],
] as const;
const REASONS = [
  ['months_missing', 'income', 24, true],
  ['unreadable', 'identity', 17, false],
  ['tax_notice_expected', 'tax', 15, false],
  ['name_mismatch', 'home', 9, false],
  ['pages_missing', 'activity', 12, true],
  ['expected_paper', 'home', 14, false],
] as const;
const CATEGORIES = ['identity', 'home', 'activity', 'income', 'tax'] as const;

/**
 * What happened to so many made-up dossiers over a stretch of time: the same seed tells the same story. More come in summer, some
 * stop at each step, a quarter is to be corrected, most of those are mended. Nothing happens after `until`.
 */
export function* madeUpMilestones(options: {
  readonly from: Date;
  readonly until: Date;
  readonly dossiers: number;
  readonly seed: number;
}): Generator<MadeUpMilestone> {
  const { from, until, dossiers } = options;
  const chance = chanceOf(options.seed);
  const odds = (share: number) => chance() < share;
  const pick = <Name extends string>(table: readonly (readonly [Name, number, ...unknown[]])[]): Name => {
    let left = chance() * table.reduce((sum, [, weight]) => sum + weight, 0);
    return (table.find(([, weight]) => (left -= weight) < 0) ?? table[0] ?? ['' as Name])[0];
  };
  /** Most are short, a few are long. */
  const wait = (medianMs: number) => medianMs * Math.exp((chance() + chance() + chance() - 1.5) * 1.9);

  for (let n = 0; n < dossiers; n += 1) {
    const created = new Date(from.getTime() + ((n + chance()) / dossiers) ** 0.8 * (until.getTime() - from.getTime()));
    const pseudonym = `${created.getUTCFullYear()}:exemple-${options.seed}-${n}`;
    const story: MadeUpMilestone[] = [];
    const tell = (
      at: Date,
      event: MilestoneName,
      dimensions: Readonly<Record<string, string>> = {},
      value: number | null = null,
    ) => void story.push({ pseudonym, at, event, dimensions, value });
    const after = (at: Date, medianMs: number) => new Date(at.getTime() + wait(medianMs));
    const who = { language: pick(LANGUAGES), device: pick(DEVICES) };
    const stranger = who.language === 'fr' ? 0 : 0.06;
    tellStory();
    yield* story.filter((one) => one.at < until);

    function tellStory(): void {
      tell(new Date(created.getTime() - 5 * MINUTE_MS), 'account.created', { language: who.language });
      tell(new Date(created.getTime() - 2 * MINUTE_MS), 'account.confirmed');
      tell(created, 'dossier.created', who);
      if (!odds(0.93)) return;
      const named = after(created, 4 * MINUTE_MS);
      tell(named, 'identity.filled');
      const departement = pick(DEPARTEMENTS);
      if (departement !== 'inconnu') tell(named, 'account.placed', { departement });
      if (!odds(0.9 - stranger)) return;
      const uploaded = after(named, 6 * MINUTE_MS);
      tell(uploaded, 'file.first_upload');
      let at = uploaded;
      for (const category of CATEGORIES) {
        if (category !== 'tax' && !odds(0.965)) return;
        if (category === 'tax' && !odds(0.7)) continue;
        at = after(at, 7 * MINUTE_MS);
        const seconds = 1 + Math.round(wait(4));
        tell(at, 'piece.usable', {}, seconds);
        tell(at, 'category.satisfied', { category });
      }
      tell(at, 'dossier.completed');
      if (!odds(0.95 - stranger)) return;
      if (odds(0.05)) {
        tell(after(at, 3 * MINUTE_MS), 'dossier.submission_refused');
        at = after(at, 9 * HOUR_MS);
      }
      const kind = pick(KINDS);
      const people = kind === 'alone' ? 1 : kind === 'couple' ? 2 : 3;
      const submitted = after(at, 10 * MINUTE_MS);
      tell(submitted, 'dossier.submitted', { ...who, kind, helped: 'no', departement });
      const verified = odds(0.06) ? after(submitted, MINUTE_MS) : review(submitted, kind);
      if (!verified) return;
      tell(verified, 'dossier.verified', { kind }, people);
      if (!odds(0.88)) return;
      const linked = after(verified, 5 * HOUR_MS);
      tell(linked, 'link.created');
      if (!odds(0.84)) return;
      const pages = people * (9 + Math.floor(chance() * 10));
      const proof = odds(0.12) ? 'sealed' : odds(0.85) ? 'checked' : 'lower';
      for (let recipient = 0; recipient < 1 + Math.floor(chance() * 4); recipient += 1)
        tell(
          after(linked, (recipient + 1) * 20 * HOUR_MS),
          'link.opened',
          { status: 'verified', recipient: 'new', proof },
          pages,
        );
    }

    /** @returns when everything is accepted, `null` when it never is */
    function review(submitted: Date, kind: string): Date | null {
      const decided = opened(after(submitted, 5 * HOUR_MS));
      const mended = odds(0.74 - stranger - (kind === 'alone' ? 0 : 0.08));
      const reason = mended ? null : pickReason();
      decide(decided, submitted, 'first', reason, CATEGORIES);
      if (!reason) return decided;
      if (!odds(0.86)) return null;
      const again = after(decided, 17 * HOUR_MS);
      tell(again, 'dossier.resubmitted');
      const second = opened(after(again, 2 * HOUR_MS));
      const repaired = odds(0.88);
      decide(second, again, 'later', repaired ? null : reason, [reason[1]]);
      return repaired ? second : null;
    }

    function decide(
      at: Date,
      since: Date,
      pass: 'first' | 'later',
      refused: (typeof REASONS)[number] | null,
      categories: readonly string[],
    ): void {
      for (const category of categories) {
        const outcome = refused?.[1] === category ? 'refused' : 'accepted';
        tell(at, 'piece.decided', { category, outcome });
        if (outcome === 'refused' && refused) tell(at, 'piece.refused', { category, reason: refused[0] });
      }
      const dimensions = { outcome: refused ? 'refused' : 'accepted', pass, incomplete: refused?.[3] ? 'yes' : 'no' };
      tell(at, 'dossier.decided', dimensions, (at.getTime() - since.getTime()) / HOUR_MS);
    }

    function pickReason(): (typeof REASONS)[number] {
      const key = pick(REASONS.map(([name, , weight]) => [name, weight] as const));
      return REASONS.find(([name]) => name === key) ?? REASONS[0];
    }
  }
}

/** The next instant at which agents work: this one, or the next opening. */
function opened(at: Date): Date {
  const minutes = parisMinutes(at);
  if (isWorkingDay(parisDate(at)) && minutes >= OPENING.opens && minutes < OPENING.closes) return at;
  let day = new Date(at);
  if (minutes >= OPENING.opens) day = new Date(day.getTime() + DAY_MS);
  while (!isWorkingDay(parisDate(day))) day = new Date(day.getTime() + DAY_MS);
  return new Date(day.getTime() + (OPENING.opens - parisMinutes(day) + 20) * MINUTE_MS);
}
