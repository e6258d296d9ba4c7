-- Questions of the kind "what if", with what was answered then: to lay beside what happened.
create table what_if_runs (
  id uuid primary key,
  asked_by uuid not null references users (id),
  asked_at timestamptz not null,
  -- The moment it speaks of: when it was asked, or a day before that.
  as_of timestamptz not null,
  -- {"kind": "price", "percent": 8, "isAnnounced": true}
  question jsonb not null,
  -- {"kind": "everything"}, {"kind": "party", "partyId": ...}, {"kind": "segment", "filter": ...}
  scope jsonb not null,
  -- A question about a colleague is the asker's and the colleague's.
  colleague_id uuid references parties (id) on delete cascade,
  totals jsonb not null,
  -- Ids and numbers of those it would hurt most; their names are read when it is shown.
  hurt jsonb not null,
  version integer not null default 1,
  deleted_at timestamptz
);
create index what_if_runs_asked on what_if_runs (asked_at desc, id desc) where deleted_at is null;
create index what_if_runs_colleague on what_if_runs (colleague_id) where colleague_id is not null;

-- Who buys a product: for what happens when it stops.
create index interactions_product on interactions ((order_line ->> 'product'), from_party)
  where order_line ->> 'product' is not null;
