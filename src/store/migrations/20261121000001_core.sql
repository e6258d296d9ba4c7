-- Parties, who they are and how they are reached; users are better-auth's (next file) and link to a party.
create extension if not exists pg_trgm;
create extension if not exists unaccent;

create table firm (
  id smallint primary key default 1 check (id = 1),
  name text not null,
  time_zone text not null default 'Europe/Amsterdam',
  default_country text not null default 'NL',
  -- Yearly closures of the firm itself: [{"from":"12-24","until":"01-02","label":"..."}], MM-DD, until exclusive.
  closures jsonb not null default '[]',
  party_id uuid not null,
  is_demo boolean not null default false,
  created_at timestamptz not null
);

create table parties (
  id uuid primary key,
  kind text not null check (kind in ('person', 'organisation')),
  name text not null check (length(name) between 1 and 300),
  -- Lower case, without accents, Dutch particles behind: what lists sort on.
  sort_name text not null,
  -- Name, mails, phones (digits) and handles, normalised: what search looks in.
  search_text text not null,
  given_name text,
  family_name text,
  job_title text,
  -- The own organisation and its colleagues are parties like any other.
  is_own boolean not null default false,
  -- customer, supplier, partner, colleague, private, ignore
  roles text[] not null default '{}',
  triaged_at timestamptz,
  -- 'private': seen only by the users in private_parties.
  visibility text not null default 'firm' check (visibility in ('firm', 'private')),
  contact_wish text check (contact_wish in ('gladly', 'when-needed', 'rather-not')),
  closures jsonb not null default '[]',
  personal_foundation boolean not null default false,
  birthday text,
  note text,
  addresses text[] not null default '{}',
  import_id uuid,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz
);
create index parties_search on parties using gin (search_text gin_trgm_ops) where deleted_at is null;
create index parties_sort_name on parties (sort_name, id) where deleted_at is null;
create index parties_import on parties (import_id) where import_id is not null;
create index parties_own on parties (id) where is_own;
alter table firm add constraint firm_party foreign key (party_id) references parties (id);

create table identities (
  id uuid primary key,
  party_id uuid not null references parties (id) on delete cascade,
  kind text not null check (kind in ('mail', 'phone', 'handle', 'name', 'key')),
  value text not null check (length(value) between 1 and 500),
  label text,
  is_primary boolean not null default false,
  created_at timestamptz not null,
  unique (kind, value)
);
create index identities_party on identities (party_id);

create table relation_types (
  id uuid primary key,
  key text not null unique,
  -- Verbs from the first party's side and from the second's; shipped types are worded by messages under their key.
  verb_forward text not null,
  verb_backward text not null,
  is_shipped boolean not null default false
);

create table relations (
  id uuid primary key,
  type_id uuid not null references relation_types (id),
  from_party uuid not null references parties (id) on delete cascade,
  to_party uuid not null references parties (id) on delete cascade,
  from_on date,
  until_on date,
  source text not null default 'hand',
  version integer not null default 1,
  created_at timestamptz not null,
  unique (type_id, from_party, to_party),
  check (from_party <> to_party)
);
create index relations_to on relations (to_party, type_id);
create index relations_from on relations (from_party, type_id);

create table sources (
  id uuid primary key,
  number smallint not null unique generated always as identity,
  kind text not null,
  label text not null,
  owner_user_id uuid,
  is_private boolean not null default false,
  covered_from timestamptz,
  -- Null and is_live: heard as it happens. Null and not is_live: nothing is known about silence.
  covered_until timestamptz,
  is_live boolean not null default false,
  created_at timestamptz not null,
  unique (kind, label)
);
