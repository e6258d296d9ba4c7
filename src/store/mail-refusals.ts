/** Relations who asked for no mail that they did not ask for, or who would rather not be contacted at all. */
import { sql } from 'kysely';
import type { Allowed } from './allowed.ts';
import type { Db, Tx } from './database.ts';
import { isVisibleTo, type Viewer } from './party-rows.ts';

export interface UnwillingRow {
  readonly partyId: string;
  readonly name: string;
  readonly address: string;
}

/** Of these addresses, whose are they, and who of them said so. A person speaks for every address of theirs. */
export async function listUnwilling(
  db: Db,
  ask: { addresses: readonly string[]; viewer: Viewer },
): Promise<UnwillingRow[]> {
  if (ask.addresses.length === 0) return [];
  const { rows } = await sql<UnwillingRow>`
    select p.id as "partyId", p.name, i.value as address
    from identities i join parties p on p.id = i.party_id
    where i.kind = 'mail' and i.value = any(${[...ask.addresses]}::text[]) and p.deleted_at is null and not p.is_own
      and (p.contact_wish = 'rather-not' or exists (select from mail_refusals r where r.party_id = p.id))
      and ${isVisibleTo(ask.viewer, 'p')}
    order by i.value`.execute(db);
  return rows;
}

export interface RefusalRow {
  readonly partyId: string;
  readonly origin: 'hand' | 'mail';
  readonly saidAt: Date;
  readonly notedBy: string | null;
  readonly noterName: string | null;
}

export async function findRefusal(db: Db, partyId: string): Promise<RefusalRow | undefined> {
  const { rows } = await sql<RefusalRow>`
    select r.party_id as "partyId", r.origin, r.said_at as "saidAt", r.noted_by as "notedBy", u.name as "noterName"
    from mail_refusals r left join users u on u.id = r.noted_by where r.party_id = ${partyId}::uuid`.execute(db);
  return rows[0];
}

export async function writeRefusal(
  tx: Tx,
  party: Allowed<{ readonly id: string }>,
  write: { origin: 'hand' | 'mail'; saidAt: Date; notedBy: string | null; at: Date },
): Promise<void> {
  await sql`
    insert into mail_refusals (party_id, origin, said_at, noted_by, created_at)
    values (${party.id}, ${write.origin}, ${write.saidAt}, ${write.notedBy}, ${write.at})
    on conflict (party_id) do update set origin = excluded.origin, said_at = excluded.said_at,
      noted_by = excluded.noted_by`.execute(tx);
}

export async function deleteRefusal(tx: Tx, party: Allowed<{ readonly id: string }>): Promise<void> {
  await sql`delete from mail_refusals where party_id = ${party.id}`.execute(tx);
}
