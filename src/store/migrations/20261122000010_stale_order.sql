-- After a rebuild every tie waits since the same moment: without an order each stretch would sort all that wait, and hold
-- ties of as many relations as it has ties. Ties made one after the other are mostly those of one relation.
create index stale_ties_order on stale_ties (at, tie_id);
