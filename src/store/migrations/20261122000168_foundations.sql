-- What relations stand on. The kinds: three that come with the program and what the firm adds.
create table foundation_kinds (
  key text primary key check (key ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  -- Null for the shipped ones, which messages name.
  label text check (length(label) between 1 and 80),
  place smallint not null,
  version integer not null default 1,
  deleted_at timestamptz
);
insert into foundation_kinds (key, label, place) values ('brand', null, 1), ('price', null, 2), ('personal', null, 3);

-- What somebody said, or answered, about why they are with us. Never changed by a later one.
create table foundation_statements (
  id uuid primary key,
  party_id uuid not null references parties (id) on delete cascade,
  kind text not null references foundation_kinds (key),
  ground text not null check (ground in ('said', 'survey')),
  words text check (length(words) <= 2000),
  -- A familiar face, or family: between this colleague and this person of theirs. Family only where one of them said so.
  face text check (face in ('familiar', 'family')),
  colleague_id uuid references parties (id) on delete set null,
  said_by uuid references parties (id) on delete set null,
  -- Family: who of the two said it, and what it is needed for.
  told_by text check (told_by in ('them', 'us')),
  needed_for text check (length(needed_for) <= 500),
  said_at timestamptz not null,
  author_id uuid references users (id),
  version integer not null default 1,
  created_at timestamptz not null,
  deleted_at timestamptz,
  check (face is distinct from 'family' or (told_by is not null and needed_for is not null and length(needed_for) > 0)),
  check (face is null or kind = 'personal')
);
create index foundation_statements_party on foundation_statements (party_id, said_at desc, id desc) where deleted_at is null;
create index foundation_statements_kind on foundation_statements (kind) where deleted_at is null;

-- The reading as it is now: of relations that have something of their own to read it from.
create table party_foundations (
  party_id uuid primary key references parties (id) on delete cascade,
  -- {"brand": .2, "price": .1, "personal": .7}, adding to 1.
  shares jsonb not null,
  uncertainty double precision not null check (uncertainty between 0 and 1),
  n integer not null,
  ground text not null check (ground in ('said', 'survey', 'choices', 'segment')),
  -- The largest share, for lists.
  largest text not null,
  reasons jsonb not null default '[]',
  as_of timestamptz not null
);
create index party_foundations_largest on party_foundations (largest, party_id);
create index party_foundations_as_of on party_foundations (as_of);

-- Readings as they were: a new one stands beside the old, with when and who.
create table foundation_readings (
  id uuid primary key,
  party_id uuid not null references parties (id) on delete cascade,
  shares jsonb not null,
  uncertainty double precision not null,
  n integer not null,
  ground text not null,
  -- Null: the house itself, from orders or with time.
  user_id uuid references users (id),
  at timestamptz not null
);
create index foundation_readings_party on foundation_readings (party_id, at desc, id desc);

-- Relations whose reading is behind.
create table stale_foundations (
  party_id uuid primary key references parties (id) on delete cascade,
  at timestamptz not null
);
create index stale_foundations_at on stale_foundations (at, party_id);
