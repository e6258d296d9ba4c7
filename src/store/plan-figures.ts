/** On whom a relation hangs, as lists have it. */
import { sql } from 'kysely';
import type { Db } from './database.ts';

export interface PlanFigures {
  readonly dependency: number | null;
  readonly dependencyOn: string | null;
  readonly contactCount: number;
}

export async function findPartyFigures(db: Db, partyId: string): Promise<PlanFigures | undefined> {
  const { rows } = await sql<PlanFigures>`
    select dependency, dependency_on as "dependencyOn", contact_count as "contactCount" from party_figures
    where party_id = ${partyId}::uuid`.execute(db);
  return rows[0];
}
