-- What stands on top of a relation's timeline: anything of it, not only notes. One line for each relation it is about.
create table pins (
  record_id uuid not null,
  party_id uuid not null references parties (id) on delete cascade,
  pinned_by uuid references users (id),
  pinned_at timestamptz not null,
  primary key (record_id, party_id)
);
create index pins_party on pins (party_id, pinned_at desc);

insert into pins (record_id, party_id, pinned_by, pinned_at)
select id, party_id, author_id, pinned_at from notes where pinned_at is not null;
alter table notes drop column pinned_at;
