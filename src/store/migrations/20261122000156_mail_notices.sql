-- Whoever wrote a mail is told when it did not go out, or when nobody knows whether it did.
alter table notifications drop constraint notifications_kind_check;
alter table notifications add constraint notifications_kind_check check (kind in ('mention', 'task-due', 'task-assigned',
  'promise-due', 'keep-in-touch', 'import-done', 'import-failed', 'connection-trouble', 'connection-quiet', 'mail-trouble'));
alter table notifications drop constraint notifications_noun_check;
alter table notifications add constraint notifications_noun_check
  check (noun in ('note', 'task', 'promise', 'party', 'import', 'connection', 'outbox-mail'));
