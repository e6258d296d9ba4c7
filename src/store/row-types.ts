/** Generated from the database's own catalogue; the migrations are the source. */
import type { Generated, GeneratedAlways } from 'kysely';

export interface AccountsTable {
  id: string;
  user_id: string;
  provider_id: string;
  account_id: string;
  password: string | null;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  access_token_expires_at: Date | null;
  refresh_token_expires_at: Date | null;
  scope: string | null;
  created_at: Date;
  updated_at: Date;
}

export interface ApiKeysTable {
  id: string;
  config_id: Generated<string>;
  name: string | null;
  start: string | null;
  prefix: string | null;
  key: string;
  reference_id: string;
  refill_interval: number | null;
  refill_amount: number | null;
  last_refill_at: Date | null;
  enabled: Generated<boolean>;
  rate_limit_enabled: Generated<boolean>;
  rate_limit_time_window: number | null;
  rate_limit_max: number | null;
  request_count: Generated<number>;
  remaining: number | null;
  last_request: Date | null;
  expires_at: Date | null;
  permissions: string | null;
  metadata: string | null;
  created_at: Date;
  updated_at: Date;
}

export interface BenefitKindsTable {
  id: string;
  key: string;
  name: string | null;
  weight: number | null;
  ground: string | null;
  is_shipped: Generated<boolean>;
  version: Generated<number>;
  removed_at: Date | null;
  created_at: Date | null;
}

export interface BenefitWeightVersionsTable {
  id: string;
  kind_id: string;
  weight: number | null;
  author_id: string | null;
  valid_from: Date;
}

export interface BenefitsTable {
  tie_id: string;
  interaction_id: string;
  direction: number;
  kind: string;
  weight: number;
  at_ms: number;
}

export interface BriefSettingsTable {
  user_id: string;
  mail: string;
}

export interface BulkActsTable {
  id: string;
  user_id: string;
  act: unknown;
  party_ids: string[];
  batch_id: string;
  status: string;
  seen: Generated<number>;
  changed: Generated<number>;
  created_at: Date;
  finished_at: Date | null;
}

export interface CalendarEventsTable {
  id: string;
  object_id: string | null;
  owner_user_id: string;
  uid: string;
  recurrence_id: Generated<string>;
  title: Generated<string>;
  location: string | null;
  description: string | null;
  starts_at: Date;
  ends_at: Date;
  starts_on: string | null;
  ends_on: string | null;
  time_zone: string | null;
  status: Generated<string>;
  is_busy: Generated<boolean>;
  is_private: Generated<boolean>;
  organiser: unknown | null;
  attendees: Generated<unknown>;
  party_ids: Generated<string[]>;
  sequence: Generated<number>;
  rrule: string | null;
  is_edited: Generated<boolean>;
  meeting_state: Generated<string>;
  interaction_id: string | null;
  version: Generated<number>;
  created_by: string | null;
  created_at: Date;
  updated_at: Date;
  deleted_at: Date | null;
}

export interface CalendarFeedsTable {
  user_id: string;
  token_hash: Buffer;
  sealed: string;
  created_at: Date;
  read_at: Date | null;
}

export interface CalendarObjectsTable {
  id: string;
  connection_id: string;
  place: string;
  href: string | null;
  etag: string | null;
  uid: string;
  raw: string | null;
  is_recurring: Generated<boolean>;
  push_state: string | null;
  push_problem: string | null;
  push_tries: Generated<number>;
  push_after: Date | null;
  told_at: Date | null;
  edits: Generated<number>;
  their_raw: string | null;
  their_etag: string | null;
  their_events: unknown | null;
  deleted_at: Date | null;
}

export interface ChangesTable {
  id: string;
  noun: string;
  record_id: string;
  party_id: string | null;
  act: string;
  label: string | null;
  before: Generated<unknown>;
  after: Generated<unknown>;
  version: number | null;
  user_id: string | null;
  origin: string;
  batch_id: string;
  private_to: string | null;
  at: Date;
  undoes: string | null;
  undone_at: Date | null;
}

export interface CheckRunsTable {
  id: string;
  at: Date;
  outcome: unknown;
}

