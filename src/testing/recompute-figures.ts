import { workingHours } from '#domain/dates/working-hours.ts';
import { FUNNEL_STEPS, type FunnelStep, type IndicatorId } from '#domain/stats/indicators.ts';
import { parisDate, type CivilDate } from '#kernel/civil-date.ts';
import { DAY_MS, HOUR_MS } from '#kernel/clock.ts';

/** A milestone, as the table has it. */
export interface Noted {
  readonly pseudonym: string;
  readonly at: Date;
  readonly event: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly value: number | null;
}

/** One thing counted. */
export interface Fact {
  readonly day: CivilDate;
  readonly num: number;
  readonly den: number;
  readonly hours?: number;
  readonly working?: number;
  readonly dims?: Readonly<Record<string, string>>;
}

const within = (from: Date, to: Date | undefined, ms: number) => to !== undefined && to.getTime() - from.getTime() <= ms;
const yes = (condition: boolean) => (condition ? 1 : 0);

/**
 * The facts of every indicator, recomputed from milestones in memory, dossier by dossier, without SQL: what the queries must agree with.
 * @param counters uses of public pages, by day and name
 */
export function recomputeFacts(
  milestones: readonly Noted[],
  counters: readonly { readonly day: string; readonly name: string; readonly hits: number }[],
): ReadonlyMap<IndicatorId, readonly Fact[]> {
  const facts = new Map<IndicatorId, Fact[]>();
  const push = (id: IndicatorId, at: Date, fact: Omit<Fact, 'day'>) => {
    const list = facts.get(id) ?? [];
    list.push({ day: parisDate(at), ...fact });
    facts.set(id, list);
  };
  const stories = new Map<string, Noted[]>();
  for (const one of milestones) {
    const story = stories.get(one.pseudonym);
    if (story) story.push(one);
    else stories.set(one.pseudonym, [one]);
  }
  for (const story of stories.values()) {
    story.sort((a, b) => a.at.getTime() - b.at.getTime());
    tellFacts(story, push);
  }
  for (const { day, name, hits } of counters) {
    const at = new Date(`${day}T12:00:00Z`);
    if (name.startsWith('satisfaction.')) push('A1', at, { num: name === 'satisfaction.good' ? hits : 0, den: hits });
    if (name.startsWith('verify.') && name !== 'verify.unknown') push('T6', at, { num: hits, den: 0 });
  }
  return facts;
}

