-- A foundation of the firm's own can be renamed and taken back, so it has an id like everything that changes.
alter table foundation_kinds add column id uuid not null default gen_random_uuid() unique;
-- Readings follow in the transaction of a statement, and at night from orders: nothing waits in between.
drop table stale_foundations;

-- To make a relation firmer: what is wanted, who comes along, the steps, and where it stood when it began.
create table plans (
  id uuid primary key,
  party_id uuid not null references parties (id) on delete cascade,
  goal text not null check (length(goal) between 1 and 500),
  -- The colleague it hangs on, and the one who comes along.
  hangs_on uuid references parties (id) on delete set null,
  helper_id uuid references parties (id) on delete set null,
  dependency_then double precision,
  second_then double precision,
  contacts_then integer not null default 0,
  due_on date,
  started_at timestamptz not null,
  ended_at timestamptz,
  outcome text check (outcome in ('reached', 'stopped')),
  author_id uuid references users (id),
  version integer not null default 1,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  check ((ended_at is null) = (outcome is null))
);
create index plans_open on plans (started_at desc, id desc) where deleted_at is null and ended_at is null;
create index plans_ended on plans (ended_at desc, id desc) where deleted_at is null and ended_at is not null;
create index plans_party on plans (party_id, started_at desc, id desc) where deleted_at is null;

-- Its steps are tasks like any other.
create table plan_steps (
  plan_id uuid not null references plans (id) on delete cascade,
  task_id uuid not null references tasks (id) on delete cascade,
  place smallint not null,
  primary key (plan_id, task_id)
);
create index plan_steps_task on plan_steps (task_id);

-- Where a plan would do good: everything through one person, and contact enough to say so.
create index party_figures_hangs on party_figures (bond, party_id)
  where dependency > 0.5 and contact_count >= 5;
-- Orders in which somebody chose among offers with prices.
create index interactions_offered on interactions (happened_at desc)
  where (order_line -> 'offers') is not null and (order_line -> 'offers') <> '{}'::jsonb;

-- A statement stands at whoever said it.
alter table foundation_statements drop column said_by;
-- What their own choices among offers with prices say, as the nightly model read it.
create table party_choices (
  party_id uuid primary key references parties (id) on delete cascade,
  shares jsonb not null,
  n integer not null,
  as_of timestamptz not null
);
