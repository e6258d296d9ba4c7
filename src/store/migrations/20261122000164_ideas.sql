-- What relations thought of: from whom, what came of it, and whether they were told, named and thanked.
create table ideas (
  id uuid primary key,
  party_id uuid not null references parties (id) on delete cascade,
  text text not null check (length(text) between 1 and 1000),
  status text not null check (status in ('new', 'considering', 'doing', 'delivered', 'not-now')),
  came_at timestamptz not null,
  -- The channel it came by, they were told by, they were thanked by.
  came_by text not null,
  delivered_in text check (length(delivered_in) between 1 and 200),
  delivered_on date,
  told_at timestamptz,
  told_by text,
  thanked_at timestamptz,
  thanked_by text,
  -- Whether their name may stand on it.
  naming text not null check (naming in ('unasked', 'asked', 'yes', 'no')),
  -- The colleague it was told to.
  colleague_id uuid references parties (id) on delete set null,
  -- The moments of the log in which it came, was told of and was thanked for.
  came_in uuid references interactions (id) on delete set null,
  told_in uuid references interactions (id) on delete set null,
  thanked_in uuid references interactions (id) on delete set null,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  check ((status = 'delivered') = (delivered_on is not null)),
  check (status = 'delivered' or delivered_in is null),
  check ((told_at is null) = (told_by is null)),
  check ((thanked_at is null) = (thanked_by is null))
);
create index ideas_came on ideas (came_at desc, id desc) where deleted_at is null;
create index ideas_status on ideas (status, came_at desc, id desc) where deleted_at is null;
create index ideas_party on ideas (party_id, came_at desc, id desc) where deleted_at is null;
create index ideas_delivered on ideas (party_id, delivered_on desc, id desc) where delivered_on is not null and deleted_at is null;
create index ideas_thing on ideas (lower(delivered_in), came_at desc, id desc) where delivered_in is not null and deleted_at is null;
create index ideas_untold on ideas (came_at desc, id desc) where delivered_on is not null and told_at is null and deleted_at is null;
create index ideas_unthanked on ideas (came_at desc, id desc) where thanked_at is null and deleted_at is null;
create index ideas_came_in on ideas (came_in) where came_in is not null;
create index ideas_told_in on ideas (told_in) where told_in is not null;
create index ideas_thanked_in on ideas (thanked_in) where thanked_in is not null;
