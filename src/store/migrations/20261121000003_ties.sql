-- Ties and everything measured between two parties. Big tables carry tie_id first in every key (docs/scale.md).
create table ties (
  id uuid primary key,
  party_a uuid not null references parties (id),
  party_b uuid not null references parties (id),
  created_at timestamptz not null,
  unique (party_a, party_b),
  check (party_a < party_b)
);
create index ties_party_b on ties (party_b, party_a);

-- direction 0 = a to b, 1 = b to a. One row per interaction and touched direction; see engine/tie-event.ts.
create table tie_events (
  tie_id uuid not null,
  interaction_id uuid not null,
  direction smallint not null check (direction in (0, 1)),
  at_ms double precision not null,
  day integer not null,
  family smallint not null check (family between 0 and 3),
  contact double precision not null check (contact >= 0 and contact < 1e9),
  benefit double precision not null check (benefit >= 0 and benefit < 1e9),
  trust_facet smallint check (trust_facet between 0 and 2),
  trust_good double precision not null default 0,
  trust_bad double precision not null default 0,
  pressure_channel smallint check (pressure_channel between 0 and 2),
  unasked double precision not null default 0,
  survey_weight double precision not null default 0,
  survey_value double precision not null default 0,
  source_number smallint not null,
  primary key (tie_id, interaction_id, direction)
);
create index tie_events_at on tie_events (tie_id, at_ms desc);
create index tie_events_interaction on tie_events (interaction_id);

create table tie_states (
  tie_id uuid not null,
  direction smallint not null check (direction in (0, 1)),
  tau_ms double precision not null,
  first_ms double precision,
  last_ms double precision,
  contact_count integer not null,
  ability_count integer not null,
  benevolence_count integer not null,
  integrity_count integer not null,
  chat_contact double precision not null,
  chat_benefit double precision not null,
  mail_contact double precision not null,
  mail_benefit double precision not null,
  live_contact double precision not null,
  live_benefit double precision not null,
  purchase_contact double precision not null,
  purchase_benefit double precision not null,
  ability_good double precision not null,
  ability_bad double precision not null,
  benevolence_good double precision not null,
  benevolence_bad double precision not null,
  integrity_good double precision not null,
  integrity_bad double precision not null,
  survey_weight double precision not null,
  survey_sum double precision not null,
  pressure_call double precision not null,
  pressure_mail double precision not null,
  pressure_post double precision not null,
  days integer[] not null,
  sources smallint[] not null,
  primary key (tie_id, direction)
) with (fillfactor = 80);

-- The ledger's lines: what one side gave the other.
create table benefits (
  tie_id uuid not null,
  interaction_id uuid not null,
  direction smallint not null check (direction in (0, 1)),
  kind text not null,
  weight double precision not null check (weight >= 0),
  at_ms double precision not null,
  primary key (tie_id, interaction_id, direction, kind)
);

-- Promises and other expectations: something one side will do by a time.
create table promises (
  tie_id uuid not null,
  id uuid not null,
  kind text not null default 'promise' check (kind in ('promise', 'answer', 'complaint')),
  owed_by smallint not null check (owed_by in (0, 1)),
  text text not null,
  due_at timestamptz not null,
  settled_at timestamptz,
  outcome text check (outcome in ('kept', 'late', 'broken', 'withdrawn')),
  interaction_id uuid,
  private_to uuid,
  author_id uuid,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (tie_id, id),
  check ((settled_at is null) = (outcome is null))
);
create index promises_open on promises (due_at) where settled_at is null;

create table faults (
  tie_id uuid not null,
  id uuid not null,
  by_side smallint not null check (by_side in (0, 1)),
  facet smallint not null check (facet between 0 and 2),
  weight double precision not null,
  what text not null,
  at timestamptz not null,
  made_good_at timestamptz,
  made_good_how text,
  promise_id uuid,
  version integer not null default 1,
  primary key (tie_id, id)
);
create index faults_open on faults (at) where made_good_at is null;