export interface ConnectionFailuresTable {
  connection_id: string;
  place: string;
  position: string;
  problem: string;
  raw: Buffer | null;
  at: Date;
}

export interface ConnectionPlacesTable {
  connection_id: string;
  place: string;
  name: string;
  role: string | null;
  is_wanted: Generated<boolean>;
  cursor: unknown | null;
  done: Generated<number>;
  total: number | null;
  problem: string | null;
}

export interface ConnectionsTable {
  id: string;
  kind: string;
  name: string;
  owner_user_id: string | null;
  source_number: number | null;
  settings: Generated<unknown>;
  sealed: string | null;
  is_paused: Generated<boolean>;
  problem: string | null;
  problem_detail: string | null;
  problem_since: Date | null;
  failures: Generated<number>;
  tried_at: Date | null;
  succeeded_at: Date | null;
  next_run_at: Date | null;
  heard_at: Date | null;
  longest_gap_seconds: number | null;
  quiet_told_at: Date | null;
  read_count: Generated<number>;
  lease: string | null;
  leased_until: Date | null;
  watched_by: string | null;
  watched_until: Date | null;
  version: Generated<number>;
  created_by: string | null;
  created_at: Date;
  deleted_at: Date | null;
  sharing: Generated<string>;
}

export interface CorrectionsTable {
  tie_id: string;
  id: string;
  block: string | null;
  value: number | null;
  muted_code: string | null;
  note: string | null;
  author_id: string;
  at: Date;
  withdrawn_at: Date | null;
}

export interface DigestsTable {
  user_id: string;
  day: string;
  claimed_at: Date;
  sent_at: Date | null;
}

export interface DropAddressesTable {
  connection_id: string;
  user_id: string;
  token_hash: Buffer;
  token_sealed: string;
  created_at: Date;
}

export interface DropMessagesTable {
  id: string;
  connection_id: string;
  at: Date;
  raw: Buffer;
}

export interface ExpectationsTable {
  id: string;
  party_id: string;
  asked_on: string;
  of_us: string | null;
  of_them: string | null;
  changed: string | null;
  asked_by: string | null;
  ask_again_on: string | null;
  task_id: string | null;
  version: Generated<number>;
  created_at: Date;
  updated_at: Date;
  deleted_at: Date | null;
}

export interface ExportsTable {
  id: string;
  user_id: string;
  what: unknown;
  row_count: number | null;
  at: Date;
}

export interface FaultsTable {
  tie_id: string;
  id: string;
  by_side: number;
  facet: number;
  weight: number;
  what: string;
  at: Date;
  made_good_at: Date | null;
  made_good_how: string | null;
  promise_id: string | null;
  version: Generated<number>;
  why: string | null;
  told_at: Date | null;
}

export interface FieldValuesTable {
  field_id: string;
  party_id: string;
  text_value: string | null;
  number_value: number | null;
  date_value: string | null;
  choices: string[] | null;
  party_value: string | null;
}

export interface FieldsTable {
  id: string;
  key: string;
  name: string;
  applies_to: string;
  type: string;
  options: Generated<unknown>;
  place: number;
  version: Generated<number>;
  archived_at: Date | null;
  created_at: Date;
}

export interface FilesTable {
  id: string;
  party_id: string;
  noun: string;
  record_id: string;
  name: string;
  size_bytes: number;
  media_type: string;
  sha256: Buffer;
  storage_key: string;
  uploaded_by: string | null;
  created_at: Date;
  deleted_at: Date | null;
}

export interface FirmTable {
  id: Generated<number>;
  name: string;
  time_zone: Generated<string>;
  default_country: Generated<string>;
  closures: Generated<unknown>;
  party_id: string;
  is_demo: Generated<boolean>;
  created_at: Date;
  quarter_goal: Generated<string>;
}

export interface FoundationKindsTable {
  key: string;
  label: string | null;
  place: number;
  version: Generated<number>;
  deleted_at: Date | null;
  id: Generated<string>;
}

export interface FoundationReadingsTable {
  id: string;
  party_id: string;
  shares: unknown;
  uncertainty: number;
  n: number;
  ground: string;
  user_id: string | null;
  at: Date;
}

