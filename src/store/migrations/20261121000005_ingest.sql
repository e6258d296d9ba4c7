-- What ingest needs to tell the same from changed, to tie answers to what they answer, and to keep deleted things deleted.

-- Of the record as it came in; a user's own correction leaves it alone, so that the next import does not undo it.
alter table interactions add column content_hash bytea not null;
-- Who wrote what this answers: together with answered_at, known once the nearest of `answers` is here.
alter table interactions add column answered_from uuid;
-- A nearer parent may still come in, so children stay findable after they were linked.
drop index interactions_answers;
create index interactions_answers on interactions using gin (answers) where answers <> '{}';
create index interactions_to on interactions using gin (to_parties);

-- Secrets and switches of this house; never sent over the wire.
create table settings (
  key text primary key,
  value jsonb not null
);

insert into relation_types (id, key, verb_forward, verb_backward, is_shipped) values
  ('00000000-0000-7000-8000-000000000001', 'works-at', 'works at', 'employs', true),
  ('00000000-0000-7000-8000-000000000002', 'family', 'is family of', 'is family of', true),
  ('00000000-0000-7000-8000-000000000003', 'introduced', 'introduced', 'was introduced by', true),
  ('00000000-0000-7000-8000-000000000004', 'supplies', 'supplies', 'is supplied by', true),
  ('00000000-0000-7000-8000-000000000005', 'friend', 'is a friend of', 'is a friend of', true);
