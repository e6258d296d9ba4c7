-- A replay of the log looks for the ledger's lines of an interaction, as it does for its tie events.
create index benefits_interaction on benefits (interaction_id);
