-- What the firm looks after this quarter: Today is ranked by it.
alter table firm add column quarter_goal text not null default 'keep'
  check (quarter_goal in ('keep', 'lean-less', 'new', 'make-good'));

-- "Not useful" is learned from; what was done too.
alter table today_marks drop constraint today_marks_mark_check;
alter table today_marks add constraint today_marks_mark_check
  check (mark in ('snoozed', 'done', 'left-in-peace', 'not-useful'));

-- What the predictions of the past turned out to be worth, night by night.
create table check_runs (
  id uuid primary key,
  at timestamptz not null,
  outcome jsonb not null
);
create index check_runs_at on check_runs (at desc, id);
