-- "If a customer does this, we do that": agreed once, watched from then on.
create table house_rules (
  id uuid primary key,
  trigger text not null check (trigger in ('introduction', 'first-order', 'help', 'gift', 'review', 'idea',
    'idea-delivered', 'complaint-closed', 'birthday')),
  act text not null check (length(act) between 1 and 200),
  within_days smallint not null check (within_days between 0 and 365),
  -- Null: the colleague it happened with, or else who made the rule.
  assignee_id uuid references users (id),
  created_by uuid references users (id),
  -- What happened before this day is not held against anybody.
  since_on date not null,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz
);
create index house_rules_standing on house_rules (created_at, id) where deleted_at is null;

-- Each time it came up: once, with the task it made.
create table house_rule_cases (
  rule_id uuid not null references house_rules (id) on delete cascade,
  key text not null check (length(key) between 1 and 200),
  party_id uuid not null references parties (id) on delete cascade,
  happened_on date not null,
  due_on date not null,
  task_id uuid references tasks (id) on delete cascade,
  primary key (rule_id, key)
);
create index house_rule_cases_page on house_rule_cases (rule_id, due_on desc, key desc);
create index house_rule_cases_party on house_rule_cases (party_id);
create index house_rule_cases_task on house_rule_cases (task_id) where task_id is not null;

-- The few kinds of moments that a rule can wait for, by when; mail and calls are none of them.
create index interactions_for_rules on interactions (kind, happened_at desc, id desc) where twin_of is null and kind in
  ('introduction', 'referral', 'order', 'help', 'gift', 'review', 'idea', 'complaint-told', 'complaint-closed');
