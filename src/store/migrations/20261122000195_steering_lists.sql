-- Twice the same.
drop index benefits_thankworthy;
-- Today: who turned to us lately without a relationship yet, the most promising first.
create index party_figures_could_become on party_figures (greatest(potential, bond) desc, party_id)
  where status_rank in (1, 2) and contact_count >= 2 and giving_theirs > 0 and pressure <= 1 and alarm <> 'gone';
-- Who may not be asked a survey now, found from the reasons.
create index promises_complaints on promises ((coalesce(settled_at, 'infinity')), tie_id) where kind = 'complaint';
create index promises_complaints_of on promises (tie_id) where kind = 'complaint';
create index parties_rather_not on parties (id) where contact_wish = 'rather-not';
-- What must not be counted, taken out of what is counted.
create index parties_binned on parties (id) where deleted_at is not null;
