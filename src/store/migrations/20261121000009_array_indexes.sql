-- Neither a timeline nor a batch may read through a list of what is still to be indexed.
alter index interactions_to set (fastupdate = off);
alter index interactions_answers_beyond set (fastupdate = off);
