-- What people may ask of their data, and what leaves by itself.

-- The mail of a warning: the end waits until it went, not until it was written.
alter table notice_sent add column outbox_id uuid;

-- Receipts are also written outside the database, so that a restored backup can be brought up to date.
alter table erasure_receipt add column journaled_at timestamptz;
create index erasure_receipt_journal on erasure_receipt (at, id) where journaled_at is null;
create index erasure_receipt_subject on erasure_receipt (subject_hash);

-- Everything held about one person, packed at their wish; encrypted under its own key, erased after a week or with the account.
create table data_export (
  id uuid primary key,
  account_id uuid not null references account on delete cascade,
  state text not null check (state in ('waiting','ready','failed','gone')),
  address text,
  wrapped_key text,
  key_version integer,
  size bigint,
  requested_at timestamptz not null,
  ready_at timestamptz,
  expires_at timestamptz
);
create index data_export_account on data_export (account_id, requested_at);
