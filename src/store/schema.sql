-- Generated from the database's own catalogue; the migrations are the source.

create table accounts (
  id uuid not null,
  user_id uuid not null,
  provider_id text not null,
  account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint accounts_pkey PRIMARY KEY (id),
  constraint accounts_provider_id_account_id_key UNIQUE (provider_id, account_id),
  constraint accounts_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);
CREATE INDEX accounts_user ON public.accounts USING btree (user_id);

create table api_keys (
  id uuid not null,
  config_id text not null default 'default'::text,
  name text,
  start text,
  prefix text,
  key text not null,
  reference_id uuid not null,
  refill_interval integer,
  refill_amount integer,
  last_refill_at timestamp with time zone,
  enabled boolean not null default true,
  rate_limit_enabled boolean not null default false,
  rate_limit_time_window integer,
  rate_limit_max integer,
  request_count integer not null default 0,
  remaining integer,
  last_request timestamp with time zone,
  expires_at timestamp with time zone,
  permissions text,
  metadata text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint api_keys_pkey PRIMARY KEY (id),
  constraint api_keys_key_key UNIQUE (key),
  constraint api_keys_reference_id_fkey FOREIGN KEY (reference_id) REFERENCES users(id) ON DELETE CASCADE
);
CREATE INDEX api_keys_reference ON public.api_keys USING btree (reference_id);

create table benefit_kinds (
  id uuid not null,
  key text not null,
  name text,
  weight double precision,
  ground text,
  is_shipped boolean not null default false,
  version integer not null default 1,
  removed_at timestamp with time zone,
  created_at timestamp with time zone,
  constraint benefit_kinds_pkey PRIMARY KEY (id),
  constraint benefit_kinds_check CHECK ((is_shipped OR ((name IS NOT NULL) AND (weight IS NOT NULL)))),
  constraint benefit_kinds_ground_check CHECK ((length(ground) <= 500)),
  constraint benefit_kinds_key_key UNIQUE (key),
  constraint benefit_kinds_weight_check CHECK (((weight >= (0)::double precision) AND (weight <= (10)::double precision)))
);

create table benefit_weight_versions (
  id uuid not null,
  kind_id uuid not null,
  weight double precision,
  author_id uuid,
  valid_from timestamp with time zone not null,
  constraint benefit_weight_versions_pkey PRIMARY KEY (id),
  constraint benefit_weight_versions_kind_id_fkey FOREIGN KEY (kind_id) REFERENCES benefit_kinds(id)
);
CREATE INDEX benefit_weight_versions_of_kind ON public.benefit_weight_versions USING btree (kind_id, valid_from DESC, id DESC);

create table benefits (
  tie_id uuid not null,
  interaction_id uuid not null,
  direction smallint not null,
  kind text not null,
  weight double precision not null,
  at_ms double precision not null,
  constraint benefits_pkey PRIMARY KEY (tie_id, interaction_id, direction, kind),
  constraint benefits_direction_check CHECK ((direction = ANY (ARRAY[0, 1]))),
  constraint benefits_weight_check CHECK ((weight >= (0)::double precision))
);
CREATE INDEX benefits_interaction ON public.benefits USING btree (interaction_id);
CREATE INDEX benefits_owed ON public.benefits USING btree (at_ms) WHERE (kind = ANY (ARRAY['help'::text, 'referral'::text, 'introduction'::text, 'idea'::text]));

create table brief_settings (
  user_id uuid not null,
  mail text not null,
  constraint brief_settings_pkey PRIMARY KEY (user_id),
  constraint brief_settings_mail_check CHECK ((mail = ANY (ARRAY['never'::text, 'hour-before'::text, 'evening-before'::text]))),
  constraint brief_settings_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);

create table bulk_acts (
  id uuid not null,
  user_id uuid not null,
  act jsonb not null,
  party_ids uuid[] not null,
  batch_id uuid not null,
  status text not null,
  seen integer not null default 0,
  changed integer not null default 0,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint bulk_acts_pkey PRIMARY KEY (id),
  constraint bulk_acts_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text]))),
  constraint bulk_acts_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);
CREATE INDEX bulk_acts_user ON public.bulk_acts USING btree (user_id, created_at DESC);

create table calendar_events (
  id uuid not null,
  object_id uuid,
  owner_user_id uuid not null,
  uid text not null,
  recurrence_id text not null default ''::text,
  title text not null default ''::text,
  location text,
  description text,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  starts_on date,
  ends_on date,
  time_zone text,
  status text not null default 'confirmed'::text,
  is_busy boolean not null default true,
  is_private boolean not null default false,
  organiser jsonb,
  attendees jsonb not null default '[]'::jsonb,
  party_ids uuid[] not null default '{}'::uuid[],
  sequence integer not null default 0,
  rrule text,
  is_edited boolean not null default false,
  meeting_state text not null default 'none'::text,
  interaction_id uuid,
  version integer not null default 1,
  created_by uuid,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  constraint calendar_events_pkey PRIMARY KEY (id),
  constraint calendar_events_check CHECK ((ends_at >= starts_at)),
  constraint calendar_events_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE SET NULL,
  constraint calendar_events_meeting_state_check CHECK ((meeting_state = ANY (ARRAY['none'::text, 'pending'::text, 'done'::text]))),
  constraint calendar_events_object_id_fkey FOREIGN KEY (object_id) REFERENCES calendar_objects(id) ON DELETE CASCADE,
  constraint calendar_events_owner_user_id_fkey FOREIGN KEY (owner_user_id) REFERENCES users(id) ON DELETE CASCADE,
  constraint calendar_events_status_check CHECK ((status = ANY (ARRAY['confirmed'::text, 'tentative'::text, 'cancelled'::text])))
);
CREATE INDEX calendar_events_interaction_idx ON public.calendar_events USING btree (interaction_id) WHERE (interaction_id IS NOT NULL);
CREATE INDEX calendar_events_long_idx ON public.calendar_events USING btree (owner_user_id, ends_at) WHERE ((deleted_at IS NULL) AND ((ends_at - starts_at) > '2 days'::interval));
CREATE INDEX calendar_events_meeting_idx ON public.calendar_events USING btree (ends_at) WHERE ((meeting_state = 'pending'::text) AND (deleted_at IS NULL));
CREATE INDEX calendar_events_object_idx ON public.calendar_events USING btree (object_id, recurrence_id);
CREATE INDEX calendar_events_owner_idx ON public.calendar_events USING btree (owner_user_id, starts_at) WHERE (deleted_at IS NULL);
CREATE INDEX calendar_events_party_idx ON public.calendar_events USING gin (party_ids) WHERE (deleted_at IS NULL);
CREATE INDEX calendar_events_soon_idx ON public.calendar_events USING btree (starts_at) WHERE (deleted_at IS NULL);

create table calendar_feeds (
  user_id uuid not null,
  token_hash bytea not null,
  sealed text not null,
  created_at timestamp with time zone not null,
  read_at timestamp with time zone,
  constraint calendar_feeds_pkey PRIMARY KEY (user_id),
  constraint calendar_feeds_token_hash_key UNIQUE (token_hash),
  constraint calendar_feeds_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);

create table calendar_objects (
  id uuid not null,
  connection_id uuid not null,
  place text not null,
  href text,
  etag text,
  uid text not null,
  raw text,
  is_recurring boolean not null default false,
  push_state text,
  push_problem text,
  push_tries integer not null default 0,
  push_after timestamp with time zone,
  told_at timestamp with time zone,
  edits integer not null default 0,
  their_raw text,
  their_etag text,
  their_events jsonb,
  deleted_at timestamp with time zone,
  constraint calendar_objects_pkey PRIMARY KEY (id),
  constraint calendar_objects_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES connections(id) ON DELETE CASCADE,
  constraint calendar_objects_place_check CHECK (((length(place) >= 1) AND (length(place) <= 2000))),
  constraint calendar_objects_push_state_check CHECK ((push_state = ANY (ARRAY['waiting'::text, 'clash'::text, 'refused'::text])))
);
CREATE INDEX calendar_objects_href_idx ON public.calendar_objects USING btree (connection_id, place, href);
CREATE INDEX calendar_objects_push_idx ON public.calendar_objects USING btree (push_after) WHERE (push_state = 'waiting'::text);
CREATE UNIQUE INDEX calendar_objects_place_idx ON public.calendar_objects USING btree (connection_id, place, uid);

create table changes (
  id uuid not null,
  noun text not null,
  record_id uuid not null,
  party_id uuid,
  act text not null,
  label text,
  before jsonb not null default '{}'::jsonb,
  after jsonb not null default '{}'::jsonb,
  version integer,
  user_id uuid,
  origin text not null,
  batch_id uuid not null,
  private_to uuid,
  at timestamp with time zone not null,
  undoes uuid,
  undone_at timestamp with time zone,
  constraint changes_pkey PRIMARY KEY (id),
  constraint changes_act_check CHECK ((act = ANY (ARRAY['create'::text, 'update'::text, 'remove'::text, 'restore'::text]))),
  constraint changes_origin_check CHECK ((origin = ANY (ARRAY['web'::text, 'api'::text, 'command'::text, 'house'::text]))),
  constraint changes_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id) ON DELETE CASCADE
);
CREATE INDEX changes_batch ON public.changes USING btree (batch_id);
CREATE INDEX changes_bin ON public.changes USING btree (at DESC, id DESC) WHERE ((act = 'remove'::text) AND (undone_at IS NULL));
CREATE INDEX changes_latest ON public.changes USING btree (at DESC, id DESC);
CREATE INDEX changes_of_user ON public.changes USING btree (user_id, at DESC, id DESC) WHERE ((undone_at IS NULL) AND (undoes IS NULL));
CREATE INDEX changes_party ON public.changes USING btree (party_id, at DESC, id DESC);
CREATE INDEX changes_record ON public.changes USING btree (record_id, at DESC, id DESC);

create table check_runs (
  id uuid not null,
  at timestamp with time zone not null,
  outcome jsonb not null,
  constraint check_runs_pkey PRIMARY KEY (id)
);
CREATE INDEX check_runs_at ON public.check_runs USING btree (at DESC, id);

create table connection_failures (
  connection_id uuid not null,
  place text not null,
  position text not null,
  problem text not null,
  raw bytea,
  at timestamp with time zone not null,
  constraint connection_failures_pkey PRIMARY KEY (connection_id, place, "position"),
  constraint connection_failures_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES connections(id) ON DELETE CASCADE
);

create table connection_places (
  connection_id uuid not null,
  place text not null,
  name text not null,
  role text,
  is_wanted boolean not null default true,
  cursor jsonb,
  done bigint not null default 0,
  total bigint,
  problem text,
  constraint connection_places_pkey PRIMARY KEY (connection_id, place),
  constraint connection_places_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES connections(id) ON DELETE CASCADE,
  constraint connection_places_place_check CHECK (((length(place) >= 1) AND (length(place) <= 2000)))
);

