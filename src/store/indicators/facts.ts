import { FUNNEL_STEPS, MOST_ROUNDS, type FunnelStep, type IndicatorId } from '#domain/stats/indicators.ts';

// The facts of each indicator, one query each: a row per thing counted, with its day, numerator, denominator, hours by the calendar,
// hours of work, and the breakdowns it belongs to; where a definition has several parts, `of` among them says which. Pseudonyms join facts of one dossier and never leave these queries.
// Milestones that count once are unique in the table (index stat_event_once), so no query counts one twice.

/** The first decision on each dossier. */
const FIRST_DECISION = `first_decision as (
  select distinct on (pseudonym) pseudonym, at, day, dimensions, value
  from stat_event where event = 'dossier.decided' order by pseudonym, at, id)`;

/** The first opening by each recipient of each dossier. */
const NEW_RECIPIENT = `new_recipient as (
  select pseudonym, day, at, value, dimensions, row_number() over (partition by pseudonym order by at, id) = 1 as first
  from stat_event where event = 'link.opened' and dimensions->>'recipient' = 'new')`;

const NO_HOURS = `null::numeric as hours, null::numeric as working`;
const NOTHING = `${NO_HOURS}, '{}'::jsonb as dims`;

const counted = (event: string) => `select day, 1 as num, 0 as den, ${NOTHING} from stat_event where event = '${event}'`;

/** Share of dossiers created by a group that were sent within thirty days. */
const sentWithin30 = (dimension: string, field: string) => `
  select c.day, (s.at is not null and s.at <= c.at + interval '30 days')::int as num, 1 as den, ${NO_HOURS},
    jsonb_build_object('${dimension}', coalesce(c.dimensions->>'${field}', 'inconnu')) as dims
  from stat_event c
  left join stat_event s on s.pseudonym = c.pseudonym and s.event = 'dossier.submitted'
  where c.event = 'dossier.created'`;

/** First decisions, and whether all was accepted at once. */
const FIRST_PASS = `with ${FIRST_DECISION}
  select f.day, (f.dimensions->>'outcome' = 'accepted')::int as num, 1 as den, ${NO_HOURS},
    jsonb_build_object(
      'langue', coalesce(s.dimensions->>'language', 'inconnu'),
      'appareil', coalesce(s.dimensions->>'device', 'inconnu'),
      'type_dossier', coalesce(s.dimensions->>'kind', 'inconnu')) as dims
  from first_decision f
  left join stat_event s on s.pseudonym = f.pseudonym and s.event = 'dossier.submitted'`;

/** Sheets spared at p = 1: two pages a sheet, for each new recipient; dossiers are counted at their first opening. */
const SHEETS = `with ${NEW_RECIPIENT}
  select day, value / 2 as num, first::int as den, ${NOTHING} from new_recipient`;

const satisfied = (category: string) => `event = 'category.satisfied' and dimensions->>'category' = '${category}'`;

/** What makes a dossier reach each step of the funnel. */
const REACHED: Readonly<Record<FunnelStep, string>> = {
  identity: `event = 'identity.filled'`,
  first_upload: `event = 'file.first_upload'`,
  category_identity: satisfied('identity'),
  category_home: satisfied('home'),
  category_activity: satisfied('activity'),
  category_income: satisfied('income'),
  category_tax: satisfied('tax'),
  submitted: `event = 'dossier.submitted'`,
  decided: `event = 'dossier.decided'`,
  verified: `event = 'dossier.verified'`,
  link: `event = 'link.created'`,
  opened: `event = 'link.opened'`,
};

/**
 * Created dossiers by day, language and device, and how many of them reached each step within thirty days: all steps in one reading
 * of the milestones. One row a cohort and step.
 */
