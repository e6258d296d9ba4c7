-- Mail that goes out: how each mailbox sends, what waits to be sent, and how that ended.

create table mail_senders (
  connection_id uuid primary key references connections (id) on delete cascade,
  host text not null,
  port integer not null check (port between 1 and 65535),
  security text not null check (security in ('tls', 'starttls', 'none')),
  user_name text not null,
  -- A password of its own, sealed; null: the one the mailbox is read with.
  sealed text,
  from_name text,
  signature jsonb,
  -- True: a copy is put into the folder for what was sent, because the server does not do so itself.
  keeps_sent boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null,
  deleted_at timestamptz
);

-- draft -> waiting -> sending -> sent | failed | unknown. 'sending' stands before the first byte leaves: what is found there
-- after a crash may have arrived, and only a person says what becomes of it.
create table outbox_mails (
  id uuid primary key,
  connection_id uuid not null references connections (id) on delete cascade,
  author_id uuid not null references users (id) on delete cascade,
  party_id uuid references parties (id) on delete set null,
  answers_mail_id uuid references mails (id) on delete set null,
  -- What it answers, nearest first: Message-IDs without their brackets.
  answers text[] not null default '{}',
  -- [{"address":"...","name":"..."|null}]
  to_lines jsonb not null default '[]',
  cc_lines jsonb not null default '[]',
  bcc_lines jsonb not null default '[]',
  subject text not null default '',
  body jsonb not null,
  has_signature boolean not null default true,
  state text not null default 'draft' check (state in ('draft', 'waiting', 'sending', 'sent', 'failed', 'unknown')),
  -- Not before then.
  send_at timestamptz,
  -- The wish of whoever wrote it: the same hour after every change, null for at once.
  later_at timestamptz,
  -- Made once, before anything is tried.
  message_id text unique,
  attempts integer not null default 0,
  -- Who is sending it now; somebody else's name here refuses a worker that was frozen.
  lease uuid,
  leased_at timestamptz,
  problem text,
  server_words text,
  -- [{"address":"...","words":"..."}]: those whom the server did not take.
  refused_lines jsonb not null default '[]',
  -- Somebody said: they asked for this mail themselves.
  asked_for_by uuid references users (id) on delete set null,
  sent_at timestamptz,
  mail_id uuid references mails (id) on delete set null,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz
);
create index outbox_mails_author on outbox_mails (author_id, updated_at desc, id desc) where deleted_at is null;
create index outbox_mails_due on outbox_mails (send_at) where state = 'waiting' and deleted_at is null;
create index outbox_mails_sending on outbox_mails (leased_at) where state = 'sending';
create index outbox_mails_party on outbox_mails (party_id) where party_id is not null;

create table outbox_files (
  id uuid primary key,
  outbox_id uuid not null references outbox_mails (id) on delete cascade,
  name text not null check (length(name) between 1 and 255),
  size_bytes bigint not null,
  media_type text not null,
  sha256 bytea not null,
  storage_key text not null unique,
  created_at timestamptz not null
);
create index outbox_files_mail on outbox_files (outbox_id, created_at, id);

create table mail_templates (
  id uuid primary key,
  owner_id uuid not null references users (id) on delete cascade,
  name text not null check (length(name) between 1 and 100),
  is_shared boolean not null default false,
  subject text not null default '',
  body jsonb not null,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz
);
create index mail_templates_owner on mail_templates (owner_id) where deleted_at is null;

-- Who asked for no mail that they did not ask for.
create table mail_refusals (
  party_id uuid primary key references parties (id) on delete cascade,
  -- hand: somebody wrote it down; mail: a mail of theirs said so, and somebody confirmed it.
  origin text not null check (origin in ('hand', 'mail')),
  said_at timestamptz not null,
  noted_by uuid references users (id) on delete set null,
  created_at timestamptz not null
);
