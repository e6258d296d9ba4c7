/** Dated versions of the model's parameters; what is in force is the latest (ground.ts). */
import { sql } from 'kysely';
import type { Allowed } from './allowed.ts';
import type { Db, Tx } from './database.ts';
import type { FirmRow } from './firm.ts';
import { forgetGround, readGround } from './ground.ts';

/** What differs from the shipped defaults, by name. */
export async function findLatestParameters(db: Db): Promise<Readonly<Record<string, number>>> {
  return (await readGround(db)).changedParameters;
}

export interface ParameterVersion {
  readonly since: Date;
  readonly by: string | null;
}

export async function findLatestVersion(db: Db): Promise<ParameterVersion | null> {
  const { rows } = await sql<ParameterVersion>`
    select v.valid_from as since, u.name as by from parameter_versions v left join users u on u.id = v.author_id
    order by v.valid_from desc, v.id desc limit 1`.execute(db);
  return rows[0] ?? null;
}

/** The firm's row stands for the right to govern it. */
export async function insertParameterVersion(
  tx: Tx,
  _firm: Allowed<FirmRow>,
  version: { id: string; changed: Readonly<Record<string, number>>; authorId: string; validFrom: Date },
): Promise<void> {
  await sql`
    insert into parameter_versions (id, changed, author_id, valid_from)
    values (${version.id}, ${JSON.stringify(version.changed)}::jsonb, ${version.authorId}, ${version.validFrom})`.execute(
    tx,
  );
  forgetGround(tx);
}