export interface FoundationStatementsTable {
  id: string;
  party_id: string;
  kind: string;
  ground: string;
  words: string | null;
  face: string | null;
  colleague_id: string | null;
  told_by: string | null;
  needed_for: string | null;
  said_at: Date;
  author_id: string | null;
  version: Generated<number>;
  created_at: Date;
  deleted_at: Date | null;
  survey_id: string | null;
  survey_reason: string | null;
  left_with_survey: Generated<boolean>;
}

export interface GroupMembersTable {
  group_id: string;
  party_id: string;
  added_at: Date;
}

export interface GroupsTable {
  id: string;
  name: string;
  key: string;
  note: string | null;
  version: Generated<number>;
  created_by: string | null;
  created_at: Date;
  deleted_at: Date | null;
}

export interface HookDeliveriesTable {
  id: string;
  hook_id: string;
  at: Date;
  content_type: string;
  headers: Generated<unknown>;
  raw: Buffer;
  outcome: string;
  problem: string | null;
  problem_field: string | null;
  problem_text: string | null;
  interaction_id: string | null;
  body_hash: Buffer;
}

export interface HooksTable {
  id: string;
  name: string;
  source_number: number;
  token_hash: Buffer;
  token_sealed: string;
  signature: string;
  secret_sealed: string | null;
  preset: string;
  mapping: unknown;
  is_paused: Generated<boolean>;
  problem: string | null;
  problem_at: Date | null;
  last_at: Date | null;
  version: Generated<number>;
  created_by: string | null;
  created_at: Date;
  updated_at: Date;
  deleted_at: Date | null;
}

export interface HouseRuleCasesTable {
  rule_id: string;
  key: string;
  party_id: string;
  happened_on: string;
  due_on: string;
  task_id: string | null;
}

export interface HouseRulesTable {
  id: string;
  trigger: string;
  act: string;
  within_days: number;
  assignee_id: string | null;
  created_by: string | null;
  since_on: string;
  version: Generated<number>;
  created_at: Date;
  updated_at: Date;
  deleted_at: Date | null;
}

export interface IdeasTable {
  id: string;
  party_id: string;
  text: string;
  status: string;
  came_at: Date;
  came_by: string;
  delivered_in: string | null;
  delivered_on: string | null;
  told_at: Date | null;
  told_by: string | null;
  thanked_at: Date | null;
  thanked_by: string | null;
  naming: string;
  colleague_id: string | null;
  came_in: string | null;
  told_in: string | null;
  thanked_in: string | null;
  version: Generated<number>;
  created_at: Date;
  updated_at: Date;
  deleted_at: Date | null;
}

export interface IdempotencyKeysTable {
  actor_id: string;
  endpoint: string;
  key: string;
  body_hash: Buffer;
  response: unknown | null;
  created_at: Date;
}

export interface IdentitiesTable {
  id: string;
  party_id: string;
  kind: string;
  value: string;
  label: string | null;
  is_primary: Generated<boolean>;
  created_at: Date;
}

export interface ImportErrorsTable {
  import_id: string;
  position: string;
  problem: string;
  raw: Buffer | null;
}

export interface ImportsTable {
  id: string;
  user_id: string;
  connector: string;
  file_name: string;
  path: string;
  status: string;
  settings: Generated<unknown>;
  source_number: number | null;
  preview: unknown | null;
  cursor: unknown | null;
  done_bytes: Generated<number>;
  total_bytes: Generated<number>;
  counts: Generated<unknown>;
  problem: string | null;
  heartbeat_at: Date | null;
  created_at: Date;
  started_at: Date | null;
  finished_at: Date | null;
}

export interface InteractionsTable {
  id: string;
  source_number: number;
  source_key: string;
  happened_at: Date;
  recorded_at: Date;
  channel: string;
  kind: string;
  from_party: string;
  to_parties: string[];
  subject: string | null;
  snippet: string | null;
  answers: Generated<string[]>;
  answered_at: Date | null;
  mail_class: Generated<string>;
  asked: boolean | null;
  valence: number | null;
  benefits: Generated<unknown>;
  order_line: unknown | null;
  owner_user_id: string | null;
  shared_at: Date | null;
  recorded_by: string | null;
  import_id: string | null;
  version: Generated<number>;
  content_hash: Buffer;
  answered_from: string | null;
  answered_place: number | null;
  twin_of: string | null;
  kept_line: string | null;
  sharing: string | null;
  link: string | null;
}

