-- What both sides expect of each other, as they said it: asked in three questions, again now and then, kept side by side.
create table expectations (
  id uuid primary key,
  party_id uuid not null references parties (id) on delete cascade,
  asked_on date not null,
  -- What they expect of us, what we expect of them, what has changed since.
  of_us text check (length(of_us) between 1 and 2000),
  of_them text check (length(of_them) between 1 and 2000),
  changed text check (length(changed) between 1 and 2000),
  asked_by uuid references users (id),
  ask_again_on date,
  -- The task that asks anew on that day.
  task_id uuid references tasks (id) on delete set null,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  check (of_us is not null or of_them is not null or changed is not null)
);
create index expectations_party on expectations (party_id, asked_on desc, id desc) where deleted_at is null;
create index expectations_task on expectations (task_id) where task_id is not null;
