-- Who would rather not be named as somebody through whom others can be reached.
create table unshown_introducers (
  party_id uuid primary key references parties (id) on delete cascade,
  noted_by uuid references users (id) on delete set null,
  created_at timestamptz not null
);
