-- What agents do.

create table review_case (
  id uuid primary key,
  dossier_id uuid not null references dossier on delete cascade,
  person_ids uuid[] not null,
  pass_no integer not null,
  kind text not null check (kind in ('first','correction','dispute','expert','fraud')),
  lane text not null default 'full' check (lane in ('full','light')),
  submitted_at timestamptz not null,
  first_submitted_at timestamptz not null,
  due_at timestamptz not null,
  effective_due_at timestamptz not null,
  excluded_reviewers uuid[] not null default '{}',
  reserved_for uuid,
  reserved_until timestamptz,
  state text not null check (state in ('blocked','waiting','leased','parked','decided','closed','cancelled')),
  blocked_cause text,
  version integer not null default 1,
  decided_at timestamptz,
  created_at timestamptz not null
);
create index review_case_next on review_case (state, lane, effective_due_at, id);
create index review_case_dossier on review_case (dossier_id);

create table lease (
  case_id uuid primary key references review_case on delete cascade,
  account_id uuid not null unique references account on delete cascade,
  token uuid not null unique,
  expires_at timestamptz not null,
  heartbeat_at timestamptz not null,
  started_at timestamptz not null
);
create index lease_expires on lease (expires_at);

create table decision_draft (
  case_id uuid not null references review_case on delete cascade,
  piece_id uuid not null references piece on delete cascade,
  account_id uuid not null,
  rev integer not null,
  outcome text not null check (outcome in ('accept','refuse')),
  reasons jsonb not null,
  comment text check (char_length(comment) <= 2000),
  saved_at timestamptz not null,
  primary key (case_id, piece_id)
);

create table page_seen (
  case_id uuid not null references review_case on delete cascade,
  account_id uuid not null,
  file_id uuid not null,
  page integer not null,
  at timestamptz not null,
  primary key (case_id, account_id, file_id, page)
);

-- Append-only. `undone_at` is set by a later act, nothing else changes. No effect before `effective_at`.
create table decision (
  id uuid primary key,
  case_id uuid,
  piece_id uuid not null references piece on delete cascade,
  rev integer not null,
  file_hashes text[] not null default '{}',
  outcome text not null check (outcome in ('accept','refuse')),
  reasons jsonb not null default '[]',
  catalogue_version integer not null,
  comment text check (char_length(comment) <= 2000),
  declared_amount integer,
  checked_amount integer,
  region jsonb,
  machine_suggestion text,
  seconds_in_focus integer,
  pages_shown integer,
  account_id uuid,
  kind text not null check (kind in ('human','seal')),
  seal_issuer text,
  at timestamptz not null,
  effective_at timestamptz not null,
  undone_at timestamptz,
  check ((kind = 'human') = (account_id is not null))
);
create index decision_piece on decision (piece_id, rev);
create index decision_case on decision (case_id);
