-- The newest first, as a list may be sorted.
create index parties_created on parties (created_at, id) where deleted_at is null and not is_own;
