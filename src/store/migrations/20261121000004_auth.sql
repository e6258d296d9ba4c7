-- Who may come in. better-auth reads and writes these tables (src/http/auth.ts names every column); the rest of the house only reads users.
create table users (
  id uuid primary key,
  name text not null,
  -- Lower case, as better-auth writes it.
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  role text not null default 'member' check (role in ('owner', 'member')),
  locale text not null default 'nl' check (locale in ('nl', 'en')),
  -- The person party of the own organisation that this user is.
  party_id uuid references parties (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- Set: all access ended; the row stays because history points to it.
  removed_at timestamptz
);
create index users_party on users (party_id) where party_id is not null;

create table sessions (
  id uuid primary key,
  user_id uuid not null references users (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index sessions_user on sessions (user_id);

create table accounts (
  id uuid primary key,
  user_id uuid not null references users (id) on delete cascade,
  -- 'credential' for a password; later the name of a provider.
  provider_id text not null,
  account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider_id, account_id)
);
create index accounts_user on accounts (user_id);

create table verifications (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index verifications_identifier on verifications (identifier);

create table api_keys (
  id uuid primary key,
  config_id text not null default 'default',
  name text,
  -- The first characters, to know a key by.
  start text,
  prefix text,
  -- Only a hash of the key is kept.
  key text not null unique,
  reference_id uuid not null references users (id) on delete cascade,
  refill_interval integer,
  refill_amount integer,
  last_refill_at timestamptz,
  enabled boolean not null default true,
  rate_limit_enabled boolean not null default false,
  rate_limit_time_window integer,
  rate_limit_max integer,
  request_count integer not null default 0,
  remaining integer,
  last_request timestamptz,
  expires_at timestamptz,
  permissions text,
  metadata text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index api_keys_reference on api_keys (reference_id);
