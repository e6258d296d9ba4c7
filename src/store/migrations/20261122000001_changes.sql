-- Who changed what, from where, and how it was before. History, undo, the bin and merging of simultaneous edits read it.
create table changes (
  id uuid primary key,
  noun text not null,
  record_id uuid not null,
  -- The relation on whose page it is shown.
  party_id uuid references parties (id) on delete cascade,
  act text not null check (act in ('create', 'update', 'remove', 'restore')),
  -- What the record is called, for lists of changes; not kept for what is private.
  label text,
  -- Only the fields that changed.
  before jsonb not null default '{}',
  after jsonb not null default '{}',
  -- The record's version that this change made.
  version integer,
  user_id uuid,
  origin text not null check (origin in ('web', 'api', 'command', 'house')),
  -- What was done in one go is undone in one go.
  batch_id uuid not null,
  -- Only this user may see it (a private note, a mail).
  private_to uuid,
  at timestamptz not null,
  undoes uuid,
  undone_at timestamptz
);
create index changes_record on changes (record_id, at desc, id desc);
create index changes_party on changes (party_id, at desc, id desc);
create index changes_latest on changes (at desc, id desc);
create index changes_of_user on changes (user_id, at desc, id desc) where undone_at is null and undoes is null;
create index changes_batch on changes (batch_id);
create index changes_bin on changes (at desc, id desc) where act = 'remove' and undone_at is null;
