-- The log: what happened, once. Append-only except for erase, retention, undo and correction (each leaves a tombstone).
create table interactions (
  id uuid primary key,
  source_number smallint not null references sources (number),
  source_key text not null check (length(source_key) between 1 and 500),
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  channel text not null,
  kind text not null,
  from_party uuid not null references parties (id),
  to_parties uuid[] not null check (cardinality(to_parties) >= 1),
  subject text,
  snippet text,
  -- source_keys of what this answers (nearest first) and, once known, when the nearest of them happened.
  answers text[] not null default '{}',
  answered_at timestamptz,
  mail_class text not null default 'person',
  asked boolean,
  valence real check (valence between -1 and 1),
  -- [{"giver":"from","kind":"help","weight":1}]
  benefits jsonb not null default '[]',
  -- {"amountMinor":..., "currency":..., "units":..., "product":..., "brand":..., "offers":{...}}
  order_line jsonb,
  -- The mailbox owner who alone may read the text, until shared_at.
  owner_user_id uuid,
  shared_at timestamptz,
  recorded_by uuid,
  import_id uuid,
  version integer not null default 1,
  unique (source_number, source_key)
);
create index interactions_import on interactions (import_id) where import_id is not null;
create index interactions_answers on interactions using gin (answers) where answered_at is null and answers <> '{}';
create index interactions_from on interactions (from_party, happened_at desc);
create index interactions_happened on interactions (happened_at desc, id);

create table tombstones (
  key_hash bytea primary key,
  reason text not null,
  at timestamptz not null
);

create table imports (
  id uuid primary key,
  user_id uuid not null,
  connector text not null,
  file_name text not null,
  path text not null,
  status text not null check (status in
    ('uploaded', 'previewing', 'previewed', 'waiting', 'running', 'cancelling', 'cancelled', 'failed', 'done', 'undoing', 'undone')),
  settings jsonb not null default '{}',
  source_number smallint references sources (number),
  preview jsonb,
  cursor jsonb,
  done_bytes bigint not null default 0,
  total_bytes bigint not null default 0,
  counts jsonb not null default '{}',
  problem text,
  heartbeat_at timestamptz,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz
);
create index imports_user on imports (user_id, created_at desc);

create table import_errors (
  import_id uuid not null references imports (id) on delete cascade,
  position text not null,
  problem text not null,
  raw bytea,
  primary key (import_id, position)
);

-- What was read in a mailbox's text, for its owner's eyes only: promises, thanks, help, questions.
create table mail_signals (
  id uuid primary key,
  interaction_id uuid not null references interactions (id) on delete cascade,
  owner_user_id uuid not null,
  kind text not null check (kind in ('promise', 'thanks', 'help', 'question')),
  text text not null,
  due_at timestamptz,
  settled_at timestamptz,
  unique (interaction_id, kind, text)
);
create index mail_signals_owner on mail_signals (owner_user_id, kind) where settled_at is null;

create table idempotency_keys (
  actor_id uuid not null,
  endpoint text not null,
  key text not null,
  body_hash bytea not null,
  response jsonb,
  created_at timestamptz not null,
  primary key (actor_id, endpoint, key)
);
create index idempotency_keys_created on idempotency_keys (created_at);