create table connections (
  id uuid not null,
  kind text not null,
  name text not null,
  owner_user_id uuid,
  source_number smallint,
  settings jsonb not null default '{}'::jsonb,
  sealed text,
  is_paused boolean not null default false,
  problem text,
  problem_detail text,
  problem_since timestamp with time zone,
  failures integer not null default 0,
  tried_at timestamp with time zone,
  succeeded_at timestamp with time zone,
  next_run_at timestamp with time zone,
  heard_at timestamp with time zone,
  longest_gap_seconds double precision,
  quiet_told_at timestamp with time zone,
  read_count bigint not null default 0,
  lease uuid,
  leased_until timestamp with time zone,
  watched_by uuid,
  watched_until timestamp with time zone,
  version integer not null default 1,
  created_by uuid,
  created_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  sharing text not null default 'when'::text,
  constraint connections_pkey PRIMARY KEY (id),
  constraint connections_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE SET NULL,
  constraint connections_kind_check CHECK ((kind = ANY (ARRAY['imap'::text, 'caldav'::text, 'ical'::text, 'bluesky'::text, 'mastodon'::text, 'feed'::text, 'discourse'::text, 'drop'::text]))),
  constraint connections_name_check CHECK (((length(name) >= 1) AND (length(name) <= 300))),
  constraint connections_owner_user_id_fkey FOREIGN KEY (owner_user_id) REFERENCES users(id) ON DELETE CASCADE,
  constraint connections_sharing_check CHECK ((sharing = ANY (ARRAY['all'::text, 'subject'::text, 'when'::text, 'nothing'::text]))),
  constraint connections_source_number_fkey FOREIGN KEY (source_number) REFERENCES sources(number)
);
CREATE INDEX connections_due_idx ON public.connections USING btree (next_run_at) WHERE ((deleted_at IS NULL) AND (NOT is_paused));
CREATE INDEX connections_owner_idx ON public.connections USING btree (owner_user_id) WHERE (deleted_at IS NULL);

create table corrections (
  tie_id uuid not null,
  id uuid not null,
  block text,
  value double precision,
  muted_code text,
  note text,
  author_id uuid not null,
  at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  constraint corrections_pkey PRIMARY KEY (tie_id, id),
  constraint corrections_block_check CHECK ((block = ANY (ARRAY['trust'::text, 'reciprocity'::text, 'intensity'::text, 'time'::text]))),
  constraint corrections_value_check CHECK (((value >= (0)::double precision) AND (value <= (1)::double precision)))
);

create table digests (
  user_id uuid not null,
  day date not null,
  claimed_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  constraint digests_pkey PRIMARY KEY (user_id, day),
  constraint digests_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);

create table drop_addresses (
  connection_id uuid not null,
  user_id uuid not null,
  token_hash bytea not null,
  token_sealed text not null,
  created_at timestamp with time zone not null,
  constraint drop_addresses_pkey PRIMARY KEY (connection_id),
  constraint drop_addresses_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES connections(id) ON DELETE CASCADE,
  constraint drop_addresses_token_hash_key UNIQUE (token_hash),
  constraint drop_addresses_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE,
  constraint drop_addresses_user_id_key UNIQUE (user_id)
);

create table drop_messages (
  id uuid not null,
  connection_id uuid not null,
  at timestamp with time zone not null,
  raw bytea not null,
  constraint drop_messages_pkey PRIMARY KEY (id),
  constraint drop_messages_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES connections(id) ON DELETE CASCADE
);
CREATE INDEX drop_messages_recent ON public.drop_messages USING btree (connection_id, at);
CREATE INDEX drop_messages_waiting ON public.drop_messages USING btree (at, id);

create table expectations (
  id uuid not null,
  party_id uuid not null,
  asked_on date not null,
  of_us text,
  of_them text,
  changed text,
  asked_by uuid,
  ask_again_on date,
  task_id uuid,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  constraint expectations_pkey PRIMARY KEY (id),
  constraint expectations_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES users(id),
  constraint expectations_changed_check CHECK (((length(changed) >= 1) AND (length(changed) <= 2000))),
  constraint expectations_check CHECK (((of_us IS NOT NULL) OR (of_them IS NOT NULL) OR (changed IS NOT NULL))),
  constraint expectations_of_them_check CHECK (((length(of_them) >= 1) AND (length(of_them) <= 2000))),
  constraint expectations_of_us_check CHECK (((length(of_us) >= 1) AND (length(of_us) <= 2000))),
  constraint expectations_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id) ON DELETE CASCADE,
  constraint expectations_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(id) ON DELETE SET NULL
);
CREATE INDEX expectations_party ON public.expectations USING btree (party_id, asked_on DESC, id DESC) WHERE (deleted_at IS NULL);
CREATE INDEX expectations_task ON public.expectations USING btree (task_id) WHERE (task_id IS NOT NULL);

create table exports (
  id uuid not null,
  user_id uuid not null,
  what jsonb not null,
  row_count integer,
  at timestamp with time zone not null,
  constraint exports_pkey PRIMARY KEY (id),
  constraint exports_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);
CREATE INDEX exports_at ON public.exports USING btree (at DESC);

create table faults (
  tie_id uuid not null,
  id uuid not null,
  by_side smallint not null,
  facet smallint not null,
  weight double precision not null,
  what text not null,
  at timestamp with time zone not null,
  made_good_at timestamp with time zone,
  made_good_how text,
  promise_id uuid,
  version integer not null default 1,
  why text,
  told_at timestamp with time zone,
  constraint faults_pkey PRIMARY KEY (tie_id, id),
  constraint faults_by_side_check CHECK ((by_side = ANY (ARRAY[0, 1]))),
  constraint faults_facet_check CHECK (((facet >= 0) AND (facet <= 2))),
  constraint faults_why_check CHECK ((length(why) <= 2000))
);
CREATE INDEX faults_id ON public.faults USING btree (id);
CREATE INDEX faults_open ON public.faults USING btree (at) WHERE (made_good_at IS NULL);

create table field_values (
  field_id uuid not null,
  party_id uuid not null,
  text_value text,
  number_value double precision,
  date_value date,
  choices text[],
  party_value uuid,
  constraint field_values_pkey PRIMARY KEY (field_id, party_id),
  constraint field_values_field_id_fkey FOREIGN KEY (field_id) REFERENCES fields(id) ON DELETE CASCADE,
  constraint field_values_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id) ON DELETE CASCADE,
  constraint field_values_party_value_fkey FOREIGN KEY (party_value) REFERENCES parties(id) ON DELETE CASCADE
);
CREATE INDEX field_values_choices ON public.field_values USING gin (choices) WHERE (choices IS NOT NULL);
CREATE INDEX field_values_date ON public.field_values USING btree (field_id, date_value, party_id) WHERE (date_value IS NOT NULL);
CREATE INDEX field_values_number ON public.field_values USING btree (field_id, number_value, party_id) WHERE (number_value IS NOT NULL);
CREATE INDEX field_values_of_party ON public.field_values USING btree (party_value, field_id) WHERE (party_value IS NOT NULL);
CREATE INDEX field_values_party ON public.field_values USING btree (party_id);
CREATE INDEX field_values_text ON public.field_values USING btree (field_id, lower("left"(text_value, 200)), party_id) WHERE (text_value IS NOT NULL);

create table fields (
  id uuid not null,
  key text not null,
  name text not null,
  applies_to text not null,
  type text not null,
  options jsonb not null default '[]'::jsonb,
  place integer not null,
  version integer not null default 1,
  archived_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint fields_pkey PRIMARY KEY (id),
  constraint fields_applies_to_check CHECK ((applies_to = ANY (ARRAY['person'::text, 'organisation'::text, 'both'::text]))),
  constraint fields_key_key UNIQUE (key),
  constraint fields_type_check CHECK ((type = ANY (ARRAY['text'::text, 'number'::text, 'date'::text, 'choice'::text, 'multi-choice'::text, 'money'::text, 'link'::text, 'party'::text])))
);

create table files (
  id uuid not null,
  party_id uuid not null,
  noun text not null,
  record_id uuid not null,
  name text not null,
  size_bytes bigint not null,
  media_type text not null,
  sha256 bytea not null,
  storage_key text not null,
  uploaded_by uuid,
  created_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  constraint files_pkey PRIMARY KEY (id),
  constraint files_name_check CHECK (((length(name) >= 1) AND (length(name) <= 255))),
  constraint files_noun_check CHECK ((noun = ANY (ARRAY['party'::text, 'note'::text, 'interaction'::text]))),
  constraint files_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id) ON DELETE CASCADE,
  constraint files_storage_key_key UNIQUE (storage_key),
  constraint files_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES users(id)
);
CREATE INDEX files_deleted ON public.files USING btree (deleted_at) WHERE (deleted_at IS NOT NULL);
CREATE INDEX files_party ON public.files USING btree (party_id, created_at DESC, id DESC) WHERE (deleted_at IS NULL);
CREATE INDEX files_record ON public.files USING btree (record_id, created_at, id) WHERE (deleted_at IS NULL);

create table firm (
  id smallint not null default 1,
  name text not null,
  time_zone text not null default 'Europe/Amsterdam'::text,
  default_country text not null default 'NL'::text,
  closures jsonb not null default '[]'::jsonb,
  party_id uuid not null,
  is_demo boolean not null default false,
  created_at timestamp with time zone not null,
  quarter_goal text not null default 'keep'::text,
  constraint firm_pkey PRIMARY KEY (id),
  constraint firm_id_check CHECK ((id = 1)),
  constraint firm_party FOREIGN KEY (party_id) REFERENCES parties(id),
  constraint firm_quarter_goal_check CHECK ((quarter_goal = ANY (ARRAY['keep'::text, 'lean-less'::text, 'new'::text, 'make-good'::text])))
);

create table foundation_kinds (
  key text not null,
  label text,
  place smallint not null,
  version integer not null default 1,
  deleted_at timestamp with time zone,
  id uuid not null default gen_random_uuid(),
  constraint foundation_kinds_pkey PRIMARY KEY (key),
  constraint foundation_kinds_id_key UNIQUE (id),
  constraint foundation_kinds_key_check CHECK ((key ~ '^[a-z0-9][a-z0-9-]{0,59}$'::text)),
  constraint foundation_kinds_label_check CHECK (((length(label) >= 1) AND (length(label) <= 80)))
);

create table foundation_readings (
  id uuid not null,
  party_id uuid not null,
  shares jsonb not null,
  uncertainty double precision not null,
  n integer not null,
  ground text not null,
  user_id uuid,
  at timestamp with time zone not null,
  constraint foundation_readings_pkey PRIMARY KEY (id),
  constraint foundation_readings_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id) ON DELETE CASCADE,
  constraint foundation_readings_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id)
);
CREATE INDEX foundation_readings_party ON public.foundation_readings USING btree (party_id, at DESC, id DESC);

