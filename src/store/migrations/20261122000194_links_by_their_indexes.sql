-- The planner takes an exclusion index for cheaper than it is: who works where was looked up in it, a thousand times slower
-- than in the index that is there for it. Over one value that no question asks for, it only guards.
alter table relations drop constraint relations_once_at_a_time;
alter table relations add constraint relations_once_at_a_time exclude using gist (
  (from_party::text || to_party::text || type_id::text) with =, daterange(from_on, until_on) with &&
);
