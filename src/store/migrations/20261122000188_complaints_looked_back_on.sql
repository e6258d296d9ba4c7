-- The nightly check looks at every complaint there was.
create index interactions_complaints on interactions (from_party, happened_at) where kind = 'complaint';
