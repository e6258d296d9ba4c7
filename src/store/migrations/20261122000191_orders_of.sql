-- When a relation ordered, without walking through everything else that it said.
create index interactions_orders_of on interactions (from_party, happened_at desc) include (source_number)
  where kind = 'order' and twin_of is null;
