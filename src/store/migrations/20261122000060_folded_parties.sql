-- Whom a mailbox made and nobody looked for stands folded away: the firm behind a mail domain that is only one person, and
-- who only ever sent mailings. Search finds them; they stand in the list once there is more to them (store/folded-parties.ts).
alter table parties add column is_folded boolean not null default false;

update parties p set is_folded = true
where p.kind = 'person' and not p.is_own and p.version = 1 and p.triaged_at is null and p.import_id is not null
  and exists (select from interactions i where i.from_party = p.id and i.mail_class <> 'person')
  and not exists (select from ties t where t.party_a = p.id) and not exists (select from ties t where t.party_b = p.id)
  and not exists (select from changes c where c.party_id = p.id);

update parties o set is_folded = true
where o.kind = 'organisation' and not o.is_own and o.version = 1 and o.triaged_at is null
  and exists (select from identities i where i.party_id = o.id and i.kind = 'handle' and i.value = o.name)
  and not exists (select from ties t where t.party_a = o.id) and not exists (select from ties t where t.party_b = o.id)
  and not exists (select from changes c where c.party_id = o.id)
  and (select count(*) from relations r join relation_types k on k.id = r.type_id and k.key = 'works-at'
    join parties p on p.id = r.from_party
    where r.to_party = o.id and r.until_on is null and not p.is_folded) < 2;