function tellFacts(story: readonly Noted[], put: (id: IndicatorId, at: Date, fact: Omit<Fact, 'day'>) => void): void {
  const all = (event: string) => story.filter((one) => one.event === event);
  const first = (event: string) => all(event)[0];
  const [created, sent, uploaded, verified] = (
    ['dossier.created', 'dossier.submitted', 'file.first_upload', 'dossier.verified'] as const
  ).map(first);
  const decisions = all('dossier.decided');
  const firstDecision = decisions[0];
  const openings = all('link.opened');
  const newOnes = openings.filter((one) => one.dimensions['recipient'] === 'new');
  const language = sent?.dimensions['language'] ?? 'inconnu';
  const device = sent?.dimensions['device'] ?? 'inconnu';
  const kind = sent?.dimensions['kind'] ?? 'inconnu';

  const confirmed = first('account.confirmed');
  const placed = first('account.placed');
  const near = confirmed && within(confirmed.at, placed?.at, 30 * DAY_MS) ? placed?.dimensions['departement'] : undefined;
  const origine = first('account.created')?.dimensions['origin'] ?? 'organic';
  if (confirmed) put('U1', confirmed.at, { num: 1, den: 0, dims: { departement: near ?? 'inconnu', origine } });
  const completed = first('dossier.completed');
  if (completed) put('U2_complete', completed.at, { num: 1, den: 0 });
  if (created) {
    put('U1_dossiers', created.at, { num: 1, den: 0 });
    const inTime = yes(within(created.at, sent?.at, 30 * DAY_MS));
    put('I1', created.at, { num: inTime, den: 1, dims: { langue: created.dimensions['language'] ?? 'inconnu' } });
    put('I2', created.at, { num: inTime, den: 1, dims: { appareil: created.dimensions['device'] ?? 'inconnu' } });
    for (const step of FUNNEL_STEPS) {
      const at = reached(step, story)?.at;
      const reach = { num: yes(within(created.at, at, 30 * DAY_MS)), den: 1 };
      put('U6', created.at, { ...reach, dims: { etape: step } });
      const { language: langue = 'inconnu', device: appareil = 'inconnu' } = created.dimensions;
      put('U6_steps', created.at, { ...reach, dims: { of: step, langue, appareil } });
    }
  }
  if (sent) {
    const departement = sent.dimensions['departement'] ?? 'inconnu';
    put('U2', sent.at, { num: 1, den: 0, dims: { langue: language, appareil: device, type_dossier: kind, departement } });
  }
  if (verified) {
    const people = verified.value ?? 1;
    const until = decisions.filter((one) => one.at <= verified.at).length;
    const opened = openings.find((one) => one.dimensions['status'] === 'verified' && one.at >= verified.at);
    put('U3', verified.at, { num: 1, den: 0, dims: { type_dossier: verified.dimensions['kind'] ?? 'inconnu' } });
    put('U3_12_months', verified.at, { num: 1, den: 0 });
    put('S6_rounds', verified.at, { num: 1, den: 1, dims: { etape: `decisions_${Math.min(until, 3)}` } });
    put('U3_people', verified.at, { num: people, den: 0 });
    put('U4', verified.at, { num: yes(within(verified.at, opened?.at, 60 * DAY_MS)), den: 1 });
    put('S6', verified.at, { num: until, den: 1 });
    put('V3_no_touch', verified.at, { num: yes(until === 0), den: 1 });
    if (uploaded) {
      put('V4', verified.at, { num: 1, den: 1, ...lasted(uploaded.at, verified.at) });
      const early = openings.find((one) => one.dimensions['status'] === 'verified');
      if (early && within(uploaded.at, early.at, DAY_MS)) put('U7', early.at, { num: people, den: 0 });
    }
  }
  for (const [index, opening] of newOnes.entries()) {
    const proof = opening.dimensions['proof'] ?? 'lower';
    const once = yes(index === 0);
    put('U4_openings', opening.at, { num: 1, den: 0 });
    put('P1', opening.at, { num: (opening.value ?? 0) / 2, den: once });
    put('P2', opening.at, { num: (opening.value ?? 0) / 2, den: once });
    if (index > 0) continue;
    put('T5', opening.at, { num: yes(proof !== 'lower'), den: 1 });
    put('T5_levels', opening.at, { num: 1, den: 1, dims: { niveau_preuve: proof } });
    put('T6', opening.at, { num: 0, den: 1 });
  }
  for (const usable of all('piece.usable')) put('V4_usable', usable.at, { num: 1, den: 1, hours: (usable.value ?? 0) / 3600 });
  for (const piece of all('piece.decided')) {
    const refused = yes(piece.dimensions['outcome'] === 'refused');
    put('S3', piece.at, { num: refused, den: 1, dims: { categorie_document: piece.dimensions['category'] ?? '' } });
    put('S3_reasons', piece.at, { num: 0, den: 1 });
    put('S3_categories', piece.at, { num: 0, den: 1, dims: { of: piece.dimensions['category'] ?? '' } });
  }
  for (const reason of all('piece.refused')) {
    const { reason: motif = '', category = '' } = reason.dimensions;
    put('S3_reasons', reason.at, { num: 1, den: 0, dims: { motif } });
    put('S3_categories', reason.at, { num: 1, den: 0, dims: { of: category, motif } });
  }
  if (firstDecision) {
    const hours = firstDecision.value ?? 0;
    const accepted = yes(firstDecision.dimensions['outcome'] === 'accepted');
    const groups = { langue: language, appareil: device, type_dossier: kind };
    put('S1', firstDecision.at, { num: accepted, den: 1, dims: groups });
    put('E1', firstDecision.at, { num: accepted, den: 1, dims: groups });
    put('S8', firstDecision.at, {
      num: yes(firstDecision.dimensions['incomplete'] !== 'yes'),
      den: 1,
      dims: { langue: language },
    });
    const since = new Date(firstDecision.at.getTime() - hours * HOUR_MS);
    put('V1', firstDecision.at, { num: 1, den: 1, hours, working: workingHours(since, firstDecision.at) });
    put('V1_24h', firstDecision.at, { num: yes(hours < 24), den: 1 });
    if (!accepted) {
      const mended = verified && verified.at > firstDecision.at ? verified.at : undefined;
      put('S2', firstDecision.at, { num: yes(within(firstDecision.at, mended, 30 * DAY_MS)), den: 1 });
    }
  }
  for (const refusal of decisions.filter((one) => one.dimensions['outcome'] === 'refused')) {
    const again = all('dossier.resubmitted').find((one) => one.at > refusal.at);
    if (again) put('S4', again.at, { num: 1, den: 1, ...lasted(refusal.at, again.at) });
    const next = decisions.find((one) => one.at > refusal.at);
    if (next) put('S5', next.at, { num: yes(next.dimensions['outcome'] === 'accepted'), den: 1 });
  }
  const lacking = [
    ...(firstDecision?.dimensions['incomplete'] === 'yes' ? [firstDecision] : []),
    ...all('dossier.submission_refused'),
  ].sort((a, b) => a.at.getTime() - b.at.getTime())[0];
  if (lacking) {
    const fixed = story.find((one) => /submitted$/.test(one.event) && one.at > lacking.at);
    put('S7', lacking.at, { num: yes(within(lacking.at, fixed?.at, 72 * HOUR_MS)), den: 1 });
  }
}

const lasted = (from: Date, to: Date) => ({
  hours: (to.getTime() - from.getTime()) / HOUR_MS,
  working: workingHours(from, to),
});

function reached(step: FunnelStep, story: readonly Noted[]): Noted | undefined {
  const simple: Readonly<Record<string, string>> = {
    identity: 'identity.filled',
    first_upload: 'file.first_upload',
    submitted: 'dossier.submitted',
    decided: 'dossier.decided',
    verified: 'dossier.verified',
    link: 'link.created',
    opened: 'link.opened',
  };
  const event = simple[step];
  return story.find((one) =>
    event ? one.event === event : one.event === 'category.satisfied' && `category_${one.dimensions['category'] ?? ''}` === step,
  );
}

/** Rank among values, by linear interpolation between neighbours. `null` without any. */
export function rankOf(values: readonly number[], rank: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * rank;
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low === undefined || high === undefined ? null : low + (high - low) * (place - Math.floor(place));
}
