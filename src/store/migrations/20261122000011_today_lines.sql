-- What Today looks for is rare: each kind of line finds its few relations by an index that holds only those.
create index party_figures_pressed on party_figures (pressure desc, party_id) where pressure > 1 and giving_theirs < 0.05;
create index party_figures_one_sided on party_figures (potential desc, party_id)
  where giving_theirs >= 0.5 and giving_ours < 0.1 and alarm <> 'gone';
create index benefits_owed on benefits (at_ms) where kind in ('help', 'referral', 'introduction', 'idea');

-- On whom the firm leans: organisations that hang on one colleague, both sides in the order of their ids.
create index party_figures_leaning on party_figures (party_id, dependency_on) where dependency > 0.5;
create index parties_leaning on parties (id)
  where kind = 'organisation' and deleted_at is null and visibility = 'firm'
    and not roles && '{private,ignore,colleague}'::text[];
