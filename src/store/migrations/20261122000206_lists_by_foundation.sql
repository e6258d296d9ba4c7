-- What lists ask of why relations are with us: the largest, or the two largest where they hardly differ, and how much of it one is.
alter table party_foundations add column mostly text[] not null default '{}';
alter table party_foundations add column largest_share double precision not null default 0 check (largest_share between 0 and 1);
update party_foundations w set
  largest_share = s.first, mostly = case when s.first - s.second < 0.08 then s.kinds[1:2] else s.kinds[1:1] end
from (
  select w.party_id, max(e.value::float8) as first,
    coalesce((array_agg(e.value::float8 order by e.value::float8 desc, e.key))[2], 0) as second,
    array_agg(e.key order by e.value::float8 desc, e.key) as kinds
  from party_foundations w cross join jsonb_each_text(w.shares) e group by w.party_id
) s where s.party_id = w.party_id;
create index party_foundations_mostly on party_foundations using gin (mostly);

-- The same share beside the figures, which lists are sorted by.
alter table party_figures add column foundation_share double precision;
update party_figures f set foundation_share = w.largest_share from party_foundations w where w.party_id = f.party_id;
create index party_figures_foundation on party_figures (coalesce(foundation_share, 0), party_id);