export interface IntroducedBenefitsTable {
  relation_id: string;
  step: string;
  interaction_id: string;
  newcomer_id: string;
  is_ours: boolean;
}

export interface KeepInTouchTable {
  id: string;
  party_id: string | null;
  group_id: string | null;
  user_id: string;
  every_days: number | null;
  version: Generated<number>;
  created_at: Date;
  updated_at: Date;
  deleted_at: Date | null;
}

export interface MailCopiesTable {
  connection_id: string;
  place: string;
  uid_validity: number;
  uid: number;
  mail_id: string;
  gone_at: Date | null;
}

export interface MailRawsTable {
  mail_id: string;
  raw: Buffer;
  is_whole: boolean;
}

export interface MailRefusalsTable {
  party_id: string;
  origin: string;
  said_at: Date;
  noted_by: string | null;
  created_at: Date;
}

export interface MailSendersTable {
  connection_id: string;
  host: string;
  port: number;
  security: string;
  user_name: string;
  sealed: string | null;
  from_name: string | null;
  signature: unknown | null;
  keeps_sent: Generated<boolean>;
  version: Generated<number>;
  created_at: Date;
  deleted_at: Date | null;
}

export interface MailSignalsTable {
  id: string;
  interaction_id: string;
  owner_user_id: string;
  kind: string;
  text: string;
  due_at: Date | null;
  settled_at: Date | null;
}

export interface MailTemplatesTable {
  id: string;
  owner_id: string;
  name: string;
  is_shared: Generated<boolean>;
  subject: Generated<string>;
  body: unknown;
  version: Generated<number>;
  created_at: Date;
  updated_at: Date;
  deleted_at: Date | null;
}

export interface MailThreadsTable {
  id: string;
  connection_id: string;
  subject: string | null;
  search_text: Generated<string>;
  first_at: Date;
  last_at: Date;
  message_count: number;
  unread_count: number;
  sharing: string | null;
  version: Generated<number>;
}

export interface MailsTable {
  id: string;
  connection_id: string;
  thread_id: string;
  interaction_id: string | null;
  message_key: string;
  sent_at: Date;
  direction: string;
  from_address: string;
  from_name: string | null;
  to_lines: Generated<unknown>;
  cc_lines: Generated<unknown>;
  addresses: string[];
  subject: string | null;
  snippet: string | null;
  has_attachments: boolean;
  size_bytes: number;
  is_seen: boolean;
  mail_class: string;
  answers: Generated<string[]>;
}

export interface MentionsTable {
  note_id: string;
  user_id: string;
}

export interface NotesTable {
  id: string;
  party_id: string;
  author_id: string;
  body: unknown;
  plain_text: string;
  search_text: string;
  is_private: Generated<boolean>;
  version: Generated<number>;
  created_at: Date;
  updated_at: Date;
  deleted_at: Date | null;
}

export interface NotificationWaysTable {
  user_id: string;
  kind: string;
  in_app: boolean;
  push: boolean;
  mail: boolean;
}

export interface NotificationsTable {
  id: string;
  user_id: string;
  kind: string;
  key: string;
  party_id: string | null;
  noun: string;
  record_id: string;
  by_user: string | null;
  at: Date;
  read_at: Date | null;
}

export interface OauthStartsTable {
  state_hash: Buffer;
  user_id: string;
  session_hash: Buffer;
  provider: string;
  connection_id: string | null;
  wanted: unknown | null;
  verifier: string;
  expires_at: Date;
}

export interface OutboxFilesTable {
  id: string;
  outbox_id: string;
  name: string;
  size_bytes: number;
  media_type: string;
  sha256: Buffer;
  storage_key: string;
  created_at: Date;
}

