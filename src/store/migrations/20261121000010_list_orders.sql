-- The orders of the list of relations: value and id in the same direction, so that one comparison of rows finds a page
-- and either end can be read first. What was never in contact sorts before all dates, what never falls quiet after them.
drop index party_figures_bond;
drop index party_figures_last;
drop index party_figures_trend;
drop index party_figures_alarm;
drop index party_figures_status;
drop index party_figures_quiet;
create index party_figures_bond on party_figures (bond, party_id);
create index party_figures_trend on party_figures (trend, party_id);
create index party_figures_last on party_figures (coalesce(last_at, '-infinity'::timestamptz), party_id);
create index party_figures_quiet on party_figures (coalesce(quiet_at, 'infinity'::timestamptz), party_id);
create index party_figures_alarm on party_figures (alarm, bond, party_id) where alarm <> 'none';
create index party_figures_status on party_figures (status, bond, party_id);
-- Search: what begins like this comes first, and is found without reading all that merely contains it.
create index parties_search_start on parties (search_text text_pattern_ops) where deleted_at is null;
create index parties_sort_start on parties (sort_name text_pattern_ops) where deleted_at is null;
