-- What a user is told of. A row says what it is about, never what that says: words are read from the record itself, at the moment
-- of reading, and only when its reader may see it then.
create table notifications (
  id uuid primary key,
  user_id uuid not null references users (id) on delete cascade,
  kind text not null check (kind in ('mention', 'task-due', 'task-assigned', 'promise-due', 'keep-in-touch', 'import-done', 'import-failed')),
  -- The matter: told once.
  key text not null,
  party_id uuid references parties (id) on delete cascade,
  noun text not null check (noun in ('note', 'task', 'promise', 'party', 'import')),
  record_id uuid not null,
  by_user uuid references users (id),
  at timestamptz not null,
  read_at timestamptz,
  unique (user_id, key)
);
create index notifications_of on notifications (user_id, at desc, id desc);
create index notifications_unread on notifications (user_id, kind) where read_at is null;
create index notifications_old on notifications (at);

-- Only what differs from the way a kind is told when nobody said.
create table notification_ways (
  user_id uuid not null references users (id) on delete cascade,
  kind text not null,
  in_app boolean not null,
  push boolean not null,
  mail boolean not null,
  primary key (user_id, kind)
);

-- Browsers that want to be told.
create table push_subscriptions (
  id uuid primary key,
  user_id uuid not null references users (id) on delete cascade,
  endpoint text not null unique,
  p256dh text not null,
  auth text not null,
  browser text,
  created_at timestamptz not null
);
create index push_subscriptions_user on push_subscriptions (user_id);

-- One mail a user and a day of the firm's calendar at most.
create table digests (
  user_id uuid not null references users (id) on delete cascade,
  day date not null,
  claimed_at timestamptz not null,
  sent_at timestamptz,
  primary key (user_id, day)
);

-- What only this house may read; the key lies outside the database.
create table sealed_secrets (
  name text primary key,
  sealed text not null,
  created_at timestamptz not null
);

-- A calendar that follows along, by a link nobody can guess: found by its hash, shown again from its sealed self.
create table calendar_feeds (
  user_id uuid primary key references users (id) on delete cascade,
  token_hash bytea not null unique,
  sealed text not null,
  created_at timestamptz not null,
  read_at timestamptz
);
create index parties_birthday on parties (id) where birthday is not null and deleted_at is null;