const FUNNEL = (dims: string) => `with story as (
    select pseudonym, min(at) filter (where event = 'dossier.created') as created,
      ${FUNNEL_STEPS.map((step) => `min(at) filter (where ${REACHED[step]}) as ${step}`).join(', ')}
    from stat_event
    where event in ('dossier.created', 'identity.filled', 'file.first_upload', 'category.satisfied', 'dossier.submitted',
      'dossier.decided', 'dossier.verified', 'link.created', 'link.opened')
    group by pseudonym),
  cohort as (
    select c.day, coalesce(c.dimensions->>'language', 'inconnu') as language, coalesce(c.dimensions->>'device', 'inconnu') as device,
      count(*) as den,
      ${FUNNEL_STEPS.map((step) => `count(*) filter (where s.${step} <= s.created + interval '30 days') as ${step}`).join(', ')}
    from stat_event c join story s on s.pseudonym = c.pseudonym
    where c.event = 'dossier.created' group by 1, 2, 3)
  select cohort.day, step.num, cohort.den, ${NO_HOURS}, ${dims} as dims
  from cohort cross join lateral (values ${FUNNEL_STEPS.map((step) => `('${step}', cohort.${step})`).join(', ')}) as step (name, num)`;

/** Working hours between two instants of a row, measured against the calendar: null when a day is not in it. */
const worked = (since: string, until: string) => {
  const before = (day: string, instant: string) => `(${day}.hours_before + coalesce(least(greatest(
      extract(epoch from (${instant}) at time zone 'Europe/Paris' - ${day}.day) / 60 - ${day}.opens_minute, 0),
      ${day}.closes_minute - ${day}.opens_minute) / 60, 0))`;
  return {
    hours: `${before('w2', until)} - ${before('w1', since)}`,
    calendar: `left join working_day w1 on w1.day = ((${since}) at time zone 'Europe/Paris')::date
      left join working_day w2 on w2.day = ((${until}) at time zone 'Europe/Paris')::date`,
  };
};

const SINCE_SENT = worked(`f.at - f.value * interval '1 hour'`, 'f.at');
const SINCE_REFUSAL = worked('e.refused_at', 'e.at');
const SINCE_UPLOAD = worked('u.at', 'v.at');

