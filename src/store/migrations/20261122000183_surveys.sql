-- What we ask a relation once a year at most: whether they would miss us, and four marks. Also the same of ourselves about them.
create table surveys (
  id uuid primary key,
  kind text not null check (kind in ('missing', 'four')),
  -- By a secret link; in person; of ourselves about them; or told without being asked ("where were you?").
  way text not null check (way in ('link', 'in-person', 'ourselves', 'unasked')),
  party_id uuid not null references parties (id) on delete cascade,
  -- Between whom: the one of us who asks.
  colleague_id uuid not null references parties (id),
  asked_by uuid references users (id) on delete set null,
  asked_at timestamptz not null,
  answered_at timestamptz,
  -- 2 very, 1 a little, 0 not.
  answer smallint check (answer between 0 and 2),
  marks jsonb,
  words text,
  version int not null default 1,
  check ((answered_at is null) = (answer is null and marks is null))
);
create index surveys_party on surveys (party_id, asked_at desc);
create index surveys_latest on surveys (asked_at desc, id desc);
create index surveys_answered on surveys (kind, answered_at desc) where answered_at is not null;

-- Who said on the page of a survey not to be asked again.
create table survey_refusals (
  party_id uuid primary key references parties (id) on delete cascade,
  at timestamptz not null
);
