-- The same mail in two colleagues' mailboxes happened once: each keeps an own copy to read, one of them makes the ties.
alter table interactions add column twin_of uuid;
create index interactions_twins on interactions (twin_of) where twin_of is not null;
-- Favours that Today asks thanks for.
create index benefits_thankworthy on benefits (at_ms) where kind in ('help', 'referral', 'introduction', 'idea');