create table foundation_statements (
  id uuid not null,
  party_id uuid not null,
  kind text not null,
  ground text not null,
  words text,
  face text,
  colleague_id uuid,
  told_by text,
  needed_for text,
  said_at timestamp with time zone not null,
  author_id uuid,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  survey_id uuid,
  survey_reason text,
  left_with_survey boolean not null default false,
  constraint foundation_statements_pkey PRIMARY KEY (id),
  constraint foundation_statements_author_id_fkey FOREIGN KEY (author_id) REFERENCES users(id),
  constraint foundation_statements_check CHECK (((face IS DISTINCT FROM 'family'::text) OR ((told_by IS NOT NULL) AND (needed_for IS NOT NULL) AND (length(needed_for) > 0)))),
  constraint foundation_statements_check1 CHECK (((face IS NULL) OR (kind = 'personal'::text))),
  constraint foundation_statements_colleague_id_fkey FOREIGN KEY (colleague_id) REFERENCES parties(id) ON DELETE SET NULL,
  constraint foundation_statements_face_check CHECK ((face = ANY (ARRAY['familiar'::text, 'family'::text]))),
  constraint foundation_statements_ground_check CHECK ((ground = ANY (ARRAY['said'::text, 'survey'::text]))),
  constraint foundation_statements_kind_fkey FOREIGN KEY (kind) REFERENCES foundation_kinds(key),
  constraint foundation_statements_needed_for_check CHECK ((length(needed_for) <= 500)),
  constraint foundation_statements_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id) ON DELETE CASCADE,
  constraint foundation_statements_told_by_check CHECK ((told_by = ANY (ARRAY['them'::text, 'us'::text]))),
  constraint foundation_statements_words_check CHECK ((length(words) <= 2000))
);
CREATE INDEX foundation_statements_kind ON public.foundation_statements USING btree (kind) WHERE (deleted_at IS NULL);
CREATE INDEX foundation_statements_party ON public.foundation_statements USING btree (party_id, said_at DESC, id DESC) WHERE (deleted_at IS NULL);
CREATE UNIQUE INDEX foundation_statements_survey ON public.foundation_statements USING btree (survey_id, survey_reason) WHERE (survey_id IS NOT NULL);

create table group_members (
  group_id uuid not null,
  party_id uuid not null,
  added_at timestamp with time zone not null,
  constraint group_members_pkey PRIMARY KEY (group_id, party_id),
  constraint group_members_group_id_fkey FOREIGN KEY (group_id) REFERENCES groups(id) ON DELETE CASCADE,
  constraint group_members_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id) ON DELETE CASCADE
);
CREATE INDEX group_members_party ON public.group_members USING btree (party_id);

create table groups (
  id uuid not null,
  name text not null,
  key text not null,
  note text,
  version integer not null default 1,
  created_by uuid,
  created_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  constraint groups_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX groups_key ON public.groups USING btree (key) WHERE (deleted_at IS NULL);

create table hook_deliveries (
  id uuid not null,
  hook_id uuid not null,
  at timestamp with time zone not null,
  content_type text not null,
  headers jsonb not null default '{}'::jsonb,
  raw bytea not null,
  outcome text not null,
  problem text,
  problem_field text,
  problem_text text,
  interaction_id uuid,
  body_hash bytea not null,
  constraint hook_deliveries_pkey PRIMARY KEY (id),
  constraint hook_deliveries_hook_id_body_hash_key UNIQUE (hook_id, body_hash),
  constraint hook_deliveries_hook_id_fkey FOREIGN KEY (hook_id) REFERENCES hooks(id) ON DELETE CASCADE,
  constraint hook_deliveries_outcome_check CHECK ((outcome = ANY (ARRAY['waiting'::text, 'kept'::text, 'same'::text, 'skipped'::text, 'failed'::text])))
);
CREATE INDEX hook_deliveries_newest ON public.hook_deliveries USING btree (hook_id, at DESC, id DESC);
CREATE INDEX hook_deliveries_old ON public.hook_deliveries USING btree (at);
CREATE INDEX hook_deliveries_outcome ON public.hook_deliveries USING btree (hook_id, outcome, at DESC, id DESC);
CREATE INDEX hook_deliveries_waiting ON public.hook_deliveries USING btree (at, id) WHERE (outcome = 'waiting'::text);

create table hooks (
  id uuid not null,
  name text not null,
  source_number smallint not null,
  token_hash bytea not null,
  token_sealed text not null,
  signature text not null,
  secret_sealed text,
  preset text not null,
  mapping jsonb not null,
  is_paused boolean not null default false,
  problem text,
  problem_at timestamp with time zone,
  last_at timestamp with time zone,
  version integer not null default 1,
  created_by uuid,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  constraint hooks_pkey PRIMARY KEY (id),
  constraint hooks_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE SET NULL,
  constraint hooks_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint hooks_signature_check CHECK ((signature = ANY (ARRAY['none'::text, 'standard'::text, 'shopify'::text, 'stripe'::text, 'woocommerce'::text]))),
  constraint hooks_source_number_fkey FOREIGN KEY (source_number) REFERENCES sources(number),
  constraint hooks_token_hash_key UNIQUE (token_hash)
);
CREATE INDEX hooks_listed ON public.hooks USING btree (created_at, id) WHERE (deleted_at IS NULL);

create table house_rule_cases (
  rule_id uuid not null,
  key text not null,
  party_id uuid not null,
  happened_on date not null,
  due_on date not null,
  task_id uuid,
  constraint house_rule_cases_pkey PRIMARY KEY (rule_id, key),
  constraint house_rule_cases_key_check CHECK (((length(key) >= 1) AND (length(key) <= 200))),
  constraint house_rule_cases_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id) ON DELETE CASCADE,
  constraint house_rule_cases_rule_id_fkey FOREIGN KEY (rule_id) REFERENCES house_rules(id) ON DELETE CASCADE,
  constraint house_rule_cases_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(id) ON DELETE CASCADE
);
CREATE INDEX house_rule_cases_page ON public.house_rule_cases USING btree (rule_id, due_on DESC, key DESC);
CREATE INDEX house_rule_cases_party ON public.house_rule_cases USING btree (party_id);
CREATE INDEX house_rule_cases_task ON public.house_rule_cases USING btree (task_id) WHERE (task_id IS NOT NULL);

create table house_rules (
  id uuid not null,
  trigger text not null,
  act text not null,
  within_days smallint not null,
  assignee_id uuid,
  created_by uuid,
  since_on date not null,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  constraint house_rules_pkey PRIMARY KEY (id),
  constraint house_rules_act_check CHECK (((length(act) >= 1) AND (length(act) <= 200))),
  constraint house_rules_assignee_id_fkey FOREIGN KEY (assignee_id) REFERENCES users(id),
  constraint house_rules_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id),
  constraint house_rules_trigger_check CHECK ((trigger = ANY (ARRAY['introduction'::text, 'first-order'::text, 'help'::text, 'gift'::text, 'review'::text, 'idea'::text, 'idea-delivered'::text, 'complaint-closed'::text, 'birthday'::text]))),
  constraint house_rules_within_days_check CHECK (((within_days >= 0) AND (within_days <= 365)))
);
CREATE INDEX house_rules_standing ON public.house_rules USING btree (created_at, id) WHERE (deleted_at IS NULL);

create table ideas (
  id uuid not null,
  party_id uuid not null,
  text text not null,
  status text not null,
  came_at timestamp with time zone not null,
  came_by text not null,
  delivered_in text,
  delivered_on date,
  told_at timestamp with time zone,
  told_by text,
  thanked_at timestamp with time zone,
  thanked_by text,
  naming text not null,
  colleague_id uuid,
  came_in uuid,
  told_in uuid,
  thanked_in uuid,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  constraint ideas_pkey PRIMARY KEY (id),
  constraint ideas_came_in_fkey FOREIGN KEY (came_in) REFERENCES interactions(id) ON DELETE SET NULL,
  constraint ideas_check CHECK (((status = 'delivered'::text) = (delivered_on IS NOT NULL))),
  constraint ideas_check1 CHECK (((status = 'delivered'::text) OR (delivered_in IS NULL))),
  constraint ideas_check2 CHECK (((told_at IS NULL) = (told_by IS NULL))),
  constraint ideas_check3 CHECK (((thanked_at IS NULL) = (thanked_by IS NULL))),
  constraint ideas_colleague_id_fkey FOREIGN KEY (colleague_id) REFERENCES parties(id) ON DELETE SET NULL,
  constraint ideas_delivered_in_check CHECK (((length(delivered_in) >= 1) AND (length(delivered_in) <= 200))),
  constraint ideas_naming_check CHECK ((naming = ANY (ARRAY['unasked'::text, 'asked'::text, 'yes'::text, 'no'::text]))),
  constraint ideas_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id) ON DELETE CASCADE,
  constraint ideas_status_check CHECK ((status = ANY (ARRAY['new'::text, 'considering'::text, 'doing'::text, 'delivered'::text, 'not-now'::text]))),
  constraint ideas_text_check CHECK (((length(text) >= 1) AND (length(text) <= 1000))),
  constraint ideas_thanked_in_fkey FOREIGN KEY (thanked_in) REFERENCES interactions(id) ON DELETE SET NULL,
  constraint ideas_told_in_fkey FOREIGN KEY (told_in) REFERENCES interactions(id) ON DELETE SET NULL
);
CREATE INDEX ideas_came ON public.ideas USING btree (came_at DESC, id DESC) WHERE (deleted_at IS NULL);
CREATE INDEX ideas_came_in ON public.ideas USING btree (came_in) WHERE (came_in IS NOT NULL);
CREATE INDEX ideas_delivered ON public.ideas USING btree (party_id, delivered_on DESC, id DESC) WHERE ((delivered_on IS NOT NULL) AND (deleted_at IS NULL));
CREATE INDEX ideas_party ON public.ideas USING btree (party_id, came_at DESC, id DESC) WHERE (deleted_at IS NULL);
CREATE INDEX ideas_status ON public.ideas USING btree (status, came_at DESC, id DESC) WHERE (deleted_at IS NULL);
CREATE INDEX ideas_thanked_in ON public.ideas USING btree (thanked_in) WHERE (thanked_in IS NOT NULL);
CREATE INDEX ideas_thing ON public.ideas USING btree (lower(delivered_in), came_at DESC, id DESC) WHERE ((delivered_in IS NOT NULL) AND (deleted_at IS NULL));
CREATE INDEX ideas_told_in ON public.ideas USING btree (told_in) WHERE (told_in IS NOT NULL);
CREATE INDEX ideas_unthanked ON public.ideas USING btree (came_at DESC, id DESC) WHERE ((thanked_at IS NULL) AND (deleted_at IS NULL));
CREATE INDEX ideas_untold ON public.ideas USING btree (came_at DESC, id DESC) WHERE ((delivered_on IS NOT NULL) AND (told_at IS NULL) AND (deleted_at IS NULL));

create table idempotency_keys (
  actor_id uuid not null,
  endpoint text not null,
  key text not null,
  body_hash bytea not null,
  response jsonb,
  created_at timestamp with time zone not null,
  constraint idempotency_keys_pkey PRIMARY KEY (actor_id, endpoint, key)
);
CREATE INDEX idempotency_keys_created ON public.idempotency_keys USING btree (created_at);

