-- Somebody was sent to a provider to give a permission, and may come back with it once, in the same session, within minutes.
create table oauth_starts (
  state_hash bytea primary key,
  user_id uuid not null references users (id) on delete cascade,
  session_hash bytea not null,
  provider text not null,
  -- Set: a permission is given again.
  connection_id uuid references connections (id) on delete cascade,
  wanted jsonb,
  -- The other half of the proof key, sealed.
  verifier text not null,
  expires_at timestamptz not null
);
create index oauth_starts_expires_idx on oauth_starts (expires_at);
