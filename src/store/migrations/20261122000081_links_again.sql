-- Who left and came back is linked twice: the same link between the same two may stand again in another time, never
-- twice in one. A link without dates holds always, so it stands alone.
create extension if not exists btree_gist;
alter table relations drop constraint relations_type_id_from_party_to_party_key;
alter table relations add constraint relations_once_at_a_time exclude using gist (
  from_party with =, to_party with =, type_id with =, daterange(from_on, until_on) with &&
);
