-- A list somebody kept under a name: which columns, whom, in what order and by what it is grouped.
create table views (
  id uuid primary key,
  owner_id uuid not null references users (id) on delete cascade,
  name text not null check (length(name) between 1 and 100),
  is_shared boolean not null default false,
  -- {"columns","filter","sort","order","group","q"}, as contract/views.ts has it.
  definition jsonb not null,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz
);
create index views_owner on views (owner_id, created_at) where deleted_at is null;
create index views_shared on views (created_at) where is_shared and deleted_at is null;

-- What is done to thousands of relations at once: whom it concerns is settled when it is asked for, so that it can be left
-- and found again, and goes on after a restart where it was.
create table bulk_acts (
  id uuid primary key,
  user_id uuid not null references users (id) on delete cascade,
  act jsonb not null,
  party_ids uuid[] not null,
  -- All of it is undone in one go.
  batch_id uuid not null,
  status text not null check (status in ('waiting', 'running', 'done', 'failed')),
  -- How many of them were seen to, and how many of those were changed by it.
  seen integer not null default 0,
  changed integer not null default 0,
  created_at timestamptz not null,
  finished_at timestamptz
);
create index bulk_acts_user on bulk_acts (user_id, created_at desc);

-- Who took a list out of the house, which and how many rows.
create table exports (
  id uuid primary key,
  user_id uuid not null references users (id) on delete cascade,
  what jsonb not null,
  row_count integer,
  at timestamptz not null
);
create index exports_at on exports (at desc);