create table identities (
  id uuid not null,
  party_id uuid not null,
  kind text not null,
  value text not null,
  label text,
  is_primary boolean not null default false,
  created_at timestamp with time zone not null,
  constraint identities_pkey PRIMARY KEY (id),
  constraint identities_kind_check CHECK ((kind = ANY (ARRAY['mail'::text, 'phone'::text, 'handle'::text, 'name'::text, 'key'::text]))),
  constraint identities_kind_value_key UNIQUE (kind, value),
  constraint identities_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id) ON DELETE CASCADE,
  constraint identities_value_check CHECK (((length(value) >= 1) AND (length(value) <= 500)))
);
CREATE INDEX identities_party ON public.identities USING btree (party_id);

create table import_errors (
  import_id uuid not null,
  position text not null,
  problem text not null,
  raw bytea,
  constraint import_errors_pkey PRIMARY KEY (import_id, "position"),
  constraint import_errors_import_id_fkey FOREIGN KEY (import_id) REFERENCES imports(id) ON DELETE CASCADE
);

create table imports (
  id uuid not null,
  user_id uuid not null,
  connector text not null,
  file_name text not null,
  path text not null,
  status text not null,
  settings jsonb not null default '{}'::jsonb,
  source_number smallint,
  preview jsonb,
  cursor jsonb,
  done_bytes bigint not null default 0,
  total_bytes bigint not null default 0,
  counts jsonb not null default '{}'::jsonb,
  problem text,
  heartbeat_at timestamp with time zone,
  created_at timestamp with time zone not null,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  constraint imports_pkey PRIMARY KEY (id),
  constraint imports_source_number_fkey FOREIGN KEY (source_number) REFERENCES sources(number),
  constraint imports_status_check CHECK ((status = ANY (ARRAY['uploaded'::text, 'previewing'::text, 'previewed'::text, 'waiting'::text, 'running'::text, 'cancelling'::text, 'cancelled'::text, 'failed'::text, 'done'::text, 'undoing'::text, 'undone'::text])))
);
CREATE INDEX imports_user ON public.imports USING btree (user_id, created_at DESC);

create table interactions (
  id uuid not null,
  source_number smallint not null,
  source_key text not null,
  happened_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  channel text not null,
  kind text not null,
  from_party uuid not null,
  to_parties uuid[] not null,
  subject text,
  snippet text,
  answers text[] not null default '{}'::text[],
  answered_at timestamp with time zone,
  mail_class text not null default 'person'::text,
  asked boolean,
  valence real,
  benefits jsonb not null default '[]'::jsonb,
  order_line jsonb,
  owner_user_id uuid,
  shared_at timestamp with time zone,
  recorded_by uuid,
  import_id uuid,
  version integer not null default 1,
  content_hash bytea not null,
  answered_from uuid,
  answered_place smallint,
  twin_of uuid,
  kept_line text,
  sharing text,
  link text,
  constraint interactions_pkey PRIMARY KEY (id),
  constraint interactions_from_party_fkey FOREIGN KEY (from_party) REFERENCES parties(id),
  constraint interactions_link_check CHECK (((link IS NULL) OR ((link ~~ 'https://%'::text) AND (length(link) <= 2000)))),
  constraint interactions_sharing_check CHECK ((sharing = ANY (ARRAY['all'::text, 'subject'::text, 'when'::text, 'nothing'::text]))),
  constraint interactions_source_key_check CHECK (((length(source_key) >= 1) AND (length(source_key) <= 500))),
  constraint interactions_source_number_fkey FOREIGN KEY (source_number) REFERENCES sources(number),
  constraint interactions_source_number_source_key_key UNIQUE (source_number, source_key),
  constraint interactions_to_parties_check CHECK ((cardinality(to_parties) >= 1)),
  constraint interactions_valence_check CHECK (((valence >= ('-1'::integer)::double precision) AND (valence <= (1)::double precision)))
);
CREATE INDEX interactions_answers_beyond ON public.interactions USING gin (answers) WITH (fastupdate=off) WHERE ((answers <> '{}'::text[]) AND (answered_place IS DISTINCT FROM 1));
CREATE INDEX interactions_answers_first ON public.interactions USING btree (source_number, (answers[1])) WHERE (answers <> '{}'::text[]);
CREATE INDEX interactions_complaints ON public.interactions USING btree (from_party, happened_at) WHERE (kind = 'complaint'::text);
CREATE INDEX interactions_for_rules ON public.interactions USING btree (kind, happened_at DESC, id DESC) WHERE ((twin_of IS NULL) AND (kind = ANY (ARRAY['introduction'::text, 'referral'::text, 'order'::text, 'help'::text, 'gift'::text, 'review'::text, 'idea'::text, 'complaint-told'::text, 'complaint-closed'::text])));
CREATE INDEX interactions_from ON public.interactions USING btree (from_party, happened_at DESC);
CREATE INDEX interactions_happened ON public.interactions USING btree (happened_at DESC, id);
CREATE INDEX interactions_import ON public.interactions USING btree (import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX interactions_kept_from ON public.interactions USING btree (from_party, happened_at DESC) WHERE (kept_line IS NOT NULL);
CREATE INDEX interactions_kept_to ON public.interactions USING gin (to_parties) WHERE (kept_line IS NOT NULL);
CREATE INDEX interactions_offered ON public.interactions USING btree (happened_at DESC) WHERE (((order_line -> 'offers'::text) IS NOT NULL) AND ((order_line -> 'offers'::text) <> '{}'::jsonb));
CREATE INDEX interactions_orders_of ON public.interactions USING btree (from_party, happened_at DESC) INCLUDE (source_number) WHERE ((kind = 'order'::text) AND (twin_of IS NULL));
CREATE INDEX interactions_product ON public.interactions USING btree (((order_line ->> 'product'::text)), from_party) WHERE ((order_line ->> 'product'::text) IS NOT NULL);
CREATE INDEX interactions_to ON public.interactions USING gin (to_parties) WITH (fastupdate=off);
CREATE INDEX interactions_twins ON public.interactions USING btree (twin_of) WHERE (twin_of IS NOT NULL);

create table introduced_benefits (
  relation_id uuid not null,
  step text not null,
  interaction_id uuid not null,
  newcomer_id uuid not null,
  is_ours boolean not null,
  constraint introduced_benefits_pkey PRIMARY KEY (relation_id, step),
  constraint introduced_benefits_interaction_id_fkey FOREIGN KEY (interaction_id) REFERENCES interactions(id) ON DELETE CASCADE,
  constraint introduced_benefits_newcomer_id_fkey FOREIGN KEY (newcomer_id) REFERENCES parties(id) ON DELETE CASCADE,
  constraint introduced_benefits_relation_id_fkey FOREIGN KEY (relation_id) REFERENCES relations(id) ON DELETE CASCADE,
  constraint introduced_benefits_step_check CHECK ((step = ANY (ARRAY['brought'::text, 'bought'::text])))
);
CREATE INDEX introduced_benefits_interaction ON public.introduced_benefits USING btree (interaction_id);
CREATE INDEX introduced_benefits_newcomer ON public.introduced_benefits USING btree (newcomer_id);

create table keep_in_touch (
  id uuid not null,
  party_id uuid,
  group_id uuid,
  user_id uuid not null,
  every_days integer,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  constraint keep_in_touch_pkey PRIMARY KEY (id),
  constraint keep_in_touch_check CHECK (((party_id IS NULL) <> (group_id IS NULL))),
  constraint keep_in_touch_every_days_check CHECK (((every_days >= 1) AND (every_days <= 3650))),
  constraint keep_in_touch_group_id_fkey FOREIGN KEY (group_id) REFERENCES groups(id) ON DELETE CASCADE,
  constraint keep_in_touch_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id) ON DELETE CASCADE,
  constraint keep_in_touch_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);
CREATE INDEX keep_in_touch_user ON public.keep_in_touch USING btree (user_id) WHERE (deleted_at IS NULL);
CREATE UNIQUE INDEX keep_in_touch_group ON public.keep_in_touch USING btree (group_id, user_id) WHERE ((deleted_at IS NULL) AND (group_id IS NOT NULL));
CREATE UNIQUE INDEX keep_in_touch_party ON public.keep_in_touch USING btree (party_id, user_id) WHERE ((deleted_at IS NULL) AND (party_id IS NOT NULL));

create table mail_copies (
  connection_id uuid not null,
  place text not null,
  uid_validity bigint not null,
  uid bigint not null,
  mail_id uuid not null,
  gone_at timestamp with time zone,
  constraint mail_copies_pkey PRIMARY KEY (connection_id, place, uid_validity, uid),
  constraint mail_copies_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES connections(id) ON DELETE CASCADE,
  constraint mail_copies_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES mails(id) ON DELETE CASCADE
);
CREATE INDEX mail_copies_mail ON public.mail_copies USING btree (mail_id);

create table mail_raws (
  mail_id uuid not null,
  raw bytea not null,
  is_whole boolean not null,
  constraint mail_raws_pkey PRIMARY KEY (mail_id),
  constraint mail_raws_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES mails(id) ON DELETE CASCADE
);

create table mail_refusals (
  party_id uuid not null,
  origin text not null,
  said_at timestamp with time zone not null,
  noted_by uuid,
  created_at timestamp with time zone not null,
  constraint mail_refusals_pkey PRIMARY KEY (party_id),
  constraint mail_refusals_noted_by_fkey FOREIGN KEY (noted_by) REFERENCES users(id) ON DELETE SET NULL,
  constraint mail_refusals_origin_check CHECK ((origin = ANY (ARRAY['hand'::text, 'mail'::text]))),
  constraint mail_refusals_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id) ON DELETE CASCADE
);

create table mail_senders (
  connection_id uuid not null,
  host text not null,
  port integer not null,
  security text not null,
  user_name text not null,
  sealed text,
  from_name text,
  signature jsonb,
  keeps_sent boolean not null default true,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  constraint mail_senders_pkey PRIMARY KEY (connection_id),
  constraint mail_senders_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES connections(id) ON DELETE CASCADE,
  constraint mail_senders_port_check CHECK (((port >= 1) AND (port <= 65535))),
  constraint mail_senders_security_check CHECK ((security = ANY (ARRAY['tls'::text, 'starttls'::text, 'none'::text])))
);

create table mail_signals (
  id uuid not null,
  interaction_id uuid not null,
  owner_user_id uuid not null,
  kind text not null,
  text text not null,
  due_at timestamp with time zone,
  settled_at timestamp with time zone,
  constraint mail_signals_pkey PRIMARY KEY (id),
  constraint mail_signals_interaction_id_fkey FOREIGN KEY (interaction_id) REFERENCES interactions(id) ON DELETE CASCADE,
  constraint mail_signals_interaction_id_kind_text_key UNIQUE (interaction_id, kind, text),
  constraint mail_signals_kind_check CHECK ((kind = ANY (ARRAY['promise'::text, 'thanks'::text, 'help'::text, 'question'::text])))
);
CREATE INDEX mail_signals_owner ON public.mail_signals USING btree (owner_user_id, kind) WHERE (settled_at IS NULL);

create table mail_templates (
  id uuid not null,
  owner_id uuid not null,
  name text not null,
  is_shared boolean not null default false,
  subject text not null default ''::text,
  body jsonb not null,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  constraint mail_templates_pkey PRIMARY KEY (id),
  constraint mail_templates_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint mail_templates_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES users(id) ON DELETE CASCADE
);
CREATE INDEX mail_templates_owner ON public.mail_templates USING btree (owner_id) WHERE (deleted_at IS NULL);

