-- Faults, promises and complaints are asked for by their own id, or by that of the interaction they lie in.
create index faults_id on faults (id);
create index promises_id on promises (id);
