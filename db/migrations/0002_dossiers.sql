-- The dossier, the people in it, who may act for whom, and their consents.

create table dossier (
  id uuid primary key,
  kind text not null check (kind in ('alone','couple','flatshare')),
  lead_person_id uuid,
  message text check (char_length(message) <= 2000),
  message_by uuid,
  message_at timestamptz,
  content_rev integer not null default 1,
  status text not null check (status in ('incomplete','complete','in_review','to_correct','verified','archived')),
  status_since timestamptz not null,
  closed_at timestamptz,
  created_at timestamptz not null
);

create table person (
  id uuid primary key,
  dossier_id uuid not null references dossier on delete cascade,
  role text not null check (role in ('tenant','guarantor')),
  guarantor_kind text check (guarantor_kind in ('natural','company','organism')),
  supports_person_id uuid references person,
  position integer not null,
  filed_for text not null default 'self' check (filed_for in ('self','other')),
  first_names text not null default '',
  birth_name text not null default '',
  used_name text,
  single_name boolean not null default false,
  legal_name text,
  representative_first_names text,
  representative_name text,
  contact_email text check (contact_email = lower(contact_email)),
  has_no_email boolean not null default false,
  postcode text,
  country text not null default 'FR',
  relation text,
  tax_skipped boolean not null default false,
  no_guarantor boolean not null default false,
  submitted_at timestamptz,
  archived_at timestamptz,
  set_aside_at timestamptz,
  status text not null check (status in ('incomplete','complete','in_review','to_correct','verified','archived')),
  status_since timestamptz not null,
  created_at timestamptz not null,
  check ((role = 'guarantor') = (supports_person_id is not null and guarantor_kind is not null))
);
create index person_dossier on person (dossier_id, position);
create index person_supports on person (supports_person_id);
alter table dossier add constraint dossier_lead foreign key (lead_person_id) references person deferrable initially deferred;

-- None, one or two natural guarantors, or one company, or one organism; never mixed. Also held against a direct insert.
create function check_guarantor_mix() returns trigger language plpgsql as $$
declare
  kinds text[];
begin
  if new.role <> 'guarantor' or new.set_aside_at is not null then
    return new;
  end if;
  perform 1 from person where id = new.supports_person_id for update;
  select coalesce(array_agg(guarantor_kind), '{}') into kinds from person
    where supports_person_id = new.supports_person_id and id <> new.id and set_aside_at is null;
  if cardinality(kinds) = 0 then
    return new;
  end if;
  if new.guarantor_kind = 'natural' and kinds = array['natural'] then
    return new;
  end if;
  raise exception 'guarantor_mix' using errcode = 'check_violation';
end $$;
create trigger guarantor_mix before insert or update of supports_person_id, guarantor_kind, set_aside_at, role on person
  for each row execute function check_guarantor_mix();

-- Who may act for whom, on what ground.
create table access (
  person_id uuid not null references person on delete cascade,
  account_id uuid not null references account on delete cascade,
  basis text not null check (basis in ('self','declarant','spouse','helper')),
  rights text[] not null,
  since timestamptz not null,
  until timestamptz,
  revoked_at timestamptz,
  primary key (person_id, account_id, basis)
);
create index access_account on access (account_id);

create table invitation (
  id uuid primary key,
  dossier_id uuid not null references dossier on delete cascade,
  person_id uuid references person on delete cascade,
  kind text not null check (kind in ('spouse','flatmate','guarantor','helper','beneficiary')),
  email text not null check (email = lower(email)),
  rights text[] not null default '{}',
  days integer,
  token_hash bytea not null unique,
  invited_by uuid not null,
  state text not null check (state in ('sent','opened','accepted','declined','cancelled')),
  expires_at timestamptz not null,
  sent_at timestamptz not null,
  answered_at timestamptz,
  created_at timestamptz not null
);
create index invitation_dossier on invitation (dossier_id);

create table consent (
  id uuid primary key,
  account_id uuid not null references account on delete cascade,
  person_id uuid references person on delete cascade,
  purpose text not null,
  text_version text not null,
  given_at timestamptz not null,
  withdrawn_at timestamptz
);
create index consent_account on consent (account_id, purpose);
create index consent_person on consent (person_id, purpose);