/** The query of every indicator, by the id of its definition. */
export const FACTS = {
  I1: sentWithin30('langue', 'language'),
  I2: sentWithin30('appareil', 'device'),
  S8: `with ${FIRST_DECISION}
    select f.day, (f.dimensions->>'incomplete' is distinct from 'yes')::int as num, 1 as den, ${NO_HOURS},
      jsonb_build_object('langue', coalesce(s.dimensions->>'language', 'inconnu')) as dims
    from first_decision f
    left join stat_event s on s.pseudonym = f.pseudonym and s.event = 'dossier.submitted'`,
  A1: `select day, case name when 'satisfaction.good' then hits else 0 end as num, hits as den, ${NOTHING}
    from public_counter where name in ('satisfaction.good', 'satisfaction.fair', 'satisfaction.bad')`,
  U1: `with place as (
      select distinct on (pseudonym) pseudonym, at, dimensions->>'departement' as departement
      from stat_event where event = 'account.placed' order by pseudonym, at, id)
    select c.day, 1 as num, 0 as den, ${NO_HOURS},
      jsonb_build_object(
        'departement', case when p.at <= c.at + interval '30 days' then p.departement else 'inconnu' end,
        'origine', coalesce(a.dimensions->>'origin', 'organic')) as dims
    from stat_event c
    left join place p on p.pseudonym = c.pseudonym
    left join stat_event a on a.pseudonym = c.pseudonym and a.event = 'account.created'
    where c.event = 'account.confirmed'`,
  U1_dossiers: counted('dossier.created'),
  U2_complete: counted('dossier.completed'),
  U2: `select day, 1 as num, 0 as den, ${NO_HOURS},
      jsonb_build_object(
        'langue', coalesce(dimensions->>'language', 'inconnu'),
        'appareil', coalesce(dimensions->>'device', 'inconnu'),
        'type_dossier', coalesce(dimensions->>'kind', 'inconnu'),
        'departement', coalesce(dimensions->>'departement', 'inconnu')) as dims
    from stat_event where event = 'dossier.submitted'`,
  U3: `select day, 1 as num, 0 as den, ${NO_HOURS},
      jsonb_build_object('type_dossier', coalesce(dimensions->>'kind', 'inconnu')) as dims
    from stat_event where event = 'dossier.verified'`,
  U3_12_months: counted('dossier.verified'),
  U3_people: `select day, coalesce(value, 1) as num, 0 as den, ${NOTHING} from stat_event where event = 'dossier.verified'`,
  U6: FUNNEL(`jsonb_build_object('etape', step.name)`),
  U6_steps: FUNNEL(`jsonb_build_object('of', step.name, 'langue', cohort.language, 'appareil', cohort.device)`),
  U4_openings: `with ${NEW_RECIPIENT} select day, 1 as num, 0 as den, ${NOTHING} from new_recipient`,
  U4: `with opening as (
      select distinct v.pseudonym from stat_event v join stat_event o on o.pseudonym = v.pseudonym and o.event = 'link.opened'
        and o.dimensions->>'status' = 'verified' and o.at >= v.at and o.at <= v.at + interval '60 days'
      where v.event = 'dossier.verified')
    select v.day, (o.pseudonym is not null)::int as num, 1 as den, ${NOTHING}
    from stat_event v left join opening o on o.pseudonym = v.pseudonym where v.event = 'dossier.verified'`,
  U7: `with opening as (
      select distinct on (o.pseudonym) o.pseudonym, o.day, o.at from stat_event o
      where o.event = 'link.opened' and o.dimensions->>'status' = 'verified' order by o.pseudonym, o.at, o.id)
    select o.day, coalesce(v.value, 1) as num, 0 as den, ${NOTHING}
    from stat_event u
    join stat_event v on v.pseudonym = u.pseudonym and v.event = 'dossier.verified'
    join opening o on o.pseudonym = u.pseudonym and o.at <= u.at + interval '24 hours'
    where u.event = 'file.first_upload'`,
  S2: `with ${FIRST_DECISION}
    select f.day, (v.at is not null and v.at <= f.at + interval '30 days')::int as num, 1 as den, ${NOTHING}
    from first_decision f
    left join stat_event v on v.pseudonym = f.pseudonym and v.event = 'dossier.verified' and v.at > f.at
    where f.dimensions->>'outcome' = 'refused'`,
  S7: `with ${FIRST_DECISION}, incomplete as (
      select distinct on (pseudonym) pseudonym, at, day from (
        select pseudonym, at, day from first_decision where dimensions->>'incomplete' = 'yes'
        union all select pseudonym, at, day from stat_event where event = 'dossier.submission_refused') either
      order by pseudonym, at)
    select i.day, (count(s.at) > 0)::int as num, 1 as den, ${NOTHING}
    from incomplete i
    left join stat_event s on s.pseudonym = i.pseudonym and s.event in ('dossier.submitted', 'dossier.resubmitted')
      and s.at > i.at and s.at <= i.at + interval '72 hours'
    group by i.pseudonym, i.day`,
  P1: SHEETS,
  P2: SHEETS,
  S1: FIRST_PASS,
  E1: FIRST_PASS,
  S3: `select day, (dimensions->>'outcome' = 'refused')::int as num, 1 as den, ${NO_HOURS},
      jsonb_build_object('categorie_document', dimensions->>'category') as dims
    from stat_event where event = 'piece.decided'`,
  S3_reasons: `select day, 1 as num, 0 as den, ${NO_HOURS}, jsonb_build_object('motif', dimensions->>'reason') as dims
      from stat_event where event = 'piece.refused'
    union all select day, 0 as num, 1 as den, ${NOTHING} from stat_event where event = 'piece.decided'`,
  S3_categories: `select day, 1 as num, 0 as den, ${NO_HOURS},
        jsonb_build_object('of', dimensions->>'category', 'motif', dimensions->>'reason') as dims
      from stat_event where event = 'piece.refused'
    union all select day, 0 as num, 1 as den, ${NO_HOURS}, jsonb_build_object('of', dimensions->>'category') as dims
      from stat_event where event = 'piece.decided'`,
  S5: `select next_day as day, (next_outcome = 'accepted')::int as num, 1 as den, ${NOTHING}
    from (select dimensions->>'outcome' as outcome, lead(day) over story as next_day,
        lead(dimensions->>'outcome') over story as next_outcome
      from stat_event where event = 'dossier.decided' window story as (partition by pseudonym order by at, id)) decision
    where outcome = 'refused' and next_day is not null`,
  S6: `select v.day, count(d.at) as num, 1 as den, ${NOTHING}
    from stat_event v
    left join stat_event d on d.pseudonym = v.pseudonym and d.event = 'dossier.decided' and d.at <= v.at
    where v.event = 'dossier.verified' group by v.id, v.day`,
  S6_rounds: `select v.day, 1 as num, 1 as den, ${NO_HOURS},
      jsonb_build_object('etape', 'decisions_' || least(count(d.at), ${MOST_ROUNDS})) as dims
    from stat_event v
    left join stat_event d on d.pseudonym = v.pseudonym and d.event = 'dossier.decided' and d.at <= v.at
    where v.event = 'dossier.verified' group by v.id, v.day`,
  T5: `with ${NEW_RECIPIENT}
    select day, (dimensions->>'proof' in ('sealed', 'checked'))::int as num, 1 as den, ${NOTHING}
    from new_recipient where first`,
  T5_levels: `with ${NEW_RECIPIENT}
    select day, 1 as num, 1 as den, ${NO_HOURS},
      jsonb_build_object('niveau_preuve', coalesce(dimensions->>'proof', 'lower')) as dims
    from new_recipient where first`,
  T6: `with ${NEW_RECIPIENT}
    select day, hits as num, 0 as den, ${NOTHING} from public_counter
      where name in ('verify.genuine', 'verify.outdated', 'verify.revoked', 'verify.altered')
    union all select day, 0 as num, 1 as den, ${NOTHING} from new_recipient where first`,
  V4_usable: `select day, 1 as num, 1 as den, value / 3600 as hours, null::numeric as working, '{}'::jsonb as dims
    from stat_event where event = 'piece.usable'`,
  V1: `with ${FIRST_DECISION}
    select f.day, 1 as num, 1 as den, f.value as hours, ${SINCE_SENT.hours} as working, '{}'::jsonb as dims
    from first_decision f ${SINCE_SENT.calendar}`,
  V1_24h: `with ${FIRST_DECISION} select day, (value < 24)::int as num, 1 as den, ${NOTHING} from first_decision`,
  S4: `select sent.day, 1 as num, 1 as den, extract(epoch from e.at - e.refused_at) / 3600 as hours,
      ${SINCE_REFUSAL.hours} as working, '{}'::jsonb as dims
    from (select event, dimensions, at as refused_at, min(at) filter (where event = 'dossier.resubmitted') over after as at
      from stat_event where event in ('dossier.decided', 'dossier.resubmitted')
      window after as (partition by pseudonym order by at, id rows between 1 following and unbounded following)) e
    cross join lateral (values ((e.at at time zone 'Europe/Paris')::date)) as sent (day)
    ${SINCE_REFUSAL.calendar}
    where e.event = 'dossier.decided' and e.dimensions->>'outcome' = 'refused' and e.at is not null`,
  V4: `select v.day, 1 as num, 1 as den, extract(epoch from v.at - u.at) / 3600 as hours,
      ${SINCE_UPLOAD.hours} as working, '{}'::jsonb as dims
    from stat_event v
    join stat_event u on u.pseudonym = v.pseudonym and u.event = 'file.first_upload' and u.at <= v.at
    ${SINCE_UPLOAD.calendar}
    where v.event = 'dossier.verified'`,
  V3_no_touch: `with ${FIRST_DECISION}
    select v.day, (f.at is null or f.at > v.at)::int as num, 1 as den, ${NOTHING}
    from stat_event v left join first_decision f on f.pseudonym = v.pseudonym where v.event = 'dossier.verified'`,
} as const satisfies Readonly<Record<IndicatorId, string>>;
