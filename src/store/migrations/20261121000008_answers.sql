-- Who answers what just came in must be found in every batch, in a log of any size: nearly always the first it names.
alter table interactions add column answered_place smallint;
drop index interactions_answers;
create index interactions_answers_first on interactions (source_number, (answers[1])) where answers <> '{}';
create index interactions_answers_beyond on interactions using gin (answers)
  where answers <> '{}' and answered_place is distinct from 1;
