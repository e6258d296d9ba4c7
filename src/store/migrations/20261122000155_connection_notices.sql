-- Trouble with a connection, and one that is silent for longer than usual, are told.
alter table notifications drop constraint notifications_kind_check;
alter table notifications add constraint notifications_kind_check check (kind in ('mention', 'task-due', 'task-assigned',
  'promise-due', 'keep-in-touch', 'import-done', 'import-failed', 'connection-trouble', 'connection-quiet'));
alter table notifications drop constraint notifications_noun_check;
alter table notifications add constraint notifications_noun_check
  check (noun in ('note', 'task', 'promise', 'party', 'import', 'connection'));