export interface OutboxMailsTable {
  id: string;
  connection_id: string;
  author_id: string;
  party_id: string | null;
  answers_mail_id: string | null;
  answers: Generated<string[]>;
  to_lines: Generated<unknown>;
  cc_lines: Generated<unknown>;
  bcc_lines: Generated<unknown>;
  subject: Generated<string>;
  body: unknown;
  has_signature: Generated<boolean>;
  state: Generated<string>;
  send_at: Date | null;
  later_at: Date | null;
  message_id: string | null;
  attempts: Generated<number>;
  lease: string | null;
  leased_at: Date | null;
  problem: string | null;
  server_words: string | null;
  refused_lines: Generated<unknown>;
  asked_for_by: string | null;
  sent_at: Date | null;
  mail_id: string | null;
  version: Generated<number>;
  created_at: Date;
  updated_at: Date;
  deleted_at: Date | null;
}

export interface ParameterVersionsTable {
  id: string;
  changed: unknown;
  author_id: string | null;
  valid_from: Date;
}

export interface PartiesTable {
  id: string;
  kind: string;
  name: string;
  sort_name: string;
  search_text: string;
  given_name: string | null;
  family_name: string | null;
  job_title: string | null;
  is_own: Generated<boolean>;
  roles: Generated<string[]>;
  triaged_at: Date | null;
  visibility: Generated<string>;
  contact_wish: string | null;
  closures: Generated<unknown>;
  personal_foundation: Generated<boolean>;
  birthday: string | null;
  note: string | null;
  import_id: string | null;
  version: Generated<number>;
  created_at: Date;
  updated_at: Date;
  deleted_at: Date | null;
  addresses: Generated<unknown>;
  city: string | null;
  form_of_address: string | null;
  salutation: string | null;
  pronouns: string | null;
  met_how: string | null;
  met_on: string | null;
  met_through: string | null;
  preferences: Generated<unknown>;
  kvk_number: string | null;
  branch_number: string | null;
  vat_id: string | null;
  iban: string | null;
  is_folded: Generated<boolean>;
  legal_form: string | null;
}

export interface PartyChoicesTable {
  party_id: string;
  shares: unknown;
  n: number;
  as_of: Date;
}

export interface PartyFiguresTable {
  party_id: string;
  as_of_ms: number;
  bond: number;
  trust: number;
  reciprocity: number;
  intensity: number;
  time: number;
  knowledge: string;
  weakest: string | null;
  status: string;
  status_rank: number;
  alarm: string;
  alarm_silenced_by: string | null;
  potential: number;
  giving_ours: number;
  giving_theirs: number;
  pressure: number;
  gap_days: number | null;
  last_at: Date | null;
  quiet_at: Date | null;
  gone_at: Date | null;
  trend: number;
  sparkline: Generated<number[]>;
  strongest_tie: string | null;
  dependency: number | null;
  dependency_on: string | null;
  strand_count: Generated<number>;
  contact_count: Generated<number>;
  foundation_share: number | null;
}

export interface PartyFoundationsTable {
  party_id: string;
  shares: unknown;
  uncertainty: number;
  n: number;
  ground: string;
  largest: string;
  reasons: Generated<unknown>;
  as_of: Date;
  mostly: Generated<string[]>;
  largest_share: Generated<number>;
}

export interface PartyTagsTable {
  tag_id: string;
  party_id: string;
  merged_from: string | null;
}

export interface PinsTable {
  record_id: string;
  party_id: string;
  pinned_by: string | null;
  pinned_at: Date;
}

export interface PlanStepsTable {
  plan_id: string;
  task_id: string;
  place: number;
}

export interface PlansTable {
  id: string;
  party_id: string;
  goal: string;
  hangs_on: string | null;
  helper_id: string | null;
  dependency_then: number | null;
  second_then: number | null;
  contacts_then: Generated<number>;
  due_on: string | null;
  started_at: Date;
  ended_at: Date | null;
  outcome: string | null;
  author_id: string | null;
  version: Generated<number>;
  updated_at: Date;
  deleted_at: Date | null;
}

export interface PrivatePartiesTable {
  party_id: string;
  user_id: string;
}

