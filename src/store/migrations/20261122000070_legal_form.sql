-- Of an organisation: BV, VOF, stichting.
alter table parties add column legal_form text;
