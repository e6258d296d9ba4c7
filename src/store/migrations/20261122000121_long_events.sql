-- A stretch of an agenda is found by when things begin, but for the few that began long before and still last.
create index calendar_events_long_idx on calendar_events (owner_user_id, ends_at)
  where deleted_at is null and ends_at - starts_at > interval '2 days';
drop index calendar_events_ends_idx;
