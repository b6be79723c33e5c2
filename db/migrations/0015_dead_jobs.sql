-- Jobs of the worker that failed for good, until they are played again or a later job of the same does what they should have done.
-- Ids and codes only: no name, no text.
create table dead_job (
  id uuid primary key,
  name text not null check (name in ('file.prepare','copy.prepare','piece.examine','export.prepare')),
  payload jsonb not null,
  code text not null check (code in ('antivirus_unavailable','engine_failed','file_unreadable','worker_lost','unexpected')),
  failures integer not null default 1,
  first_failed_at timestamptz not null default now(),
  failed_at timestamptz not null default now(),
  unique (name, payload)
);
create index dead_job_failed on dead_job (failed_at);