create table mail_threads (
  id uuid not null,
  connection_id uuid not null,
  subject text,
  search_text text not null default ''::text,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  message_count integer not null,
  unread_count integer not null,
  sharing text,
  version integer not null default 1,
  constraint mail_threads_pkey PRIMARY KEY (id),
  constraint mail_threads_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES connections(id) ON DELETE CASCADE,
  constraint mail_threads_sharing_check CHECK ((sharing = ANY (ARRAY['all'::text, 'subject'::text, 'when'::text, 'nothing'::text])))
);
CREATE INDEX mail_threads_last ON public.mail_threads USING btree (connection_id, last_at DESC, id DESC);
CREATE INDEX mail_threads_search ON public.mail_threads USING gin (search_text gin_trgm_ops);
CREATE INDEX mail_threads_unread ON public.mail_threads USING btree (connection_id, last_at DESC, id DESC) WHERE (unread_count > 0);

create table mails (
  id uuid not null,
  connection_id uuid not null,
  thread_id uuid not null,
  interaction_id uuid,
  message_key text not null,
  sent_at timestamp with time zone not null,
  direction text not null,
  from_address text not null,
  from_name text,
  to_lines jsonb not null default '[]'::jsonb,
  cc_lines jsonb not null default '[]'::jsonb,
  addresses text[] not null,
  subject text,
  snippet text,
  has_attachments boolean not null,
  size_bytes bigint not null,
  is_seen boolean not null,
  mail_class text not null,
  answers text[] not null default '{}'::text[],
  constraint mails_pkey PRIMARY KEY (id),
  constraint mails_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES connections(id) ON DELETE CASCADE,
  constraint mails_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text]))),
  constraint mails_message_key_check CHECK (((length(message_key) >= 1) AND (length(message_key) <= 500))),
  constraint mails_message_key_connection_id_key UNIQUE (message_key, connection_id),
  constraint mails_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES mail_threads(id) ON DELETE CASCADE
);
CREATE INDEX mails_answers ON public.mails USING gin (answers) WHERE (answers <> '{}'::text[]);
CREATE INDEX mails_interaction ON public.mails USING btree (interaction_id) WHERE (interaction_id IS NOT NULL);
CREATE INDEX mails_newest ON public.mails USING btree (connection_id, sent_at DESC, id DESC);
CREATE INDEX mails_thread ON public.mails USING btree (thread_id, sent_at, id);

create table mentions (
  note_id uuid not null,
  user_id uuid not null,
  constraint mentions_pkey PRIMARY KEY (note_id, user_id),
  constraint mentions_note_id_fkey FOREIGN KEY (note_id) REFERENCES notes(id) ON DELETE CASCADE,
  constraint mentions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);
CREATE INDEX mentions_user ON public.mentions USING btree (user_id);

create table notes (
  id uuid not null,
  party_id uuid not null,
  author_id uuid not null,
  body jsonb not null,
  plain_text text not null,
  search_text text not null,
  is_private boolean not null default false,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  constraint notes_pkey PRIMARY KEY (id),
  constraint notes_author_id_fkey FOREIGN KEY (author_id) REFERENCES users(id),
  constraint notes_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id) ON DELETE CASCADE
);
CREATE INDEX notes_party ON public.notes USING btree (party_id, created_at DESC, id DESC) WHERE (deleted_at IS NULL);
CREATE INDEX notes_search ON public.notes USING gin (search_text gin_trgm_ops) WHERE (deleted_at IS NULL);

create table notification_ways (
  user_id uuid not null,
  kind text not null,
  in_app boolean not null,
  push boolean not null,
  mail boolean not null,
  constraint notification_ways_pkey PRIMARY KEY (user_id, kind),
  constraint notification_ways_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);

create table notifications (
  id uuid not null,
  user_id uuid not null,
  kind text not null,
  key text not null,
  party_id uuid,
  noun text not null,
  record_id uuid not null,
  by_user uuid,
  at timestamp with time zone not null,
  read_at timestamp with time zone,
  constraint notifications_pkey PRIMARY KEY (id),
  constraint notifications_by_user_fkey FOREIGN KEY (by_user) REFERENCES users(id),
  constraint notifications_kind_check CHECK ((kind = ANY (ARRAY['mention'::text, 'task-due'::text, 'task-assigned'::text, 'promise-due'::text, 'keep-in-touch'::text, 'import-done'::text, 'import-failed'::text, 'connection-trouble'::text, 'connection-quiet'::text, 'mail-trouble'::text, 'report-answered'::text, 'what-if-asked'::text]))),
  constraint notifications_noun_check CHECK ((noun = ANY (ARRAY['note'::text, 'task'::text, 'promise'::text, 'party'::text, 'import'::text, 'connection'::text, 'outbox-mail'::text, 'report'::text, 'what-if-run'::text]))),
  constraint notifications_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id) ON DELETE CASCADE,
  constraint notifications_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE,
  constraint notifications_user_id_key_key UNIQUE (user_id, key)
);
CREATE INDEX notifications_of ON public.notifications USING btree (user_id, at DESC, id DESC);
CREATE INDEX notifications_old ON public.notifications USING btree (at);
CREATE INDEX notifications_record ON public.notifications USING btree (record_id, user_id);
CREATE INDEX notifications_unread ON public.notifications USING btree (user_id, kind) WHERE (read_at IS NULL);

create table oauth_starts (
  state_hash bytea not null,
  user_id uuid not null,
  session_hash bytea not null,
  provider text not null,
  connection_id uuid,
  wanted jsonb,
  verifier text not null,
  expires_at timestamp with time zone not null,
  constraint oauth_starts_pkey PRIMARY KEY (state_hash),
  constraint oauth_starts_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES connections(id) ON DELETE CASCADE,
  constraint oauth_starts_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);
CREATE INDEX oauth_starts_expires_idx ON public.oauth_starts USING btree (expires_at);

create table outbox_files (
  id uuid not null,
  outbox_id uuid not null,
  name text not null,
  size_bytes bigint not null,
  media_type text not null,
  sha256 bytea not null,
  storage_key text not null,
  created_at timestamp with time zone not null,
  constraint outbox_files_pkey PRIMARY KEY (id),
  constraint outbox_files_name_check CHECK (((length(name) >= 1) AND (length(name) <= 255))),
  constraint outbox_files_outbox_id_fkey FOREIGN KEY (outbox_id) REFERENCES outbox_mails(id) ON DELETE CASCADE,
  constraint outbox_files_storage_key_key UNIQUE (storage_key)
);
CREATE INDEX outbox_files_mail ON public.outbox_files USING btree (outbox_id, created_at, id);

create table outbox_mails (
  id uuid not null,
  connection_id uuid not null,
  author_id uuid not null,
  party_id uuid,
  answers_mail_id uuid,
  answers text[] not null default '{}'::text[],
  to_lines jsonb not null default '[]'::jsonb,
  cc_lines jsonb not null default '[]'::jsonb,
  bcc_lines jsonb not null default '[]'::jsonb,
  subject text not null default ''::text,
  body jsonb not null,
  has_signature boolean not null default true,
  state text not null default 'draft'::text,
  send_at timestamp with time zone,
  later_at timestamp with time zone,
  message_id text,
  attempts integer not null default 0,
  lease uuid,
  leased_at timestamp with time zone,
  problem text,
  server_words text,
  refused_lines jsonb not null default '[]'::jsonb,
  asked_for_by uuid,
  sent_at timestamp with time zone,
  mail_id uuid,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  constraint outbox_mails_pkey PRIMARY KEY (id),
  constraint outbox_mails_answers_mail_id_fkey FOREIGN KEY (answers_mail_id) REFERENCES mails(id) ON DELETE SET NULL,
  constraint outbox_mails_asked_for_by_fkey FOREIGN KEY (asked_for_by) REFERENCES users(id) ON DELETE SET NULL,
  constraint outbox_mails_author_id_fkey FOREIGN KEY (author_id) REFERENCES users(id) ON DELETE CASCADE,
  constraint outbox_mails_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES connections(id) ON DELETE CASCADE,
  constraint outbox_mails_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES mails(id) ON DELETE SET NULL,
  constraint outbox_mails_message_id_key UNIQUE (message_id),
  constraint outbox_mails_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id) ON DELETE SET NULL,
  constraint outbox_mails_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'waiting'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'unknown'::text])))
);
CREATE INDEX outbox_mails_author ON public.outbox_mails USING btree (author_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL);
CREATE INDEX outbox_mails_due ON public.outbox_mails USING btree (send_at) WHERE ((state = 'waiting'::text) AND (deleted_at IS NULL));
CREATE INDEX outbox_mails_party ON public.outbox_mails USING btree (party_id) WHERE (party_id IS NOT NULL);
CREATE INDEX outbox_mails_sending ON public.outbox_mails USING btree (leased_at) WHERE (state = 'sending'::text);

create table parameter_versions (
  id uuid not null,
  changed jsonb not null,
  author_id uuid,
  valid_from timestamp with time zone not null,
  constraint parameter_versions_pkey PRIMARY KEY (id)
);

