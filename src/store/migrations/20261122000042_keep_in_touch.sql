-- Whom somebody wants to keep in touch with. When that is due follows from real contact, whatever way it came in: nothing here counts.
create table keep_in_touch (
  id uuid primary key,
  party_id uuid references parties (id) on delete cascade,
  group_id uuid references groups (id) on delete cascade,
  -- Who looks after it.
  user_id uuid not null references users (id) on delete cascade,
  -- Null: the tie's own rhythm.
  every_days integer check (every_days between 1 and 3650),
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  check ((party_id is null) <> (group_id is null))
);
create unique index keep_in_touch_party on keep_in_touch (party_id, user_id) where deleted_at is null and party_id is not null;
create unique index keep_in_touch_group on keep_in_touch (group_id, user_id) where deleted_at is null and group_id is not null;
create index keep_in_touch_user on keep_in_touch (user_id) where deleted_at is null;
