-- What a colleague still has to do, with or without a relation and a day.
create table tasks (
  id uuid primary key,
  title text not null check (length(title) between 1 and 300),
  note text,
  -- Whoever may not see this relation may not see the task.
  party_id uuid references parties (id) on delete cascade,
  assignee_id uuid not null references users (id),
  created_by uuid references users (id),
  -- A day of the firm's calendar and, where one was said, a time on its clock.
  due_on date,
  due_time text check (due_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  snoozed_until timestamptz,
  -- {"every", "unit", "from"}: the next one is made when this one is done.
  repeat jsonb,
  -- The day of the month it began with, which a short month does not change.
  repeat_day smallint check (repeat_day between 1 and 31),
  -- The one it came after.
  follows uuid references tasks (id) on delete set null,
  -- Where it stands in the list: snoozed until, or due; far away where neither is known.
  sort_at timestamptz not null,
  remind_at timestamptz,
  done_at timestamptz,
  done_by uuid references users (id),
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  check (due_time is null or due_on is not null)
);
create index tasks_open_of on tasks (assignee_id, sort_at, id) where done_at is null and deleted_at is null;
create index tasks_open on tasks (sort_at, id) where done_at is null and deleted_at is null;
create index tasks_done_of on tasks (assignee_id, done_at desc, id desc) where done_at is not null and deleted_at is null;
create index tasks_done on tasks (done_at desc, id desc) where done_at is not null and deleted_at is null;
create index tasks_party on tasks (party_id, created_at desc, id desc) where deleted_at is null;
create index tasks_remind on tasks (remind_at) where done_at is null and deleted_at is null and remind_at is not null;
create index tasks_follows on tasks (follows) where follows is not null;
