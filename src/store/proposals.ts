/** What mail proposes to its owner: kept once, decided once. */
import { type RawBuilder, sql } from 'kysely';
import type { Allowed } from './allowed.ts';
import type { Db, Tx } from './database.ts';
import { isVisibleTo } from './party-rows.ts';

export interface ProposalData {
  readonly by: 'ours' | 'theirs';
  readonly field?: 'phone' | 'job-title' | 'employer' | 'address' | 'website';
  readonly value?: string;
  readonly label?: string | null;
  readonly name?: string | null;
  readonly mail?: string | null;
  /** Of an address. */
  readonly postcode?: string;
  readonly houseNumber?: string;
}

export interface NewProposal {
  readonly id: string;
  readonly ownerUserId: string;
  /** The mail it was read in, or the note. */
  readonly interactionId: string | null;
  readonly noteId?: string | null;
  readonly partyId: string;
  readonly kind: string;
  readonly key: string;
  readonly text: string;
  readonly data: ProposalData;
  readonly dueAt: Date | null;
  readonly happenedAt: Date;
}

export interface ProposalRow extends NewProposal {
  readonly partyName: string;
  /** Of contact data: what stands there now. */
  readonly known: string | null;
  readonly outcome: 'accepted' | 'dismissed' | null;
}

/** Answers whether any of them is new. */
export async function insertProposals(tx: Tx, rows: readonly NewProposal[]): Promise<boolean> {
  if (rows.length === 0) return false;
  const { rows: made } = await sql`
    insert into proposals (id, owner_user_id, interaction_id, note_id, party_id, kind, key, text, data, due_at, happened_at)
    select id, "ownerUserId", "interactionId", "noteId", "partyId", kind, key, text, data, "dueAt", "happenedAt"
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, "ownerUserId" uuid, "interactionId" uuid, "noteId" uuid,
      "partyId" uuid, kind text, key text, text text, data jsonb, "dueAt" timestamptz, "happenedAt" timestamptz)
    order by key
    on conflict (owner_user_id, key) do nothing returning id`.execute(tx);
  return made.length > 0;
}

const columns =
  sql.raw(`o.id, o.owner_user_id as "ownerUserId", o.interaction_id as "interactionId", o.note_id as "noteId",
  o.party_id as "partyId", p.name as "partyName", o.kind, o.key, o.text, o.data, o.due_at as "dueAt",
  o.happened_at as "happenedAt", o.outcome,
  case o.data->>'field' when 'job-title' then p.job_title
    when 'phone' then (select i.value from identities i where i.party_id = p.id and i.kind = 'phone'
      order by i.is_primary desc, i.id limit 1)
    when 'employer' then (select e.name from relations r join relation_types k on k.id = r.type_id and k.key = 'works-at'
      join parties e on e.id = r.to_party and e.deleted_at is null and e.visibility = 'firm'
      where r.from_party = p.id order by r.from_on desc nulls last limit 1) end as known`);

interface Ask {
  readonly ownerUserId: string;
  /** The owner, as a party. */
  readonly ownPartyId: string | null;
  readonly now: Date;
}

interface PageAsk extends Ask {
  readonly partyId: string | null;
  readonly after: { readonly at: Date; readonly id: string } | null;
  readonly limit: number;
}

export async function pageProposals(db: Db, ask: PageAsk): Promise<ProposalRow[]> {
  const { after } = ask;
  const conditions = [
    isOpen(ask),
    ...(ask.partyId ? [sql`o.party_id = ${ask.partyId}::uuid`] : []),
    ...(after ? [sql`(o.happened_at, o.id) < (${after.at}, ${after.id}::uuid)`] : []),
  ];
  const { rows } = await sql<ProposalRow>`
    select ${columns} from proposals o join parties p on p.id = o.party_id
    where ${sql.join(conditions, sql` and `)} order by o.happened_at desc, o.id desc limit ${ask.limit}`.execute(db);
  return rows;
}

export async function countProposals(db: Db, ask: Ask & { most: number }): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select from proposals o join parties p on p.id = o.party_id where ${isOpen(ask)} limit ${ask.most}) found`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

/** Somebody's own alone; also what was decided. */
export async function findProposal(
  db: Db,
  find: { id: string; lock?: boolean },
): Promise<(ProposalRow & { readonly visibleTo: readonly string[] }) | undefined> {
  const { rows } = await sql<ProposalRow>`
    select ${columns} from proposals o join parties p on p.id = o.party_id
    where o.id = ${find.id}::uuid and p.deleted_at is null and (p.visibility = 'firm' or exists (
      select from private_parties v where v.party_id = p.id and v.user_id = o.owner_user_id))
    ${find.lock ? sql`for update of o` : sql``}`.execute(db);
  const [row] = rows;
  return row && { ...row, visibleTo: [row.ownerUserId] };
}

export async function setProposalOutcome(
  tx: Tx,
  row: Allowed<ProposalRow>,
  now: { outcome: 'accepted' | 'dismissed' | null; at: Date },
): Promise<void> {
  await sql`
    update proposals set outcome = ${now.outcome}, decided_at = ${now.outcome === null ? null : now.at}
    where id = ${row.id}::uuid`.execute(tx);
}

/** What is still news: not known meanwhile, not answered, and not of long ago. */
function isOpen({ ownerUserId, ownPartyId, now }: Ask): RawBuilder<boolean> {
  const ago = (days: number) => sql`${now}::timestamptz - make_interval(days => ${days})`;
  return sql<boolean>`o.owner_user_id = ${ownerUserId}::uuid and o.outcome is null
    and (o.note_id is null or exists (select from notes n where n.id = o.note_id and n.deleted_at is null))
    and p.deleted_at is null and not p.is_own and not 'ignore' = any(p.roles) and ${isVisibleTo(ownerUserId, 'p')}
    and case o.kind
      when 'question' then o.happened_at between ${ago(30)} and ${ago(1)} and not exists (
        select from interactions later where later.from_party = ${ownPartyId}::uuid
          and later.to_parties @> array[p.id] and later.happened_at > o.happened_at)
      when 'promise' then o.happened_at > ${ago(60)} and coalesce(o.due_at, ${now}) > ${ago(14)}
      when 'stop' then o.happened_at > ${ago(365)} and p.contact_wish is distinct from 'rather-not'
        and not exists (select from mail_refusals r where r.party_id = p.id)
      when 'contact' then o.happened_at > ${ago(180)} and not ${isKnown}
      else o.happened_at > ${ago(60)} end`;
}

const isKnown = sql`case o.data->>'field'
  when 'phone' then exists (select from identities i where i.party_id = p.id and i.kind = 'phone'
    and i.value = o.data->>'value')
  when 'website' then exists (select from identities i where i.party_id = p.id and i.kind = 'handle'
    and i.value = o.data->>'value')
  when 'job-title' then p.kind = 'organisation' or lower(coalesce(p.job_title, '')) = lower(o.data->>'value')
  when 'employer' then p.kind = 'organisation' or exists (select from relations r
    join relation_types k on k.id = r.type_id and k.key = 'works-at' join parties e on e.id = r.to_party
    where r.from_party = p.id and lower(e.name) = lower(o.data->>'value'))
  else exists (select from jsonb_array_elements(p.addresses) a where a->>'postcode' = o.data->>'postcode'
    and a->>'houseNumber' = o.data->>'houseNumber') end`;
