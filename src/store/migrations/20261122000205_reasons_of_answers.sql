-- Why they would miss us, as ticked with an answer: foundations by their key.
alter table surveys add column reasons text[] not null default '{}';

-- A reason that came with an answer: which one it was then, so that it is told once, also after a colleague put it right.
alter table foundation_statements add column survey_id uuid;
alter table foundation_statements add column survey_reason text;
-- Gone because its answer was taken back, not because somebody withdrew it.
alter table foundation_statements add column left_with_survey boolean not null default false;
create unique index foundation_statements_survey on foundation_statements (survey_id, survey_reason)
  where survey_id is not null;
