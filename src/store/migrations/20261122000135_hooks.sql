-- What shops, books and desks send by themselves: one address each, with what of their message means what.
create table hooks (
  id uuid primary key,
  name text not null check (length(name) between 1 and 100),
  source_number smallint not null references sources (number),
  -- The address holds 256 random bits; found by their hash, shown again by who may.
  token_hash bytea not null unique,
  token_sealed text not null,
  signature text not null check (signature in ('none', 'standard', 'shopify', 'stripe', 'woocommerce')),
  secret_sealed text,
  preset text not null,
  mapping jsonb not null,
  is_paused boolean not null default false,
  -- The last thing that was wrong with it as a whole, such as a signature that does not fit.
  problem text,
  problem_at timestamptz,
  last_at timestamptz,
  version integer not null default 1,
  created_by uuid references users (id) on delete set null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz
);
create index hooks_listed on hooks (created_at, id) where deleted_at is null;

-- Every message as it came, first kept and then read: what could not be read is read again once the mapping is mended.
create table hook_deliveries (
  id uuid primary key,
  hook_id uuid not null references hooks (id) on delete cascade,
  at timestamptz not null,
  content_type text not null,
  -- The few headers that say what it is; never a signature.
  headers jsonb not null default '{}',
  raw bytea not null,
  outcome text not null check (outcome in ('waiting', 'kept', 'same', 'skipped', 'failed')),
  problem text,
  -- Which field it was, and what stood there.
  problem_field text,
  problem_text text,
  interaction_id uuid,
  -- Of the message: the very same again is not kept twice.
  body_hash bytea not null,
  unique (hook_id, body_hash)
);
create index hook_deliveries_newest on hook_deliveries (hook_id, at desc, id desc);
create index hook_deliveries_outcome on hook_deliveries (hook_id, outcome, at desc, id desc);
create index hook_deliveries_waiting on hook_deliveries (at, id) where outcome = 'waiting';
create index hook_deliveries_old on hook_deliveries (at);

-- Customers are met again by what their books call them.
create index parties_kvk on parties (kvk_number) where kvk_number is not null and deleted_at is null;
create index parties_vat on parties (vat_id) where vat_id is not null and deleted_at is null;
create index parties_iban on parties (iban) where iban is not null and deleted_at is null;
