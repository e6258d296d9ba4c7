-- The drop address: mail that one sends there in copy, or forwards, is read as one's own.
alter table connections drop constraint connections_kind_check;
alter table connections add constraint connections_kind_check
  check (kind in ('imap', 'caldav', 'ical', 'bluesky', 'mastodon', 'feed', 'discourse', 'drop'));

create table drop_addresses (
  connection_id uuid primary key references connections (id) on delete cascade,
  user_id uuid not null unique references users (id) on delete cascade,
  token_hash bytea not null unique,
  token_sealed text not null,
  created_at timestamptz not null
);

-- Taken in and not read yet; gone once it is stored, or set aside with its reason.
create table drop_messages (
  id uuid primary key,
  connection_id uuid not null references connections (id) on delete cascade,
  at timestamptz not null,
  raw bytea not null
);
create index drop_messages_waiting on drop_messages (at, id);
create index drop_messages_recent on drop_messages (connection_id, at);
