-- What is known of each party from all its ties together, as of tau_ms: where trust in a new tie of theirs starts.
create table trust_pools (
  party_id uuid primary key references parties (id) on delete cascade,
  tau_ms double precision not null,
  actor_good double precision not null,
  actor_bad double precision not null,
  truster_good double precision not null,
  truster_bad double precision not null
);
-- Hidden parties are few; finding which ones a viewer may not see must cost nothing.
create index parties_private on parties (id) where visibility = 'private';
-- Lists by name within what is outside the firm.
create index parties_outside on parties (sort_name, id) where deleted_at is null and not is_own;
alter table party_figures add column strand_count integer not null default 0;
alter table party_figures add column contact_count integer not null default 0;
create index party_figures_quiet on party_figures (quiet_at nulls last, party_id);
