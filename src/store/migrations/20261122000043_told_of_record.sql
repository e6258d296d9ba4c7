-- Whether something was told already is asked by what it is about.
create index notifications_record on notifications (record_id, user_id);