create table parties (
  id uuid not null,
  kind text not null,
  name text not null,
  sort_name text not null,
  search_text text not null,
  given_name text,
  family_name text,
  job_title text,
  is_own boolean not null default false,
  roles text[] not null default '{}'::text[],
  triaged_at timestamp with time zone,
  visibility text not null default 'firm'::text,
  contact_wish text,
  closures jsonb not null default '[]'::jsonb,
  personal_foundation boolean not null default false,
  birthday text,
  note text,
  import_id uuid,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  addresses jsonb not null default '[]'::jsonb,
  city text,
  form_of_address text,
  salutation text,
  pronouns text,
  met_how text,
  met_on date,
  met_through uuid,
  preferences jsonb not null default '[]'::jsonb,
  kvk_number text,
  branch_number text,
  vat_id text,
  iban text,
  is_folded boolean not null default false,
  legal_form text,
  constraint parties_pkey PRIMARY KEY (id),
  constraint parties_contact_wish_check CHECK ((contact_wish = ANY (ARRAY['gladly'::text, 'when-needed'::text, 'rather-not'::text]))),
  constraint parties_form_of_address_check CHECK ((form_of_address = ANY (ARRAY['formal'::text, 'informal'::text]))),
  constraint parties_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'organisation'::text]))),
  constraint parties_met_through_fkey FOREIGN KEY (met_through) REFERENCES parties(id) ON DELETE SET NULL,
  constraint parties_name_check CHECK (((length(name) >= 1) AND (length(name) <= 300))),
  constraint parties_visibility_check CHECK ((visibility = ANY (ARRAY['firm'::text, 'private'::text])))
);
CREATE INDEX parties_binned ON public.parties USING btree (id) WHERE (deleted_at IS NOT NULL);
CREATE INDEX parties_birthday ON public.parties USING btree (id) WHERE ((birthday IS NOT NULL) AND (deleted_at IS NULL));
CREATE INDEX parties_city ON public.parties USING btree (lower(city), id) WHERE ((city IS NOT NULL) AND (deleted_at IS NULL));
CREATE INDEX parties_created ON public.parties USING btree (created_at, id) WHERE ((deleted_at IS NULL) AND (NOT is_own));
CREATE INDEX parties_iban ON public.parties USING btree (iban) WHERE ((iban IS NOT NULL) AND (deleted_at IS NULL));
CREATE INDEX parties_import ON public.parties USING btree (import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX parties_kvk ON public.parties USING btree (kvk_number) WHERE ((kvk_number IS NOT NULL) AND (deleted_at IS NULL));
CREATE INDEX parties_leaning ON public.parties USING btree (id) WHERE ((kind = 'organisation'::text) AND (deleted_at IS NULL) AND (visibility = 'firm'::text) AND (NOT (roles && '{private,ignore,colleague}'::text[])));
CREATE INDEX parties_met_through ON public.parties USING btree (met_through) WHERE (met_through IS NOT NULL);
CREATE INDEX parties_outside ON public.parties USING btree (sort_name, id) WHERE ((deleted_at IS NULL) AND (NOT is_own));
CREATE INDEX parties_own ON public.parties USING btree (id) WHERE is_own;
CREATE INDEX parties_private ON public.parties USING btree (id) WHERE (visibility = 'private'::text);
CREATE INDEX parties_rather_not ON public.parties USING btree (id) WHERE (contact_wish = 'rather-not'::text);
CREATE INDEX parties_search ON public.parties USING gin (search_text gin_trgm_ops) WHERE (deleted_at IS NULL);
CREATE INDEX parties_search_start ON public.parties USING btree (search_text text_pattern_ops) WHERE (deleted_at IS NULL);
CREATE INDEX parties_sort_name ON public.parties USING btree (sort_name, id) WHERE (deleted_at IS NULL);
CREATE INDEX parties_sort_start ON public.parties USING btree (sort_name text_pattern_ops) WHERE (deleted_at IS NULL);
CREATE INDEX parties_vat ON public.parties USING btree (vat_id) WHERE ((vat_id IS NOT NULL) AND (deleted_at IS NULL));

create table party_choices (
  party_id uuid not null,
  shares jsonb not null,
  n integer not null,
  as_of timestamp with time zone not null,
  constraint party_choices_pkey PRIMARY KEY (party_id),
  constraint party_choices_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id) ON DELETE CASCADE
);

create table party_figures (
  party_id uuid not null,
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
  giving_ours double precision not null,
  giving_theirs double precision not null,
  pressure double precision not null,
  gap_days double precision,
  last_at timestamp with time zone,
  quiet_at timestamp with time zone,
  gone_at timestamp with time zone,
  trend double precision not null,
  sparkline smallint[] not null default '{}'::smallint[],
  strongest_tie uuid,
  dependency double precision,
  dependency_on uuid,
  strand_count integer not null default 0,
  contact_count integer not null default 0,
  foundation_share double precision,
  constraint party_figures_pkey PRIMARY KEY (party_id),
  constraint party_figures_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id) ON DELETE CASCADE
);
CREATE INDEX party_figures_alarm ON public.party_figures USING btree (alarm, bond, party_id) WHERE (alarm <> 'none'::text);
CREATE INDEX party_figures_bond ON public.party_figures USING btree (bond, party_id);
CREATE INDEX party_figures_could_become ON public.party_figures USING btree (GREATEST(potential, bond) DESC, party_id) WHERE ((status_rank = ANY (ARRAY[1, 2])) AND (contact_count >= 2) AND (giving_theirs > (0)::double precision) AND (pressure <= (1)::double precision) AND (alarm <> 'gone'::text));
CREATE INDEX party_figures_foundation ON public.party_figures USING btree (COALESCE(foundation_share, (0)::double precision), party_id);
CREATE INDEX party_figures_hangs ON public.party_figures USING btree (bond, party_id) WHERE ((dependency > (0.5)::double precision) AND (contact_count >= 5));
CREATE INDEX party_figures_last ON public.party_figures USING btree (COALESCE(last_at, '-infinity'::timestamp with time zone), party_id);
CREATE INDEX party_figures_leaning ON public.party_figures USING btree (party_id, dependency_on) WHERE (dependency > (0.5)::double precision);
CREATE INDEX party_figures_one_sided ON public.party_figures USING btree (potential DESC, party_id) WHERE ((giving_theirs >= (0.5)::double precision) AND (giving_ours < (0.1)::double precision) AND (alarm <> 'gone'::text));
CREATE INDEX party_figures_pressed ON public.party_figures USING btree (pressure DESC, party_id) WHERE ((pressure > (1)::double precision) AND (giving_theirs < (0.05)::double precision));
CREATE INDEX party_figures_quiet ON public.party_figures USING btree (COALESCE(quiet_at, 'infinity'::timestamp with time zone), party_id);
CREATE INDEX party_figures_status ON public.party_figures USING btree (status, bond, party_id);
CREATE INDEX party_figures_trend ON public.party_figures USING btree (trend, party_id);

create table party_foundations (
  party_id uuid not null,
  shares jsonb not null,
  uncertainty double precision not null,
  n integer not null,
  ground text not null,
  largest text not null,
  reasons jsonb not null default '[]'::jsonb,
  as_of timestamp with time zone not null,
  mostly text[] not null default '{}'::text[],
  largest_share double precision not null default 0,
  constraint party_foundations_pkey PRIMARY KEY (party_id),
  constraint party_foundations_ground_check CHECK ((ground = ANY (ARRAY['said'::text, 'survey'::text, 'choices'::text, 'segment'::text]))),
  constraint party_foundations_largest_share_check CHECK (((largest_share >= (0)::double precision) AND (largest_share <= (1)::double precision))),
  constraint party_foundations_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id) ON DELETE CASCADE,
  constraint party_foundations_uncertainty_check CHECK (((uncertainty >= (0)::double precision) AND (uncertainty <= (1)::double precision)))
);
CREATE INDEX party_foundations_as_of ON public.party_foundations USING btree (as_of);
CREATE INDEX party_foundations_largest ON public.party_foundations USING btree (largest, party_id);
CREATE INDEX party_foundations_mostly ON public.party_foundations USING gin (mostly);

create table party_tags (
  tag_id uuid not null,
  party_id uuid not null,
  merged_from uuid,
  constraint party_tags_pkey PRIMARY KEY (tag_id, party_id),
  constraint party_tags_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id) ON DELETE CASCADE,
  constraint party_tags_tag_id_fkey FOREIGN KEY (tag_id) REFERENCES tags(id) ON DELETE CASCADE
);
CREATE INDEX party_tags_party ON public.party_tags USING btree (party_id);

create table pins (
  record_id uuid not null,
  party_id uuid not null,
  pinned_by uuid,
  pinned_at timestamp with time zone not null,
  constraint pins_pkey PRIMARY KEY (record_id, party_id),
  constraint pins_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id) ON DELETE CASCADE,
  constraint pins_pinned_by_fkey FOREIGN KEY (pinned_by) REFERENCES users(id)
);
CREATE INDEX pins_party ON public.pins USING btree (party_id, pinned_at DESC);

create table plan_steps (
  plan_id uuid not null,
  task_id uuid not null,
  place smallint not null,
  constraint plan_steps_pkey PRIMARY KEY (plan_id, task_id),
  constraint plan_steps_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans(id) ON DELETE CASCADE,
  constraint plan_steps_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(id) ON DELETE CASCADE
);
CREATE INDEX plan_steps_task ON public.plan_steps USING btree (task_id);

create table plans (
  id uuid not null,
  party_id uuid not null,
  goal text not null,
  hangs_on uuid,
  helper_id uuid,
  dependency_then double precision,
  second_then double precision,
  contacts_then integer not null default 0,
  due_on date,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  outcome text,
  author_id uuid,
  version integer not null default 1,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  constraint plans_pkey PRIMARY KEY (id),
  constraint plans_author_id_fkey FOREIGN KEY (author_id) REFERENCES users(id),
  constraint plans_check CHECK (((ended_at IS NULL) = (outcome IS NULL))),
  constraint plans_goal_check CHECK (((length(goal) >= 1) AND (length(goal) <= 500))),
  constraint plans_hangs_on_fkey FOREIGN KEY (hangs_on) REFERENCES parties(id) ON DELETE SET NULL,
  constraint plans_helper_id_fkey FOREIGN KEY (helper_id) REFERENCES parties(id) ON DELETE SET NULL,
  constraint plans_outcome_check CHECK ((outcome = ANY (ARRAY['reached'::text, 'stopped'::text]))),
  constraint plans_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id) ON DELETE CASCADE
);
CREATE INDEX plans_ended ON public.plans USING btree (ended_at DESC, id DESC) WHERE ((deleted_at IS NULL) AND (ended_at IS NOT NULL));
CREATE INDEX plans_open ON public.plans USING btree (started_at DESC, id DESC) WHERE ((deleted_at IS NULL) AND (ended_at IS NULL));
CREATE INDEX plans_party ON public.plans USING btree (party_id, started_at DESC, id DESC) WHERE (deleted_at IS NULL);

create table private_parties (
  party_id uuid not null,
  user_id uuid not null,
  constraint private_parties_pkey PRIMARY KEY (party_id, user_id),
  constraint private_parties_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id) ON DELETE CASCADE
);
CREATE INDEX private_parties_user ON public.private_parties USING btree (user_id);

create table promises (
  tie_id uuid not null,
  id uuid not null,
  kind text not null default 'promise'::text,
  owed_by smallint not null,
  text text not null,
  due_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  outcome text,
  interaction_id uuid,
  private_to uuid,
  author_id uuid,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  constraint promises_pkey PRIMARY KEY (tie_id, id),
  constraint promises_check CHECK (((settled_at IS NULL) = (outcome IS NULL))),
  constraint promises_kind_check CHECK ((kind = ANY (ARRAY['promise'::text, 'answer'::text, 'complaint'::text]))),
  constraint promises_outcome_check CHECK ((outcome = ANY (ARRAY['kept'::text, 'late'::text, 'broken'::text, 'withdrawn'::text]))),
  constraint promises_owed_by_check CHECK ((owed_by = ANY (ARRAY[0, 1])))
);
CREATE INDEX promises_complaints ON public.promises USING btree (COALESCE(settled_at, 'infinity'::timestamp with time zone), tie_id) WHERE (kind = 'complaint'::text);
CREATE INDEX promises_complaints_of ON public.promises USING btree (tie_id) WHERE (kind = 'complaint'::text);
CREATE INDEX promises_id ON public.promises USING btree (id);
CREATE INDEX promises_open ON public.promises USING btree (due_at) WHERE (settled_at IS NULL);
CREATE INDEX promises_open_answers ON public.promises USING btree (due_at, id) WHERE ((settled_at IS NULL) AND (kind = 'answer'::text));