export interface PromisesTable {
  tie_id: string;
  id: string;
  kind: Generated<string>;
  owed_by: number;
  text: string;
  due_at: Date;
  settled_at: Date | null;
  outcome: string | null;
  interaction_id: string | null;
  private_to: string | null;
  author_id: string | null;
  version: Generated<number>;
  created_at: Date;
}

export interface ProposalsTable {
  id: string;
  owner_user_id: string;
  interaction_id: string | null;
  party_id: string;
  kind: string;
  key: string;
  text: string;
  data: Generated<unknown>;
  due_at: Date | null;
  happened_at: Date;
  outcome: string | null;
  decided_at: Date | null;
  note_id: string | null;
}

export interface PublicLinksTable {
  id: string;
  kind: string;
  record_id: string;
  token_hash: Buffer;
  created_by: string | null;
  created_at: Date;
  expires_at: Date | null;
  revoked_at: Date | null;
  last_opened_at: Date | null;
}

export interface PublicationsTable {
  id: string;
  party_id: string;
  connection_id: string | null;
  source_key: string;
  published_at: Date;
  fetched_at: Date;
  title: string;
  summary: string | null;
  link: string | null;
}

export interface PushSubscriptionsTable {
  id: string;
  user_id: string;
  endpoint: string;
  p256dh: string;
  auth: string;
  browser: string | null;
  created_at: Date;
}

export interface RelationTypesTable {
  id: string;
  key: string;
  verb_forward: string;
  verb_backward: string;
  is_shipped: Generated<boolean>;
  version: Generated<number>;
  removed_at: Date | null;
  created_at: Date | null;
}

export interface RelationsTable {
  id: string;
  type_id: string;
  from_party: string;
  to_party: string;
  from_on: string | null;
  until_on: string | null;
  source: Generated<string>;
  version: Generated<number>;
  created_at: Date;
  title: string | null;
}

export interface ReportAnswersTable {
  id: string;
  report_id: string;
  text: string;
  at: Date;
  interaction_id: string | null;
}

export interface ReportsTable {
  id: string;
  number: Generated<number>;
  party_id: string;
  colleague_id: string;
  keeper_id: string | null;
  kind: string;
  channel: string;
  subject: string;
  text: string | null;
  reported_at: Date;
  status: string;
  what_we_did: string | null;
  why: string | null;
  solved_at: Date | null;
  next: string | null;
  next_due_at: Date | null;
  note: string | null;
  interaction_id: string | null;
  told_interaction_id: string | null;
  promise_id: string | null;
  heard_at: Date;
  published_at: Date | null;
  published: unknown | null;
  due_at: Date | null;
  version: Generated<number>;
  created_by: string | null;
  created_at: Date;
  updated_at: Date;
  deleted_at: Date | null;
}

export interface SealedSecretsTable {
  name: string;
  sealed: string;
  created_at: Date;
}

export interface SentBriefsTable {
  event_id: string;
  user_id: string;
  starts_at: Date;
  claimed_at: Date;
  sent_at: Date | null;
}

export interface SessionsTable {
  id: string;
  user_id: string;
  token: string;
  expires_at: Date;
  ip_address: string | null;
  user_agent: string | null;
  created_at: Date;
  updated_at: Date;
}

export interface SettingsTable {
  key: string;
  value: unknown;
}

export interface SourcesTable {
  id: string;
  number: GeneratedAlways<number>;
  kind: string;
  label: string;
  owner_user_id: string | null;
  is_private: Generated<boolean>;
  covered_from: Date | null;
  covered_until: Date | null;
  is_live: Generated<boolean>;
  created_at: Date;
}

export interface StaleTiesTable {
  tie_id: string;
  at: Date;
}

export interface SurveyRefusalsTable {
  party_id: string;
  at: Date;
}

export interface SurveysTable {
  id: string;
  kind: string;
  way: string;
  party_id: string;
  colleague_id: string;
  asked_by: string | null;
  asked_at: Date;
  answered_at: Date | null;
  answer: number | null;
  marks: unknown | null;
  words: string | null;
  version: Generated<number>;
  reasons: Generated<string[]>;
}

export interface TagsTable {
  id: string;
  name: string;
  key: string;
  colour: Generated<string>;
  version: Generated<number>;
  created_by: string | null;
  created_at: Date;
  deleted_at: Date | null;
  merged_into: string | null;
}

