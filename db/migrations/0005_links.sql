-- Who may see the dossier, who did, and the copies that left.

create table link (
  id uuid primary key,
  dossier_id uuid not null references dossier on delete cascade,
  made_by uuid not null,
  kind text not null check (kind in ('url','mail','candidacy','partner')),
  scope text not null check (scope in ('full','summary','proof')),
  title text not null check (char_length(title) between 1 and 100),
  door text not null check (door in ('listed_address','any_address','none')),
  token_hash bytea not null unique,
  token_sealed text not null,
  copies_allowed boolean not null,
  message text check (char_length(message) <= 2000),
  rent integer,
  charges integer,
  multiple numeric,
  expires_at timestamptz not null,
  paused_at timestamptz,
  revoked_at timestamptz,
  ended_cause text,
  last_sent_at timestamptz,
  created_at timestamptz not null
);
create index link_dossier on link (dossier_id, created_at);

create table link_address (
  link_id uuid not null references link on delete cascade,
  email text not null check (email = lower(email)),
  primary key (link_id, email)
);

create table link_code (
  id uuid primary key,
  link_id uuid not null references link on delete cascade,
  email text not null,
  code_hash bytea,
  tries smallint not null default 0,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null
);
create index link_code_link on link_code (link_id, email, created_at);

create table link_session (
  id uuid primary key,
  link_id uuid not null references link on delete cascade,
  token_hash bytea not null unique,
  email text,
  created_at timestamptz not null,
  expires_at timestamptz not null
);

create table visit (
  id uuid primary key,
  dossier_id uuid not null references dossier on delete cascade,
  link_id uuid references link on delete cascade,
  account_id uuid,
  kind text not null check (kind in ('page','piece','pdf','zip','json','agent','member','helper')),
  piece_id uuid,
  recipient text,
  network text not null,
  trace_code text,
  at timestamptz not null
);
create index visit_dossier on visit (dossier_id, at);
create index visit_link on visit (link_id, at);

-- One watermarked copy for one recipient, revision and day. After erasure the row stays as a stub that `/verifier` can answer from.
create table copy (
  id uuid primary key,
  dossier_id uuid,
  link_id uuid,
  account_id uuid,
  piece_id uuid,
  kind text not null check (kind in ('dossier','piece','pages')),
  recipient text not null,
  content_rev integer not null,
  piece_rev integer,
  day date not null,
  locale text not null,
  trace_code text not null,
  state text not null check (state in ('waiting','ready','failed','gone')),
  failure text,
  tries integer not null default 0,
  address text,
  wrapped_key text,
  key_version integer,
  size integer,
  sha256 bytea,
  pages integer,
  page_sizes jsonb,
  issued jsonb,
  requested_at timestamptz not null,
  ready_at timestamptz
);
create unique index copy_current on copy (kind, coalesce(link_id, account_id), recipient, coalesce(piece_id, dossier_id), content_rev, day, locale)
  where state in ('waiting','ready');
create index copy_trace on copy (trace_code);
create index copy_dossier on copy (dossier_id);