create table corrections (
  tie_id uuid not null,
  id uuid not null,
  block text check (block in ('trust', 'reciprocity', 'intensity', 'time')),
  value double precision check (value between 0 and 1),
  muted_code text,
  note text,
  author_id uuid not null,
  at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (tie_id, id)
);

-- What lists sort and filter on, per tie; refreshed by a job, as of as_of_ms. due_at: when it must be read again.
create table tie_figures (
  tie_id uuid primary key,
  as_of_ms double precision not null,
  bond double precision not null,
  trust double precision not null,
  reciprocity double precision not null,
  intensity double precision not null,
  time double precision not null,
  -- knowledge of trust, reciprocity, intensity, time: k(nown) a(ssumed) u(nknown), e.g. 'uakk'
  knowledge text not null,
  weakest text,
  status text not null,
  alarm text not null,
  alarm_silenced_by text,
  potential double precision not null,
  giving_ab double precision not null,
  giving_ba double precision not null,
  pressure double precision not null,
  gap_days double precision not null,
  known_gaps integer not null,
  last_at timestamptz,
  quiet_at timestamptz,
  gone_at timestamptz,
  trend double precision not null,
  due_at timestamptz not null
);
create index tie_figures_due on tie_figures (due_at);

-- The same per party outside the firm: its strands with all our colleagues taken together (noisy-or).
create table party_figures (
  party_id uuid primary key references parties (id) on delete cascade,
  as_of_ms double precision not null,
  bond double precision not null,
  trust double precision not null,
  reciprocity double precision not null,
  intensity double precision not null,
  time double precision not null,
  knowledge text not null,
  weakest text,
  status text not null,
  status_rank smallint not null,
  alarm text not null,
  alarm_silenced_by text,
  potential double precision not null,
  -- What we give and what they give, saturated.
  giving_ours double precision not null,
  giving_theirs double precision not null,
  pressure double precision not null,
  gap_days double precision,
  last_at timestamptz,
  quiet_at timestamptz,
  gone_at timestamptz,
  trend double precision not null,
  -- Twelve months of closeness, 0-100, oldest first.
  sparkline smallint[] not null default '{}',
  strongest_tie uuid,
  -- Share of the bond that would go with one colleague, 0-1; null where there is no bond.
  dependency double precision,
  dependency_on uuid
);
create index party_figures_bond on party_figures (bond desc, party_id);
create index party_figures_last on party_figures (last_at desc nulls last, party_id);
create index party_figures_trend on party_figures (trend, party_id);
create index party_figures_alarm on party_figures (alarm, bond desc, party_id) where alarm <> 'none';
create index party_figures_status on party_figures (status_rank desc, bond desc, party_id);

create table tie_history (
  tie_id uuid not null,
  -- Week number: floor((day + 3) / 7), weeks begin on Monday.
  week integer not null,
  bond real not null,
  trust real not null,
  reciprocity real not null,
  intensity real not null,
  time real not null,
  primary key (tie_id, week)
);

-- Ties whose figures are behind their state, written in the transaction that touched them.
create table stale_ties (
  tie_id uuid primary key,
  at timestamptz not null
);

create table private_parties (
  party_id uuid not null references parties (id) on delete cascade,
  user_id uuid not null,
  primary key (party_id, user_id)
);
create index private_parties_user on private_parties (user_id);

-- What a user did with a line of Today.
create table today_marks (
  user_id uuid not null,
  party_id uuid not null references parties (id) on delete cascade,
  line text not null,
  mark text not null check (mark in ('snoozed', 'done', 'left-in-peace')),
  until timestamptz,
  at timestamptz not null,
  primary key (user_id, party_id, line)
);

-- Versions of the model's parameters: only what differs from the shipped defaults.
create table parameter_versions (
  id uuid primary key,
  changed jsonb not null,
  author_id uuid,
  valid_from timestamptz not null
);