create table proposals (
  id uuid not null,
  owner_user_id uuid not null,
  interaction_id uuid,
  party_id uuid not null,
  kind text not null,
  key text not null,
  text text not null,
  data jsonb not null default '{}'::jsonb,
  due_at timestamp with time zone,
  happened_at timestamp with time zone not null,
  outcome text,
  decided_at timestamp with time zone,
  note_id uuid,
  constraint proposals_pkey PRIMARY KEY (id),
  constraint proposals_interaction_id_fkey FOREIGN KEY (interaction_id) REFERENCES interactions(id) ON DELETE CASCADE,
  constraint proposals_key_check CHECK (((length(key) >= 1) AND (length(key) <= 600))),
  constraint proposals_kind_check CHECK ((kind = ANY (ARRAY['promise'::text, 'question'::text, 'thanks'::text, 'help'::text, 'recommendation'::text, 'introduction'::text, 'contact'::text, 'stop'::text, 'idea'::text, 'review'::text, 'discount'::text, 'favour'::text]))),
  constraint proposals_note_id_fkey FOREIGN KEY (note_id) REFERENCES notes(id) ON DELETE CASCADE,
  constraint proposals_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'dismissed'::text]))),
  constraint proposals_owner_user_id_fkey FOREIGN KEY (owner_user_id) REFERENCES users(id) ON DELETE CASCADE,
  constraint proposals_owner_user_id_key_key UNIQUE (owner_user_id, key),
  constraint proposals_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id) ON DELETE CASCADE,
  constraint proposals_read_in CHECK ((num_nonnulls(interaction_id, note_id) = 1))
);
CREATE INDEX proposals_of_interaction_idx ON public.proposals USING btree (interaction_id);
CREATE INDEX proposals_of_note_idx ON public.proposals USING btree (note_id) WHERE (note_id IS NOT NULL);
CREATE INDEX proposals_of_party_idx ON public.proposals USING btree (party_id, owner_user_id) WHERE (outcome IS NULL);
CREATE INDEX proposals_open_idx ON public.proposals USING btree (owner_user_id, happened_at DESC, id DESC) WHERE (outcome IS NULL);

create table public_links (
  id uuid not null,
  kind text not null,
  record_id uuid not null,
  token_hash bytea not null,
  created_by uuid,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  last_opened_at timestamp with time zone,
  constraint public_links_pkey PRIMARY KEY (id),
  constraint public_links_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE SET NULL,
  constraint public_links_kind_check CHECK ((kind = ANY (ARRAY['report'::text, 'survey'::text]))),
  constraint public_links_token_hash_key UNIQUE (token_hash)
);
CREATE INDEX public_links_of_record ON public.public_links USING btree (kind, record_id, created_at DESC);
CREATE UNIQUE INDEX public_links_living ON public.public_links USING btree (kind, record_id) WHERE (revoked_at IS NULL);

create table publications (
  id uuid not null,
  party_id uuid not null,
  connection_id uuid,
  source_key text not null,
  published_at timestamp with time zone not null,
  fetched_at timestamp with time zone not null,
  title text not null,
  summary text,
  link text,
  constraint publications_pkey PRIMARY KEY (id),
  constraint publications_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES connections(id) ON DELETE SET NULL,
  constraint publications_link_check CHECK (((link IS NULL) OR ((link ~~ 'https://%'::text) AND (length(link) <= 2000)))),
  constraint publications_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id) ON DELETE CASCADE,
  constraint publications_party_id_source_key_key UNIQUE (party_id, source_key),
  constraint publications_source_key_check CHECK (((length(source_key) >= 1) AND (length(source_key) <= 500))),
  constraint publications_summary_check CHECK ((length(summary) <= 500)),
  constraint publications_title_check CHECK (((length(title) >= 1) AND (length(title) <= 500)))
);
CREATE INDEX publications_party ON public.publications USING btree (party_id, published_at DESC, id DESC);

create table push_subscriptions (
  id uuid not null,
  user_id uuid not null,
  endpoint text not null,
  p256dh text not null,
  auth text not null,
  browser text,
  created_at timestamp with time zone not null,
  constraint push_subscriptions_pkey PRIMARY KEY (id),
  constraint push_subscriptions_endpoint_key UNIQUE (endpoint),
  constraint push_subscriptions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);
CREATE INDEX push_subscriptions_user ON public.push_subscriptions USING btree (user_id);

create table relation_types (
  id uuid not null,
  key text not null,
  verb_forward text not null,
  verb_backward text not null,
  is_shipped boolean not null default false,
  version integer not null default 1,
  removed_at timestamp with time zone,
  created_at timestamp with time zone,
  constraint relation_types_pkey PRIMARY KEY (id),
  constraint relation_types_key_key UNIQUE (key)
);

create table relations (
  id uuid not null,
  type_id uuid not null,
  from_party uuid not null,
  to_party uuid not null,
  from_on date,
  until_on date,
  source text not null default 'hand'::text,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  title text,
  constraint relations_pkey PRIMARY KEY (id),
  constraint relations_check CHECK ((from_party <> to_party)),
  constraint relations_from_party_fkey FOREIGN KEY (from_party) REFERENCES parties(id) ON DELETE CASCADE,
  constraint relations_once_at_a_time EXCLUDE USING gist (((((from_party)::text || (to_party)::text) || (type_id)::text)) WITH =, daterange(from_on, until_on) WITH &&),
  constraint relations_to_party_fkey FOREIGN KEY (to_party) REFERENCES parties(id) ON DELETE CASCADE,
  constraint relations_type_id_fkey FOREIGN KEY (type_id) REFERENCES relation_types(id)
);
CREATE INDEX relations_from ON public.relations USING btree (from_party, type_id);
CREATE INDEX relations_to ON public.relations USING btree (to_party, type_id);

create table report_answers (
  id uuid not null,
  report_id uuid not null,
  text text not null,
  at timestamp with time zone not null,
  interaction_id uuid,
  constraint report_answers_pkey PRIMARY KEY (id),
  constraint report_answers_interaction_id_fkey FOREIGN KEY (interaction_id) REFERENCES interactions(id) ON DELETE SET NULL,
  constraint report_answers_report_id_fkey FOREIGN KEY (report_id) REFERENCES reports(id) ON DELETE CASCADE,
  constraint report_answers_text_check CHECK (((length(text) >= 1) AND (length(text) <= 4000)))
);
CREATE INDEX report_answers_moment ON public.report_answers USING btree (interaction_id) WHERE (interaction_id IS NOT NULL);
CREATE INDEX report_answers_of_report ON public.report_answers USING btree (report_id, at, id);

create table reports (
  id uuid not null,
  number integer not null generated by default as identity,
  party_id uuid not null,
  colleague_id uuid not null,
  keeper_id uuid,
  kind text not null,
  channel text not null,
  subject text not null,
  text text,
  reported_at timestamp with time zone not null,
  status text not null,
  what_we_did text,
  why text,
  solved_at timestamp with time zone,
  next text,
  next_due_at timestamp with time zone,
  note text,
  interaction_id uuid,
  told_interaction_id uuid,
  promise_id uuid,
  heard_at timestamp with time zone not null,
  published_at timestamp with time zone,
  published jsonb,
  due_at timestamp with time zone,
  version integer not null default 1,
  created_by uuid,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  constraint reports_pkey PRIMARY KEY (id),
  constraint reports_colleague_id_fkey FOREIGN KEY (colleague_id) REFERENCES parties(id) ON DELETE CASCADE,
  constraint reports_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE SET NULL,
  constraint reports_interaction_id_fkey FOREIGN KEY (interaction_id) REFERENCES interactions(id) ON DELETE SET NULL,
  constraint reports_keeper_id_fkey FOREIGN KEY (keeper_id) REFERENCES parties(id) ON DELETE SET NULL,
  constraint reports_kind_check CHECK ((kind = ANY (ARRAY['complaint'::text, 'question'::text]))),
  constraint reports_number_key UNIQUE (number),
  constraint reports_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id) ON DELETE CASCADE,
  constraint reports_status_check CHECK ((status = ANY (ARRAY['received'::text, 'working'::text, 'solved'::text, 'closed'::text]))),
  constraint reports_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 300))),
  constraint reports_told_interaction_id_fkey FOREIGN KEY (told_interaction_id) REFERENCES interactions(id) ON DELETE SET NULL
);
CREATE INDEX reports_done ON public.reports USING btree (reported_at DESC, id DESC) WHERE ((due_at IS NULL) AND (deleted_at IS NULL));
CREATE INDEX reports_of_party ON public.reports USING btree (party_id, reported_at DESC) WHERE (deleted_at IS NULL);
CREATE INDEX reports_open ON public.reports USING btree (due_at, id) WHERE ((due_at IS NOT NULL) AND (deleted_at IS NULL));
CREATE INDEX reports_told ON public.reports USING btree (told_interaction_id) WHERE (told_interaction_id IS NOT NULL);
CREATE INDEX reports_waiting ON public.reports USING btree (due_at, id) WHERE ((due_at IS NOT NULL) AND (deleted_at IS NULL) AND ((published_at IS NULL) OR (heard_at > published_at)));
CREATE UNIQUE INDEX reports_of_interaction ON public.reports USING btree (interaction_id) WHERE (deleted_at IS NULL);

create table sealed_secrets (
  name text not null,
  sealed text not null,
  created_at timestamp with time zone not null,
  constraint sealed_secrets_pkey PRIMARY KEY (name)
);

create table sent_briefs (
  event_id uuid not null,
  user_id uuid not null,
  starts_at timestamp with time zone not null,
  claimed_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  constraint sent_briefs_pkey PRIMARY KEY (event_id, user_id, starts_at),
  constraint sent_briefs_event_id_fkey FOREIGN KEY (event_id) REFERENCES calendar_events(id) ON DELETE CASCADE,
  constraint sent_briefs_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);

create table sessions (
  id uuid not null,
  user_id uuid not null,
  token text not null,
  expires_at timestamp with time zone not null,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint sessions_pkey PRIMARY KEY (id),
  constraint sessions_token_key UNIQUE (token),
  constraint sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);
CREATE INDEX sessions_user ON public.sessions USING btree (user_id);

create table settings (
  key text not null,
  value jsonb not null,
  constraint settings_pkey PRIMARY KEY (key)
);

create table sources (
  id uuid not null,
  number smallint not null generated always as identity,
  kind text not null,
  label text not null,
  owner_user_id uuid,
  is_private boolean not null default false,
  covered_from timestamp with time zone,
  covered_until timestamp with time zone,
  is_live boolean not null default false,
  created_at timestamp with time zone not null,
  constraint sources_pkey PRIMARY KEY (id),
  constraint sources_kind_label_key UNIQUE (kind, label),
  constraint sources_number_key UNIQUE (number)
);

create table stale_ties (
  tie_id uuid not null,
  at timestamp with time zone not null,
  constraint stale_ties_pkey PRIMARY KEY (tie_id)
);
CREATE INDEX stale_ties_order ON public.stale_ties USING btree (at, tie_id);

create table survey_refusals (
  party_id uuid not null,
  at timestamp with time zone not null,
  constraint survey_refusals_pkey PRIMARY KEY (party_id),
  constraint survey_refusals_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id) ON DELETE CASCADE
);

