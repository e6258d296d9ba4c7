-- Calendar resources of other houses as they were last seen there, each with all its occurrences in one text.
create table calendar_objects (
  id uuid primary key,
  connection_id uuid not null references connections (id) on delete cascade,
  place text not null check (length(place) between 1 and 2000),
  -- Null: made here and not yet there.
  href text,
  etag text,
  uid text not null,
  raw text,
  is_recurring boolean not null default false,
  -- What still has to be told there: waiting, clash (it was changed there as well), refused. Null: the two are the same.
  push_state text check (push_state in ('waiting', 'clash', 'refused')),
  push_problem text,
  push_tries integer not null default 0,
  push_after timestamptz,
  told_at timestamptz,
  -- Counts what is done to it here, so that a push knows whether it told the last word.
  edits integer not null default 0,
  -- The other version of a clash, and the same as events.
  their_raw text,
  their_etag text,
  their_events jsonb,
  deleted_at timestamptz
);
create unique index calendar_objects_place_idx on calendar_objects (connection_id, place, uid);
create index calendar_objects_href_idx on calendar_objects (connection_id, place, href);
create index calendar_objects_push_idx on calendar_objects (push_after) where push_state = 'waiting';

-- What stands in agendas: one row an occurrence. Without an object it stands in Hecht's own agenda of its owner.
create table calendar_events (
  id uuid primary key,
  object_id uuid references calendar_objects (id) on delete cascade,
  owner_user_id uuid not null references users (id) on delete cascade,
  uid text not null,
  -- Which of a series, by when it was to begin; empty for what happens once.
  recurrence_id text not null default '',
  title text not null default '',
  location text,
  description text,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- Whole days, the last one included, without a zone; the moments above are theirs at the firm.
  starts_on date,
  ends_on date,
  time_zone text,
  status text not null default 'confirmed' check (status in ('confirmed', 'tentative', 'cancelled')),
  is_busy boolean not null default true,
  is_private boolean not null default false,
  organiser jsonb,
  attendees jsonb not null default '[]',
  -- Everybody who takes part, as far as they are known here.
  party_ids uuid[] not null default '{}',
  sequence integer not null default 0,
  rrule text,
  -- Changed here since it was last told there.
  is_edited boolean not null default false,
  -- Whether it is to stand in the log of contact once it is over, and what stands there of it.
  meeting_state text not null default 'none' check (meeting_state in ('none', 'pending', 'done')),
  interaction_id uuid,
  version integer not null default 1,
  created_by uuid references users (id) on delete set null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  check (ends_at >= starts_at)
);
create index calendar_events_owner_idx on calendar_events (owner_user_id, starts_at) where deleted_at is null;
create index calendar_events_ends_idx on calendar_events (owner_user_id, ends_at) where deleted_at is null;
create index calendar_events_party_idx on calendar_events using gin (party_ids) where deleted_at is null;
create index calendar_events_object_idx on calendar_events (object_id, recurrence_id);
create index calendar_events_meeting_idx on calendar_events (ends_at) where meeting_state = 'pending' and deleted_at is null;
create index calendar_events_soon_idx on calendar_events (starts_at) where deleted_at is null;
create index calendar_events_interaction_idx on calendar_events (interaction_id) where interaction_id is not null;

-- When somebody wants the brief of a meeting by mail.
create table brief_settings (
  user_id uuid primary key references users (id) on delete cascade,
  mail text not null check (mail in ('never', 'hour-before', 'evening-before'))
);

-- The brief of a meeting is mailed once.
create table sent_briefs (
  event_id uuid not null references calendar_events (id) on delete cascade,
  user_id uuid not null references users (id) on delete cascade,
  -- When the meeting was to begin: one that is moved to another day is told anew.
  starts_at timestamptz not null,
  claimed_at timestamptz not null,
  sent_at timestamptz,
  primary key (event_id, user_id, starts_at)
);
