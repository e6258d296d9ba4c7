-- Where a contact moment can be read: the post itself. Https only, whatever the source says.
alter table interactions add column link text check (link is null or (link like 'https://%' and length(link) <= 2000));

-- What a relation published to everybody, read from its feed: a fact of theirs, no contact with us.
create table publications (
  id uuid primary key,
  party_id uuid not null references parties (id) on delete cascade,
  connection_id uuid references connections (id) on delete set null,
  -- What the feed calls it, so that the same again is the same.
  source_key text not null check (length(source_key) between 1 and 500),
  published_at timestamptz not null,
  fetched_at timestamptz not null,
  title text not null check (length(title) between 1 and 500),
  summary text check (length(summary) <= 500),
  link text check (link is null or (link like 'https://%' and length(link) <= 2000)),
  unique (party_id, source_key)
);
create index publications_party on publications (party_id, published_at desc, id desc);
