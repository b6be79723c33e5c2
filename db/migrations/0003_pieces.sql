-- Pieces, their revisions, their files, and what machines say of them.

create table piece (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  category text not null check (category in ('identity','home','activity','income','tax','guarantee','company')),
  situation text not null,
  amount integer check (amount >= 0),
  text text check (char_length(text) <= 2000),
  cannot_provide boolean not null default false,
  statement_at timestamptz,
  rev integer not null,
  saved_on date not null,
  status text not null check (status in ('started','to_review','to_correct','accepted')),
  level text check (level in ('declared','consistent','sealed','checked')),
  position integer not null default 0,
  created_at timestamptz not null
);
create unique index piece_one_per_category on piece (person_id, category) where category <> 'income';
create index piece_person on piece (person_id);

create table piece_revision (
  piece_id uuid not null references piece on delete cascade,
  rev integer not null,
  cause text not null check (cause in ('saved','file_added','file_removed','coherence','identity','look_again','contested','reopened','imported')),
  at timestamptz not null,
  actor uuid,
  content jsonb not null,
  note text check (char_length(note) <= 2000),
  primary key (piece_id, rev)
);

-- A file's data key is wrapped here and nowhere else: nulling `wrapped_key` makes its blobs unreadable for good.
create table file (
  id uuid primary key,
  piece_id uuid not null references piece on delete cascade,
  position integer not null,
  state text not null check (state in ('received','ready','rejected','removed')),
  code text,
  type text not null check (type in ('pdf','jpeg','png','webp','heic','tiff')),
  size integer not null,
  sha256 bytea not null,
  pages integer,
  name_sealed text,
  wrapped_key text,
  key_version integer,
  original_address text not null,
  working_address text,
  working_type text,
  preview_address text,
  facts_address text,
  password_sealed text,
  upload_key text,
  tries integer not null default 0,
  examined_at timestamptz,
  created_at timestamptz not null,
  removed_at timestamptz
);
create index file_piece on file (piece_id, position);
create unique index file_upload_key on file (piece_id, upload_key) where upload_key is not null;
create index file_key_version on file (key_version, id) where wrapped_key is not null;

create table examination (
  piece_id uuid not null references piece on delete cascade,
  rev integer not null,
  state text not null check (state in ('waiting','done','given_up')),
  waiting_since timestamptz not null,
  done_at timestamptz,
  primary key (piece_id, rev)
);

create table finding (
  id uuid primary key,
  piece_id uuid not null references piece on delete cascade,
  rev integer not null,
  rule text not null,
  version integer not null,
  outcome text not null check (outcome in ('passed','failed','inconclusive')),
  level text not null check (level in ('info','warn','critical')),
  audience text not null check (audience in ('tenant','agent')),
  evidence jsonb not null,
  params jsonb not null,
  created_at timestamptz not null
);
create index finding_piece on finding (piece_id, rev);

create table explanation (
  piece_id uuid not null references piece on delete cascade,
  rev integer not null,
  rule text not null,
  text text not null check (char_length(text) between 1 and 2000),
  by_account uuid not null,
  at timestamptz not null,
  primary key (piece_id, rev, rule)
);

-- Keyed hashes that find the same paper under another name; no content; gone with the file.
create table fingerprint (
  file_id uuid not null references file on delete cascade,
  kind text not null check (kind in ('bytes','text','figures','layout')),
  band smallint not null default 0,
  hash bytea not null,
  primary key (file_id, kind, band)
);
create index fingerprint_hash on fingerprint (kind, hash);

-- Addresses whose bytes must go; their keys are already destroyed when a row comes here.
create table blob_to_erase (
  address text primary key,
  since timestamptz not null,
  tries integer not null default 0,
  next_at timestamptz not null
);
create index blob_to_erase_next on blob_to_erase (next_at);