create table surveys (
  id uuid not null,
  kind text not null,
  way text not null,
  party_id uuid not null,
  colleague_id uuid not null,
  asked_by uuid,
  asked_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  answer smallint,
  marks jsonb,
  words text,
  version integer not null default 1,
  reasons text[] not null default '{}'::text[],
  constraint surveys_pkey PRIMARY KEY (id),
  constraint surveys_answer_check CHECK (((answer >= 0) AND (answer <= 2))),
  constraint surveys_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES users(id) ON DELETE SET NULL,
  constraint surveys_check CHECK (((answered_at IS NULL) = ((answer IS NULL) AND (marks IS NULL)))),
  constraint surveys_colleague_id_fkey FOREIGN KEY (colleague_id) REFERENCES parties(id),
  constraint surveys_kind_check CHECK ((kind = ANY (ARRAY['missing'::text, 'four'::text]))),
  constraint surveys_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id) ON DELETE CASCADE,
  constraint surveys_way_check CHECK ((way = ANY (ARRAY['link'::text, 'in-person'::text, 'ourselves'::text, 'unasked'::text])))
);
CREATE INDEX surveys_answered ON public.surveys USING btree (kind, answered_at DESC) WHERE (answered_at IS NOT NULL);
CREATE INDEX surveys_latest ON public.surveys USING btree (asked_at DESC, id DESC);
CREATE INDEX surveys_party ON public.surveys USING btree (party_id, asked_at DESC);

create table tags (
  id uuid not null,
  name text not null,
  key text not null,
  colour text not null default 'grey'::text,
  version integer not null default 1,
  created_by uuid,
  created_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  merged_into uuid,
  constraint tags_pkey PRIMARY KEY (id),
  constraint tags_colour_check CHECK ((colour = ANY (ARRAY['grey'::text, 'red'::text, 'orange'::text, 'yellow'::text, 'green'::text, 'blue'::text, 'purple'::text]))),
  constraint tags_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES tags(id)
);
CREATE UNIQUE INDEX tags_key ON public.tags USING btree (key) WHERE (deleted_at IS NULL);

create table tasks (
  id uuid not null,
  title text not null,
  note text,
  party_id uuid,
  assignee_id uuid not null,
  created_by uuid,
  due_on date,
  due_time text,
  snoozed_until timestamp with time zone,
  repeat jsonb,
  repeat_day smallint,
  follows uuid,
  sort_at timestamp with time zone not null,
  remind_at timestamp with time zone,
  done_at timestamp with time zone,
  done_by uuid,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  constraint tasks_pkey PRIMARY KEY (id),
  constraint tasks_assignee_id_fkey FOREIGN KEY (assignee_id) REFERENCES users(id),
  constraint tasks_check CHECK (((due_time IS NULL) OR (due_on IS NOT NULL))),
  constraint tasks_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id),
  constraint tasks_done_by_fkey FOREIGN KEY (done_by) REFERENCES users(id),
  constraint tasks_due_time_check CHECK ((due_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text)),
  constraint tasks_follows_fkey FOREIGN KEY (follows) REFERENCES tasks(id) ON DELETE SET NULL,
  constraint tasks_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id) ON DELETE CASCADE,
  constraint tasks_repeat_day_check CHECK (((repeat_day >= 1) AND (repeat_day <= 31))),
  constraint tasks_title_check CHECK (((length(title) >= 1) AND (length(title) <= 300)))
);
CREATE INDEX tasks_done ON public.tasks USING btree (done_at DESC, id DESC) WHERE ((done_at IS NOT NULL) AND (deleted_at IS NULL));
CREATE INDEX tasks_done_of ON public.tasks USING btree (assignee_id, done_at DESC, id DESC) WHERE ((done_at IS NOT NULL) AND (deleted_at IS NULL));
CREATE INDEX tasks_follows ON public.tasks USING btree (follows) WHERE (follows IS NOT NULL);
CREATE INDEX tasks_open ON public.tasks USING btree (sort_at, id) WHERE ((done_at IS NULL) AND (deleted_at IS NULL));
CREATE INDEX tasks_open_of ON public.tasks USING btree (assignee_id, sort_at, id) WHERE ((done_at IS NULL) AND (deleted_at IS NULL));
CREATE INDEX tasks_party ON public.tasks USING btree (party_id, created_at DESC, id DESC) WHERE (deleted_at IS NULL);
CREATE INDEX tasks_remind ON public.tasks USING btree (remind_at) WHERE ((done_at IS NULL) AND (deleted_at IS NULL) AND (remind_at IS NOT NULL));

create table tie_events (
  tie_id uuid not null,
  interaction_id uuid not null,
  direction smallint not null,
  at_ms double precision not null,
  day integer not null,
  family smallint not null,
  contact double precision not null,
  benefit double precision not null,
  trust_facet smallint,
  trust_good double precision not null default 0,
  trust_bad double precision not null default 0,
  pressure_channel smallint,
  unasked double precision not null default 0,
  survey_weight double precision not null default 0,
  survey_value double precision not null default 0,
  source_number smallint not null,
  constraint tie_events_pkey PRIMARY KEY (tie_id, interaction_id, direction),
  constraint tie_events_benefit_check CHECK (((benefit >= (0)::double precision) AND (benefit < ('1000000000'::numeric)::double precision))),
  constraint tie_events_contact_check CHECK (((contact >= (0)::double precision) AND (contact < ('1000000000'::numeric)::double precision))),
  constraint tie_events_direction_check CHECK ((direction = ANY (ARRAY[0, 1]))),
  constraint tie_events_family_check CHECK (((family >= 0) AND (family <= 3))),
  constraint tie_events_pressure_channel_check CHECK (((pressure_channel >= 0) AND (pressure_channel <= 2))),
  constraint tie_events_trust_facet_check CHECK (((trust_facet >= 0) AND (trust_facet <= 2)))
);
CREATE INDEX tie_events_at ON public.tie_events USING btree (tie_id, at_ms DESC);
CREATE INDEX tie_events_interaction ON public.tie_events USING btree (interaction_id);

create table tie_figures (
  tie_id uuid not null,
  as_of_ms double precision not null,
  bond double precision not null,
  trust double precision not null,
  reciprocity double precision not null,
  intensity double precision not null,
  time double precision not null,
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
  last_at timestamp with time zone,
  quiet_at timestamp with time zone,
  gone_at timestamp with time zone,
  trend double precision not null,
  due_at timestamp with time zone not null,
  constraint tie_figures_pkey PRIMARY KEY (tie_id)
);
CREATE INDEX tie_figures_due ON public.tie_figures USING btree (due_at);

create table tie_history (
  tie_id uuid not null,
  week integer not null,
  bond real not null,
  trust real not null,
  reciprocity real not null,
  intensity real not null,
  time real not null,
  constraint tie_history_pkey PRIMARY KEY (tie_id, week)
);

create table tie_states (
  tie_id uuid not null,
  direction smallint not null,
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
  constraint tie_states_pkey PRIMARY KEY (tie_id, direction),
  constraint tie_states_direction_check CHECK ((direction = ANY (ARRAY[0, 1])))
);

create table ties (
  id uuid not null,
  party_a uuid not null,
  party_b uuid not null,
  created_at timestamp with time zone not null,
  constraint ties_pkey PRIMARY KEY (id),
  constraint ties_check CHECK ((party_a < party_b)),
  constraint ties_party_a_fkey FOREIGN KEY (party_a) REFERENCES parties(id),
  constraint ties_party_a_party_b_key UNIQUE (party_a, party_b),
  constraint ties_party_b_fkey FOREIGN KEY (party_b) REFERENCES parties(id)
);
CREATE INDEX ties_party_b ON public.ties USING btree (party_b, party_a);

create table today_marks (
  user_id uuid not null,
  party_id uuid not null,
  line text not null,
  mark text not null,
  until timestamp with time zone,
  at timestamp with time zone not null,
  constraint today_marks_pkey PRIMARY KEY (user_id, party_id, line),
  constraint today_marks_mark_check CHECK ((mark = ANY (ARRAY['snoozed'::text, 'done'::text, 'left-in-peace'::text, 'not-useful'::text]))),
  constraint today_marks_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id) ON DELETE CASCADE
);

create table tombstones (
  key_hash bytea not null,
  reason text not null,
  at timestamp with time zone not null,
  constraint tombstones_pkey PRIMARY KEY (key_hash)
);

create table trust_pools (
  party_id uuid not null,
  tau_ms double precision not null,
  actor_good double precision not null,
  actor_bad double precision not null,
  truster_good double precision not null,
  truster_bad double precision not null,
  constraint trust_pools_pkey PRIMARY KEY (party_id),
  constraint trust_pools_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id) ON DELETE CASCADE
);

create table unshown_introducers (
  party_id uuid not null,
  noted_by uuid,
  created_at timestamp with time zone not null,
  constraint unshown_introducers_pkey PRIMARY KEY (party_id),
  constraint unshown_introducers_noted_by_fkey FOREIGN KEY (noted_by) REFERENCES users(id) ON DELETE SET NULL,
  constraint unshown_introducers_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id) ON DELETE CASCADE
);

create table users (
  id uuid not null,
  name text not null,
  email text not null,
  email_verified boolean not null default false,
  image text,
  role text not null default 'member'::text,
  locale text not null default 'nl'::text,
  party_id uuid,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  constraint users_pkey PRIMARY KEY (id),
  constraint users_email_check CHECK ((email = lower(email))),
  constraint users_email_key UNIQUE (email),
  constraint users_locale_check CHECK ((locale = ANY (ARRAY['nl'::text, 'en'::text]))),
  constraint users_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id),
  constraint users_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'member'::text])))
);
CREATE INDEX users_party ON public.users USING btree (party_id) WHERE (party_id IS NOT NULL);

create table verifications (
  id uuid not null,
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint verifications_pkey PRIMARY KEY (id)
);
CREATE INDEX verifications_identifier ON public.verifications USING btree (identifier);

create table views (
  id uuid not null,
  owner_id uuid not null,
  name text not null,
  is_shared boolean not null default false,
  definition jsonb not null,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  constraint views_pkey PRIMARY KEY (id),
  constraint views_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint views_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES users(id) ON DELETE CASCADE
);
CREATE INDEX views_owner ON public.views USING btree (owner_id, created_at) WHERE (deleted_at IS NULL);
CREATE INDEX views_shared ON public.views USING btree (created_at) WHERE (is_shared AND (deleted_at IS NULL));

create table what_if_runs (
  id uuid not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  as_of timestamp with time zone not null,
  question jsonb not null,
  scope jsonb not null,
  colleague_id uuid,
  totals jsonb not null,
  hurt jsonb not null,
  version integer not null default 1,
  deleted_at timestamp with time zone,
  constraint what_if_runs_pkey PRIMARY KEY (id),
  constraint what_if_runs_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES users(id),
  constraint what_if_runs_colleague_id_fkey FOREIGN KEY (colleague_id) REFERENCES parties(id) ON DELETE CASCADE
);
CREATE INDEX what_if_runs_asked ON public.what_if_runs USING btree (asked_at DESC, id DESC) WHERE (deleted_at IS NULL);
CREATE INDEX what_if_runs_colleague ON public.what_if_runs USING btree (colleague_id) WHERE (colleague_id IS NOT NULL);
