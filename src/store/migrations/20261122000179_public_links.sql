-- Pages that somebody outside opens by a secret link, without signing in: one living link per record.
create table public_links (
  id uuid primary key,
  kind text not null check (kind in ('report', 'survey')),
  record_id uuid not null,
  -- The address holds 256 random bits; only their hash is kept, so nobody can read a link back, we neither.
  token_hash bytea not null unique,
  created_by uuid references users (id) on delete set null,
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  last_opened_at timestamptz
);
create unique index public_links_living on public_links (kind, record_id) where revoked_at is null;
create index public_links_of_record on public_links (kind, record_id, created_at desc);
