-- The mails that connected mailboxes brought: what one reads, beside the log that tells that they were written.

-- How much of a mailbox colleagues see: all, the subject, only that and when, nothing (decision 014).
alter table connections add column sharing text not null default 'when'
  check (sharing in ('all', 'subject', 'when', 'nothing'));
-- What its thread or mailbox gives away; null is 'when'. `shared_at` of one mail opens that one, unless this is 'nothing'.
alter table interactions add column sharing text check (sharing in ('all', 'subject', 'when', 'nothing'));

-- A conversation of one mailbox.
create table mail_threads (
  id uuid primary key,
  connection_id uuid not null references connections (id) on delete cascade,
  subject text,
  -- Subject, names and addresses of all its mails, folded for search.
  search_text text not null default '',
  first_at timestamptz not null,
  last_at timestamptz not null,
  message_count integer not null,
  unread_count integer not null,
  -- Null: as its mailbox.
  sharing text check (sharing in ('all', 'subject', 'when', 'nothing')),
  version integer not null default 1
);
create index mail_threads_last on mail_threads (connection_id, last_at desc, id desc);
create index mail_threads_unread on mail_threads (connection_id, last_at desc, id desc) where unread_count > 0;
create index mail_threads_search on mail_threads using gin (search_text gin_trgm_ops);

create table mails (
  id uuid primary key,
  connection_id uuid not null references connections (id) on delete cascade,
  thread_id uuid not null references mail_threads (id) on delete cascade,
  -- Null: the log refused it (deleted by a person before). No reference: what is taken out of the log returns on undo.
  interaction_id uuid,
  -- The source key of the interaction: its Message-ID, or a hash of its content.
  message_key text not null check (length(message_key) between 1 and 500),
  sent_at timestamptz not null,
  direction text not null check (direction in ('in', 'out')),
  from_address text not null,
  from_name text,
  -- [{"address":"...","name":"..."|null}]
  to_lines jsonb not null default '[]',
  cc_lines jsonb not null default '[]',
  -- Everybody in it: who may join its conversation.
  addresses text[] not null,
  subject text,
  snippet text,
  has_attachments boolean not null,
  size_bytes bigint not null,
  -- Ours: flags at the server are left as they are.
  is_seen boolean not null,
  mail_class text not null,
  -- What it answers, nearest first.
  answers text[] not null default '{}',
  unique (message_key, connection_id)
);
create index mails_newest on mails (connection_id, sent_at desc, id desc);
create index mails_thread on mails (thread_id, sent_at, id);
create index mails_interaction on mails (interaction_id) where interaction_id is not null;
create index mails_answers on mails using gin (answers) where answers <> '{}';

create table mail_raws (
  mail_id uuid primary key references mails (id) on delete cascade,
  -- gzip
  raw bytea not null,
  -- False: only its beginning was fetched.
  is_whole boolean not null
);
alter table mail_raws alter column raw set storage external;

-- Where a mail lies at the server, or lay: flags, folders and numbers there change, the mail stays one.
create table mail_copies (
  connection_id uuid not null references connections (id) on delete cascade,
  place text not null,
  uid_validity bigint not null,
  uid bigint not null,
  mail_id uuid not null references mails (id) on delete cascade,
  gone_at timestamptz,
  primary key (connection_id, place, uid_validity, uid)
);
create index mail_copies_mail on mail_copies (mail_id);
