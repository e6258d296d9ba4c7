-- What colleagues write down about a relation, whom they name in it, and the files that hang on anything of a relation.
create table notes (
  id uuid primary key,
  party_id uuid not null references parties (id) on delete cascade,
  author_id uuid not null references users (id),
  -- The document as contract/rich-text.ts lets it through; never HTML.
  body jsonb not null,
  -- Its words: what is shown short, and (lower case, without accents) what search looks in.
  plain_text text not null,
  search_text text not null,
  -- Only its author knows that it exists.
  is_private boolean not null default false,
  pinned_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz
);
create index notes_party on notes (party_id, created_at desc, id desc) where deleted_at is null;
create index notes_pinned on notes (party_id, pinned_at desc) where pinned_at is not null and deleted_at is null;
create index notes_search on notes using gin (search_text gin_trgm_ops) where deleted_at is null;

create table mentions (
  note_id uuid not null references notes (id) on delete cascade,
  user_id uuid not null references users (id) on delete cascade,
  primary key (note_id, user_id)
);
create index mentions_user on mentions (user_id);

create table files (
  id uuid primary key,
  party_id uuid not null references parties (id) on delete cascade,
  -- What it hangs on; who may see that may see the file.
  noun text not null check (noun in ('party', 'note', 'interaction')),
  record_id uuid not null,
  name text not null check (length(name) between 1 and 255),
  size_bytes bigint not null,
  -- As its first bytes say, whatever its name says.
  media_type text not null,
  sha256 bytea not null,
  -- Random: where it lies under the data folder tells nothing.
  storage_key text not null unique,
  uploaded_by uuid references users (id),
  created_at timestamptz not null,
  deleted_at timestamptz
);
create index files_record on files (record_id, created_at, id) where deleted_at is null;
create index files_party on files (party_id, created_at desc, id desc) where deleted_at is null;
create index files_deleted on files (deleted_at) where deleted_at is not null;
