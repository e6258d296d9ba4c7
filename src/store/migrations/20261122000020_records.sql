-- Who they are, more fully: addresses in parts, how to speak to them, how we met, registered numbers, own fields, tags, groups.

-- [{"label","street","houseNumber","addition","postcode","city","country","text"}]; text: as written, where it could not be taken apart.
alter table parties add column postal_addresses jsonb not null default '[]';
update parties set postal_addresses = (
  select jsonb_agg(jsonb_build_object('label', null, 'street', m[1], 'houseNumber', m[2], 'addition', nullif(m[3], ''),
    'postcode', m[4] || ' ' || upper(m[5]), 'city', m[6], 'country', case when m is not null then 'NL' end,
    'text', case when m is null then line end) order by place)
  from unnest(addresses) with ordinality as written(line, place)
  left join lateral regexp_match(line, '^([^,0-9]+?) +([0-9]+) ?-?([A-Za-z0-9]{0,4}), *([1-9][0-9]{3}) ?([A-Za-z]{2}),? +([^,]+)$') m on true
) where addresses <> '{}';
alter table parties drop column addresses;
alter table parties rename column postal_addresses to addresses;

-- Where they are: the city of the first address, for lists.
alter table parties add column city text;
update parties set city = nullif(addresses -> 0 ->> 'city', '') where addresses <> '[]';
create index parties_city on parties (lower(city), id) where city is not null and deleted_at is null;

alter table parties add column form_of_address text check (form_of_address in ('formal', 'informal'));
alter table parties add column salutation text;
alter table parties add column pronouns text;
alter table parties add column met_how text;
alter table parties add column met_on date;
alter table parties add column met_through uuid references parties (id) on delete set null;
create index parties_met_through on parties (met_through) where met_through is not null;
-- In their own words: [{"about","choice","words","saidOn","notedBy"}]
alter table parties add column preferences jsonb not null default '[]';
alter table parties add column kvk_number text;
alter table parties add column branch_number text;
alter table parties add column vat_id text;
alter table parties add column iban text;

-- A job of this one employment; and types of links that people made themselves.
alter table relations add column title text;
alter table relation_types add column version integer not null default 1;
alter table relation_types add column removed_at timestamptz;
alter table relation_types add column created_at timestamptz;
insert into relation_types (id, key, verb_forward, verb_backward, is_shipped) values
  ('00000000-0000-7000-8000-000000000006', 'partner-of', 'is the partner of', 'is the partner of', true),
  ('00000000-0000-7000-8000-000000000007', 'parent-of', 'is a parent of', 'is a child of', true),
  ('00000000-0000-7000-8000-000000000008', 'sibling-of', 'is a sibling of', 'is a sibling of', true),
  ('00000000-0000-7000-8000-000000000009', 'manages', 'leads', 'reports to', true),
  ('00000000-0000-7000-8000-00000000000a', 'owns', 'owns', 'is owned by', true),
  ('00000000-0000-7000-8000-00000000000b', 'part-of', 'is part of', 'includes', true),
  ('00000000-0000-7000-8000-00000000000c', 'advises', 'advises', 'is advised by', true),
  ('00000000-0000-7000-8000-00000000000d', 'brings-customers', 'brings customers to', 'gets customers from', true),
  ('00000000-0000-7000-8000-00000000000e', 'works-with', 'works together with', 'works together with', true);

-- What stays with us of this: one line, kept after a call or visit.
alter table interactions add column kept_line text;
create index interactions_kept_from on interactions (from_party, happened_at desc) where kept_line is not null;
create index interactions_kept_to on interactions using gin (to_parties) where kept_line is not null;

-- Fields that people add themselves.
create table fields (
  id uuid primary key,
  key text not null unique,
  name text not null,
  applies_to text not null check (applies_to in ('person', 'organisation', 'both')),
  type text not null check (type in ('text', 'number', 'date', 'choice', 'multi-choice', 'money', 'link', 'party')),
  -- [{"key","label"}], of choices.
  options jsonb not null default '[]',
  place integer not null,
  version integer not null default 1,
  archived_at timestamptz,
  created_at timestamptz not null
);

-- One value each, in the column of its type: text and link as text, money in minor units with its currency as text.
create table field_values (
  field_id uuid not null references fields (id) on delete cascade,
  party_id uuid not null references parties (id) on delete cascade,
  text_value text,
  number_value double precision,
  date_value date,
  choices text[],
  party_value uuid references parties (id) on delete cascade,
  primary key (field_id, party_id)
);
create index field_values_party on field_values (party_id);
create index field_values_text on field_values (field_id, lower(left(text_value, 200)), party_id) where text_value is not null;
create index field_values_number on field_values (field_id, number_value, party_id) where number_value is not null;
create index field_values_date on field_values (field_id, date_value, party_id) where date_value is not null;
create index field_values_choices on field_values using gin (choices) where choices is not null;
create index field_values_of_party on field_values (party_value, field_id) where party_value is not null;

create table tags (
  id uuid primary key,
  name text not null,
  -- The name in lower case without accents: "Beurs" and "beurs" are one tag.
  key text not null,
  colour text not null default 'grey' check (colour in ('grey', 'red', 'orange', 'yellow', 'green', 'blue', 'purple')),
  version integer not null default 1,
  created_by uuid,
  created_at timestamptz not null,
  -- Taken away: its parties stay with it, so that undo brings all of it back.
  deleted_at timestamptz,
  merged_into uuid references tags (id)
);
create unique index tags_key on tags (key) where deleted_at is null;

create table party_tags (
  tag_id uuid not null references tags (id) on delete cascade,
  party_id uuid not null references parties (id) on delete cascade,
  -- Came here when that tag was merged into this one.
  merged_from uuid,
  primary key (tag_id, party_id)
);
create index party_tags_party on party_tags (party_id);

create table groups (
  id uuid primary key,
  name text not null,
  key text not null,
  note text,
  version integer not null default 1,
  created_by uuid,
  created_at timestamptz not null,
  deleted_at timestamptz
);
create unique index groups_key on groups (key) where deleted_at is null;

create table group_members (
  group_id uuid not null references groups (id) on delete cascade,
  party_id uuid not null references parties (id) on delete cascade,
  added_at timestamptz not null,
  primary key (group_id, party_id)
);
create index group_members_party on group_members (party_id);
