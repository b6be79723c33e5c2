-- What happened, what must leave, who looked, and what is counted.

create table event (
  id uuid primary key,
  at timestamptz not null,
  actor uuid,
  dossier_id uuid,
  person_id uuid,
  type text not null,
  data jsonb not null default '{}'
);
create index event_dossier on event (dossier_id, at);
create index event_type on event (type, at);

-- Payloads hold ids, never names: the mail is written when it leaves.
create table outbox (
  id uuid primary key,
  channel text not null check (channel in ('mail')),
  topic text not null,
  payload jsonb not null,
  about uuid,
  state text not null check (state in ('waiting','sent','void','dead')),
  tries integer not null default 0,
  next_at timestamptz not null,
  failure text,
  created_at timestamptz not null,
  done_at timestamptz
);
create index outbox_next on outbox (next_at) where state = 'waiting';
create index outbox_about on outbox (about);

-- Mails of an instance without mail server, read under /dev. Erased with the account they were sent to.
create table dev_mail (
  id uuid primary key,
  recipient text not null,
  subject text not null,
  html text not null,
  text text not null,
  reply_to text,
  message_id text not null unique,
  at timestamptz not null
);
create index dev_mail_recipient on dev_mail (recipient);

-- Warnings sent, so that each is due once per state that causes it.
create table notice_sent (
  subject_id uuid not null,
  kind text not null,
  about timestamptz not null,
  sent_at timestamptz not null,
  primary key (subject_id, kind, about)
);

create table access_log (
  seq bigint generated always as identity primary key,
  at timestamptz not null,
  account_id uuid,
  role text not null,
  act text not null,
  subject_kind text not null,
  subject_id text not null,
  purpose text,
  purpose_id text,
  result text not null check (result in ('allowed','denied')),
  network text not null,
  prev_hash bytea not null,
  hash bytea not null
);
create index access_log_subject on access_log (subject_kind, subject_id);

create table erasure_receipt (
  id uuid primary key,
  subject_hash bytea not null,
  kind text not null,
  at timestamptz not null,
  partner_ids uuid[] not null default '{}'
);

-- Milestones for public figures: no identifier of a visitor; a yearly keyed pseudonym of the dossier or account.
create table stat_event (
  id uuid primary key,
  day date not null,
  at timestamptz not null,
  event text not null,
  pseudonym text not null,
  dimensions jsonb not null default '{}',
  value numeric
);
create index stat_event_event on stat_event (event, day);
create index stat_event_pseudonym on stat_event (pseudonym, event);

create table stat_key (
  year integer primary key,
  key bytea not null
);

create table stat_indicator (
  period_start date not null,
  period_end date not null,
  granularity text not null,
  indicator text not null,
  definition_version integer not null,
  dimension text not null,
  modality text not null,
  value numeric,
  numerator integer,
  denominator integer,
  low numeric,
  high numeric,
  unit text not null,
  status text not null,
  built_at timestamptz not null,
  primary key (period_start, granularity, indicator, definition_version, dimension, modality)
);

create table public_counter (
  day date not null,
  name text not null,
  hits integer not null,
  primary key (day, name)
);
