-- What keeps itself up to date: mailboxes, agendas, social accounts, feeds. One row each, with the truth about its last reading.
create table connections (
  id uuid primary key,
  kind text not null check (kind in ('imap', 'caldav', 'ical', 'bluesky', 'mastodon', 'feed', 'discourse')),
  name text not null check (length(name) between 1 and 300),
  -- Null: the firm's own, for everybody.
  owner_user_id uuid references users (id) on delete cascade,
  source_number smallint references sources (number),
  settings jsonb not null default '{}',
  -- Password or tokens, sealed with a key that lies outside the database.
  sealed text,
  is_paused boolean not null default false,
  problem text,
  problem_detail text,
  problem_since timestamptz,
  failures integer not null default 0,
  tried_at timestamptz,
  succeeded_at timestamptz,
  next_run_at timestamptz,
  -- When the newest thing that it brought happened, and the longest usual wait between two of them.
  heard_at timestamptz,
  longest_gap_seconds double precision,
  quiet_told_at timestamptz,
  read_count bigint not null default 0,
  -- Whoever reads now; a worker that was frozen finds another one's name here and is refused.
  lease uuid,
  leased_until timestamptz,
  watched_by uuid,
  watched_until timestamptz,
  version integer not null default 1,
  created_by uuid references users (id) on delete set null,
  created_at timestamptz not null,
  deleted_at timestamptz
);
create index connections_owner_idx on connections (owner_user_id) where deleted_at is null;
create index connections_due_idx on connections (next_run_at) where deleted_at is null and not is_paused;

-- The folders, calendars or streams of a connection, and how far each was read.
create table connection_places (
  connection_id uuid not null references connections (id) on delete cascade,
  place text not null check (length(place) between 1 and 2000),
  name text not null,
  role text,
  is_wanted boolean not null default true,
  cursor jsonb,
  done bigint not null default 0,
  total bigint,
  problem text,
  primary key (connection_id, place)
);

-- What could not be read: why, where, and the raw bytes to look at.
create table connection_failures (
  connection_id uuid not null references connections (id) on delete cascade,
  place text not null,
  position text not null,
  problem text not null,
  raw bytea,
  at timestamptz not null,
  primary key (connection_id, place, position)
);
