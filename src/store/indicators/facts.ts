import { FUNNEL_STEPS, type FunnelStep, type IndicatorId } from '#domain/stats/indicators.ts';

// The facts of each indicator, one query each: a row per thing counted, with its day, numerator, denominator, hours by the calendar,
// hours of work, and the breakdowns it belongs to. Pseudonyms join facts of one dossier and never leave these queries.
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
  decided: `event = 'dossier.decided' and dimensions->>'pass' = 'first'`,
  verified: `event = 'dossier.verified'`,
  link: `event = 'link.created'`,
  opened: `event = 'link.opened'`,
};

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
  U1: counted('account.confirmed'),
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
  U3_people: `select day, coalesce(value, 1) as num, 0 as den, ${NOTHING} from stat_event where event = 'dossier.verified'`,
  U6: `select c.day, (r.at is not null and r.at <= c.at + interval '30 days')::int as num, 1 as den, ${NO_HOURS},
      jsonb_build_object('etape', step.name) as dims
    from stat_event c
    cross join (values ${FUNNEL_STEPS.map((step) => `('${step}')`).join(', ')}) as step (name)
    left join (${FUNNEL_STEPS.map(
      (step) => `select pseudonym, '${step}' as step, min(at) as at from stat_event where ${REACHED[step]} group by pseudonym`,
    ).join(' union all ')}) r
      on r.pseudonym = c.pseudonym and r.step = step.name
    where c.event = 'dossier.created'`,
  U4_openings: `with ${NEW_RECIPIENT} select day, 1 as num, 0 as den, ${NOTHING} from new_recipient`,
  U4: `select v.day, (exists (
        select from stat_event o where o.pseudonym = v.pseudonym and o.event = 'link.opened'
          and o.dimensions->>'status' = 'verified' and o.at >= v.at and o.at <= v.at + interval '60 days'))::int as num,
      1 as den, ${NOTHING}
    from stat_event v where v.event = 'dossier.verified'`,
  U7: `select o.day, coalesce(v.value, 1) as num, 0 as den, ${NOTHING}
    from stat_event u
    join stat_event v on v.pseudonym = u.pseudonym and v.event = 'dossier.verified'
    join lateral (select day from stat_event o where o.pseudonym = u.pseudonym and o.event = 'link.opened'
      and o.dimensions->>'status' = 'verified' and o.at <= u.at + interval '24 hours' order by at limit 1) o on true
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
    select i.day, (exists (
        select from stat_event s where s.pseudonym = i.pseudonym and s.event in ('dossier.submitted', 'dossier.resubmitted')
          and s.at > i.at and s.at <= i.at + interval '72 hours'))::int as num, 1 as den, ${NOTHING}
    from incomplete i`,
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
  S5: `select n.day, (n.outcome = 'accepted')::int as num, 1 as den, ${NOTHING}
    from stat_event d
    join lateral (select n.day, n.dimensions->>'outcome' as outcome from stat_event n where n.pseudonym = d.pseudonym
      and n.event = 'dossier.decided' and n.at > d.at order by n.at, n.id limit 1) n on true
    where d.event = 'dossier.decided' and d.dimensions->>'outcome' = 'refused'`,
  S6: `select v.day, (select count(*) from stat_event d where d.pseudonym = v.pseudonym and d.event = 'dossier.decided'
        and d.at <= v.at) as num, 1 as den, ${NOTHING}
    from stat_event v where v.event = 'dossier.verified'`,
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
    select day, 1 as num, 1 as den, value as hours, working_hours(at - value * interval '1 hour', at) as working, '{}'::jsonb as dims
    from first_decision`,
  V1_24h: `with ${FIRST_DECISION} select day, (value < 24)::int as num, 1 as den, ${NOTHING} from first_decision`,
  S4: `select r.day, 1 as num, 1 as den, extract(epoch from r.at - d.at) / 3600 as hours,
      working_hours(d.at, r.at) as working, '{}'::jsonb as dims
    from stat_event d
    join lateral (select r.day, r.at from stat_event r where r.pseudonym = d.pseudonym and r.event = 'dossier.resubmitted'
      and r.at > d.at order by r.at limit 1) r on true
    where d.event = 'dossier.decided' and d.dimensions->>'outcome' = 'refused'`,
  V4: `select v.day, 1 as num, 1 as den, extract(epoch from v.at - u.at) / 3600 as hours,
      working_hours(u.at, v.at) as working, '{}'::jsonb as dims
    from stat_event v
    join stat_event u on u.pseudonym = v.pseudonym and u.event = 'file.first_upload' and u.at <= v.at
    where v.event = 'dossier.verified'`,
  V3_no_touch: `select v.day, (not exists (select from stat_event d where d.pseudonym = v.pseudonym
        and d.event = 'dossier.decided' and d.at <= v.at))::int as num, 1 as den, ${NOTHING}
    from stat_event v where v.event = 'dossier.verified'`,
} as const satisfies Readonly<Record<IndicatorId, string>>;
