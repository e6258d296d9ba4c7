import { sql } from 'kysely';
import type { Tx } from './database.ts';
import type { StoredAddress } from './parties.ts';
import {
  noPlainFacts,
  type PlainFacts,
  plainFactColumns,
  plainFactNamesQuoted,
  plainFactTypes,
} from './plain-facts.ts';

export interface NewParty extends PlainFacts {
  readonly id: string;
  readonly kind: 'person' | 'organisation';
  readonly name: string;
  readonly sortName: string;
  readonly searchText: string;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly jobTitle: string | null;
  readonly birthday: string | null;
  readonly note: string | null;
  readonly addresses: readonly StoredAddress[];
  /** Where they are: the city of the first address. */
  readonly city: string | null;
  readonly isOwn: boolean;
  readonly roles: readonly string[];
  readonly visibility: 'firm' | 'private';
  readonly triagedAt: Date | null;
  readonly importId: string | null;
  /** Not in lists until there is more to them (folded-parties.ts). */
  readonly isFolded: boolean;
}

export const plainParty = {
  givenName: null,
  familyName: null,
  jobTitle: null,
  birthday: null,
  note: null,
  addresses: [],
  city: null,
  ...noPlainFacts,
  isOwn: false,
  roles: [],
  visibility: 'firm',
  triagedAt: null,
  importId: null,
  isFolded: false,
} as const satisfies Partial<NewParty>;

export async function insertParties(tx: Tx, rows: readonly NewParty[], createdAt: Date): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into parties (id, kind, name, sort_name, search_text, given_name, family_name, job_title, birthday, note,
      addresses, city, ${plainFactColumns}, is_own, roles, visibility, triaged_at, import_id, is_folded, created_at,
      updated_at)
    select id, kind, name, "sortName", "searchText", "givenName", "familyName", "jobTitle", birthday, note,
      addresses, city, ${plainFactNamesQuoted}, "isOwn", roles, visibility, "triagedAt", "importId", "isFolded",
      ${createdAt}, ${createdAt}
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, kind text, name text, "sortName" text,
      "searchText" text, "givenName" text, "familyName" text, "jobTitle" text, birthday text, note text,
      addresses jsonb, city text, ${plainFactTypes}, "isOwn" boolean, roles text[], visibility text, "triagedAt" timestamptz, "importId" uuid,
      "isFolded" boolean)`.execute(tx);
}

export interface NewRelation {
  readonly id: string;
  readonly typeKey: string;
  readonly fromParty: string;
  readonly toParty: string;
  readonly source: string;
}

export async function insertRelations(tx: Tx, rows: readonly NewRelation[], createdAt: Date): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into relations (id, type_id, from_party, to_party, source, created_at)
    select r.id, t.id, r."fromParty", r."toParty", r.source, ${createdAt}
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as r(id uuid, "typeKey" text, "fromParty" uuid, "toParty" uuid, source text)
    join relation_types t on t.key = r."typeKey"
    on conflict do nothing`.execute(tx);
}
