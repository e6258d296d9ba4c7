-- What was read in somebody's own mail and could be written down: proposed to that one user, decided once, never proposed again.
create table proposals (
  id uuid primary key,
  owner_user_id uuid not null references users (id) on delete cascade,
  interaction_id uuid not null references interactions (id) on delete cascade,
  party_id uuid not null references parties (id) on delete cascade,
  kind text not null check (kind in
    ('promise', 'question', 'thanks', 'help', 'recommendation', 'introduction', 'contact', 'stop')),
  -- What it proposes; the same is proposed once.
  key text not null check (length(key) between 1 and 600),
  -- The words it was read in.
  text text not null,
  data jsonb not null default '{}',
  due_at timestamptz,
  happened_at timestamptz not null,
  outcome text check (outcome in ('accepted', 'dismissed')),
  decided_at timestamptz,
  unique (owner_user_id, key)
);
create index proposals_open_idx on proposals (owner_user_id, happened_at desc, id desc) where outcome is null;
create index proposals_of_party_idx on proposals (party_id, owner_user_id) where outcome is null;
create index proposals_of_interaction_idx on proposals (interaction_id);
