-- Kinds of benefit as data. The shipped ones weigh what the engine says until somebody says otherwise (weight null).
create table benefit_kinds (
  id uuid primary key,
  key text not null unique,
  -- Of an own kind; the shipped ones are worded by messages.
  name text,
  weight double precision check (weight between 0 and 10),
  -- Why it weighs that much, in somebody's own words.
  ground text check (length(ground) <= 500),
  is_shipped boolean not null default false,
  version integer not null default 1,
  removed_at timestamptz,
  created_at timestamptz,
  check (is_shipped or (name is not null and weight is not null))
);
insert into benefit_kinds (id, key, is_shipped) values
  ('00000000-0000-7000-8000-00000000be01', 'help', true),
  ('00000000-0000-7000-8000-00000000be02', 'advice', true),
  ('00000000-0000-7000-8000-00000000be03', 'referral', true),
  ('00000000-0000-7000-8000-00000000be04', 'introduction', true),
  ('00000000-0000-7000-8000-00000000be05', 'discount', true),
  ('00000000-0000-7000-8000-00000000be06', 'early-access', true),
  ('00000000-0000-7000-8000-00000000be07', 'gift', true),
  ('00000000-0000-7000-8000-00000000be08', 'thanks', true),
  ('00000000-0000-7000-8000-00000000be09', 'purchase', true),
  ('00000000-0000-7000-8000-00000000be0a', 'payment', true),
  ('00000000-0000-7000-8000-00000000be0b', 'feedback', true),
  ('00000000-0000-7000-8000-00000000be0c', 'idea', true),
  ('00000000-0000-7000-8000-00000000be0d', 'review', true),
  ('00000000-0000-7000-8000-00000000be0e', 'information', true);

-- What a kind weighed since when, and by whose word.
create table benefit_weight_versions (
  id uuid primary key,
  kind_id uuid not null references benefit_kinds (id),
  -- Null: the shipped weight again.
  weight double precision,
  author_id uuid,
  valid_from timestamptz not null
);
create index benefit_weight_versions_of_kind on benefit_weight_versions (kind_id, valid_from desc, id desc);

-- What somebody gave us by bringing us another: once for the introduction, once when the newcomer first buys.
create table introduced_benefits (
  relation_id uuid not null references relations (id) on delete cascade,
  step text not null check (step in ('brought', 'bought')),
  interaction_id uuid not null references interactions (id) on delete cascade,
  newcomer_id uuid not null references parties (id) on delete cascade,
  -- False: somebody had written the introduction down already, and that one counts.
  is_ours boolean not null,
  primary key (relation_id, step)
);
create index introduced_benefits_interaction on introduced_benefits (interaction_id);
create index introduced_benefits_newcomer on introduced_benefits (newcomer_id);

-- To make good: what, why, and since when they know.
alter table faults add column why text check (length(why) <= 2000);
alter table faults add column told_at timestamptz;
create index promises_open_answers on promises (due_at, id) where settled_at is null and kind = 'answer';

-- Read in a note of one's own as well, and more kinds of it.
alter table proposals alter column interaction_id drop not null;
alter table proposals add column note_id uuid references notes (id) on delete cascade;
alter table proposals add constraint proposals_read_in check (num_nonnulls(interaction_id, note_id) = 1);
create index proposals_of_note_idx on proposals (note_id) where note_id is not null;
alter table proposals drop constraint proposals_kind_check;
alter table proposals add constraint proposals_kind_check check (kind in
  ('promise', 'question', 'thanks', 'help', 'recommendation', 'introduction', 'contact', 'stop', 'idea', 'review',
   'discount', 'favour'));