export interface TasksTable {
  id: string;
  title: string;
  note: string | null;
  party_id: string | null;
  assignee_id: string;
  created_by: string | null;
  due_on: string | null;
  due_time: string | null;
  snoozed_until: Date | null;
  repeat: unknown | null;
  repeat_day: number | null;
  follows: string | null;
  sort_at: Date;
  remind_at: Date | null;
  done_at: Date | null;
  done_by: string | null;
  version: Generated<number>;
  created_at: Date;
  updated_at: Date;
  deleted_at: Date | null;
}

export interface TieEventsTable {
  tie_id: string;
  interaction_id: string;
  direction: number;
  at_ms: number;
  day: number;
  family: number;
  contact: number;
  benefit: number;
  trust_facet: number | null;
  trust_good: Generated<number>;
  trust_bad: Generated<number>;
  pressure_channel: number | null;
  unasked: Generated<number>;
  survey_weight: Generated<number>;
  survey_value: Generated<number>;
  source_number: number;
}

export interface TieFiguresTable {
  tie_id: string;
  as_of_ms: number;
  bond: number;
  trust: number;
  reciprocity: number;
  intensity: number;
  time: number;
  knowledge: string;
  weakest: string | null;
  status: string;
  alarm: string;
  alarm_silenced_by: string | null;
  potential: number;
  giving_ab: number;
  giving_ba: number;
  pressure: number;
  gap_days: number;
  known_gaps: number;
  last_at: Date | null;
  quiet_at: Date | null;
  gone_at: Date | null;
  trend: number;
  due_at: Date;
}

export interface TieHistoryTable {
  tie_id: string;
  week: number;
  bond: number;
  trust: number;
  reciprocity: number;
  intensity: number;
  time: number;
}

export interface TieStatesTable {
  tie_id: string;
  direction: number;
  tau_ms: number;
  first_ms: number | null;
  last_ms: number | null;
  contact_count: number;
  ability_count: number;
  benevolence_count: number;
  integrity_count: number;
  chat_contact: number;
  chat_benefit: number;
  mail_contact: number;
  mail_benefit: number;
  live_contact: number;
  live_benefit: number;
  purchase_contact: number;
  purchase_benefit: number;
  ability_good: number;
  ability_bad: number;
  benevolence_good: number;
  benevolence_bad: number;
  integrity_good: number;
  integrity_bad: number;
  survey_weight: number;
  survey_sum: number;
  pressure_call: number;
  pressure_mail: number;
  pressure_post: number;
  days: number[];
  sources: number[];
}

export interface TiesTable {
  id: string;
  party_a: string;
  party_b: string;
  created_at: Date;
}

export interface TodayMarksTable {
  user_id: string;
  party_id: string;
  line: string;
  mark: string;
  until: Date | null;
  at: Date;
}

export interface TombstonesTable {
  key_hash: Buffer;
  reason: string;
  at: Date;
}

export interface TrustPoolsTable {
  party_id: string;
  tau_ms: number;
  actor_good: number;
  actor_bad: number;
  truster_good: number;
  truster_bad: number;
}

export interface UnshownIntroducersTable {
  party_id: string;
  noted_by: string | null;
  created_at: Date;
}

export interface UsersTable {
  id: string;
  name: string;
  email: string;
  email_verified: Generated<boolean>;
  image: string | null;
  role: Generated<string>;
  locale: Generated<string>;
  party_id: string | null;
  created_at: Date;
  updated_at: Date;
  removed_at: Date | null;
}

export interface VerificationsTable {
  id: string;
  identifier: string;
  value: string;
  expires_at: Date;
  created_at: Date;
  updated_at: Date;
}

export interface ViewsTable {
  id: string;
  owner_id: string;
  name: string;
  is_shared: Generated<boolean>;
  definition: unknown;
  version: Generated<number>;
  created_at: Date;
  updated_at: Date;
  deleted_at: Date | null;
}

export interface WhatIfRunsTable {
  id: string;
  asked_by: string;
  asked_at: Date;
  as_of: Date;
  question: unknown;
  scope: unknown;
  colleague_id: string | null;
  totals: unknown;
  hurt: unknown;
  version: Generated<number>;
  deleted_at: Date | null;
}

