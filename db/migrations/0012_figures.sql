-- Public figures: milestones that count once, the calendar of working hours, and the published files.

delete from stat_event later using stat_event earlier
  where later.pseudonym = earlier.pseudonym and later.event = earlier.event and later.id > earlier.id
    and coalesce(later.dimensions->>'category', '') = coalesce(earlier.dimensions->>'category', '')
    and later.event in ('account.created','account.confirmed','dossier.created','identity.filled','category.satisfied',
      'file.first_upload','dossier.completed','dossier.submitted','dossier.verified','link.created');

-- Distinct counts never count events twice: the same list stands in features/stats/record-milestone.ts.
create unique index stat_event_once on stat_event (pseudonym, event, (coalesce(dimensions->>'category', '')))
  where event in ('account.created','account.confirmed','dossier.created','identity.filled','category.satisfied',
    'file.first_upload','dossier.completed','dossier.submitted','dossier.verified','link.created');

-- Written by the job of figures from domain/dates: minutes of the Paris day, null when closed all day; hours worked before that day.
create table working_day (
  day date primary key,
  opens_minute integer,
  closes_minute integer,
  hours_before numeric not null,
  check ((opens_minute is null) = (closes_minute is null))
);

-- Working hours between two instants; null when a day is not in the calendar.
create function working_hours(since timestamptz, until timestamptz) returns numeric language sql stable as $$
  select sum(side.sign * (calendar.hours_before + coalesce(
      least(greatest(extract(epoch from side.local - calendar.day) / 60 - calendar.opens_minute, 0),
            calendar.closes_minute - calendar.opens_minute) / 60, 0)))
    from (values (-1, since at time zone 'Europe/Paris'), (1, until at time zone 'Europe/Paris')) as side (sign, local)
    join working_day calendar on calendar.day = side.local::date
    having count(*) = 2
$$;

-- The files of /stats/data as they were last published.
create table open_data_file (
  name text primary key,
  type text not null,
  body text not null,
  etag text not null,
  published_at timestamptz not null
);
