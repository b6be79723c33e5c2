-- Accounts, their ways to sign in, their sessions. SQL for PostgreSQL 15 and later.
-- E-mail addresses are lower-cased text; dates are civil days in Europe/Paris; ids are UUIDv7.

create table account (
  id uuid primary key,
  email text unique check (email = lower(email)),
  email_verified_at timestamptz,
  password_hash text,
  locale text not null,
  terms_version text not null,
  terms_accepted_at timestamptz not null,
  fc_sub text unique,
  fc_identity jsonb,
  totp_sealed text,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  muted_mails text[] not null default '{}',
  disabled_at timestamptz,
  deletion_due_at timestamptz,
  last_contact_at timestamptz not null,
  created_at timestamptz not null
);

create table account_role (
  account_id uuid not null references account on delete cascade,
  role text not null check (role in ('tenant','guarantor','landlord','helper','reviewer','admin')),
  given_by uuid,
  given_at timestamptz not null,
  primary key (account_id, role)
);

create table passkey (
  id text primary key,
  account_id uuid not null references account on delete cascade,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  label text not null,
  created_at timestamptz not null,
  used_at timestamptz
);
create index passkey_account on passkey (account_id);

-- Anonymous sessions have no account. `state` holds what a browser is in the middle of (a sign-in elsewhere, a challenge).
create table session (
  id uuid primary key,
  token_hash bytea not null unique,
  account_id uuid references account on delete cascade,
  kind text not null check (kind in ('anonymous','member','agent')),
  remember boolean not null,
  second_factor_at timestamptz,
  proved_at timestamptz,
  device text not null,
  network text not null,
  state jsonb not null default '{}',
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_account on session (account_id);
create index session_expires on session (expires_at);

-- One-time links sent by mail, stored hashed.
create table mail_token (
  id uuid primary key,
  token_hash bytea not null unique,
  account_id uuid not null references account on delete cascade,
  purpose text not null check (purpose in ('confirm','reset','sign_in','change_email','cancel_change','keep')),
  email text,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null
);
create index mail_token_account on mail_token (account_id, purpose);

-- Six-digit codes sent to an address, for a proof of control of an account.
create table account_code (
  id uuid primary key,
  account_id uuid not null references account on delete cascade,
  purpose text not null,
  code_hash bytea not null,
  tries smallint not null default 0,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null
);
create index account_code_account on account_code (account_id, purpose);

create table rate_counter (
  key text primary key,
  window_started_at timestamptz not null,
  expires_at timestamptz not null,
  hits integer not null
);
create index rate_counter_expires on rate_counter (expires_at);