export interface Tables {
  accounts: AccountsTable;
  api_keys: ApiKeysTable;
  benefit_kinds: BenefitKindsTable;
  benefit_weight_versions: BenefitWeightVersionsTable;
  benefits: BenefitsTable;
  brief_settings: BriefSettingsTable;
  bulk_acts: BulkActsTable;
  calendar_events: CalendarEventsTable;
  calendar_feeds: CalendarFeedsTable;
  calendar_objects: CalendarObjectsTable;
  changes: ChangesTable;
  check_runs: CheckRunsTable;
  connection_failures: ConnectionFailuresTable;
  connection_places: ConnectionPlacesTable;
  connections: ConnectionsTable;
  corrections: CorrectionsTable;
  digests: DigestsTable;
  drop_addresses: DropAddressesTable;
  drop_messages: DropMessagesTable;
  expectations: ExpectationsTable;
  exports: ExportsTable;
  faults: FaultsTable;
  field_values: FieldValuesTable;
  fields: FieldsTable;
  files: FilesTable;
  firm: FirmTable;
  foundation_kinds: FoundationKindsTable;
  foundation_readings: FoundationReadingsTable;
  foundation_statements: FoundationStatementsTable;
  group_members: GroupMembersTable;
  groups: GroupsTable;
  hook_deliveries: HookDeliveriesTable;
  hooks: HooksTable;
  house_rule_cases: HouseRuleCasesTable;
  house_rules: HouseRulesTable;
  ideas: IdeasTable;
  idempotency_keys: IdempotencyKeysTable;
  identities: IdentitiesTable;
  import_errors: ImportErrorsTable;
  imports: ImportsTable;
  interactions: InteractionsTable;
  introduced_benefits: IntroducedBenefitsTable;
  keep_in_touch: KeepInTouchTable;
  mail_copies: MailCopiesTable;
  mail_raws: MailRawsTable;
  mail_refusals: MailRefusalsTable;
  mail_senders: MailSendersTable;
  mail_signals: MailSignalsTable;
  mail_templates: MailTemplatesTable;
  mail_threads: MailThreadsTable;
  mails: MailsTable;
  mentions: MentionsTable;
  notes: NotesTable;
  notification_ways: NotificationWaysTable;
  notifications: NotificationsTable;
  oauth_starts: OauthStartsTable;
  outbox_files: OutboxFilesTable;
  outbox_mails: OutboxMailsTable;
  parameter_versions: ParameterVersionsTable;
  parties: PartiesTable;
  party_choices: PartyChoicesTable;
  party_figures: PartyFiguresTable;
  party_foundations: PartyFoundationsTable;
  party_tags: PartyTagsTable;
  pins: PinsTable;
  plan_steps: PlanStepsTable;
  plans: PlansTable;
  private_parties: PrivatePartiesTable;
  promises: PromisesTable;
  proposals: ProposalsTable;
  public_links: PublicLinksTable;
  publications: PublicationsTable;
  push_subscriptions: PushSubscriptionsTable;
  relation_types: RelationTypesTable;
  relations: RelationsTable;
  report_answers: ReportAnswersTable;
  reports: ReportsTable;
  sealed_secrets: SealedSecretsTable;
  sent_briefs: SentBriefsTable;
  sessions: SessionsTable;
  settings: SettingsTable;
  sources: SourcesTable;
  stale_ties: StaleTiesTable;
  survey_refusals: SurveyRefusalsTable;
  surveys: SurveysTable;
  tags: TagsTable;
  tasks: TasksTable;
  tie_events: TieEventsTable;
  tie_figures: TieFiguresTable;
  tie_history: TieHistoryTable;
  tie_states: TieStatesTable;
  ties: TiesTable;
  today_marks: TodayMarksTable;
  tombstones: TombstonesTable;
  trust_pools: TrustPoolsTable;
  unshown_introducers: UnshownIntroducersTable;
  users: UsersTable;
  verifications: VerificationsTable;
  views: ViewsTable;
  what_if_runs: WhatIfRunsTable;
}
