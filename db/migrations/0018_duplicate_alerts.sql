-- Agents who are told when one paper stands in the dossiers of two people; they alone see where.
alter table account_role drop constraint account_role_role_check;
alter table account_role add constraint account_role_role_check
  check (role in ('tenant','guarantor','landlord','helper','reviewer','fraud_referent','admin'));

-- Ids only. What is equal is read from the fingerprints each time: nothing outlives either paper.
create table duplicate_alert (
  id uuid primary key,
  piece_id uuid not null references piece on delete cascade,
  other_piece_id uuid not null references piece on delete cascade,
  made_at timestamptz not null,
  outcome text check (outcome in ('one_household','nothing_to_follow','to_follow')),
  looked_at timestamptz,
  looked_by uuid,
  check (piece_id <> other_piece_id),
  check ((outcome is null) = (looked_at is null))
);
create unique index duplicate_alert_pair on duplicate_alert
  (least(piece_id, other_piece_id), greatest(piece_id, other_piece_id));
create index duplicate_alert_other on duplicate_alert (other_piece_id);
