import type { Db } from './database.ts';
import { readGround } from './ground.ts';

/** What differs from the shipped defaults, by name. */
export async function findLatestParameters(db: Db): Promise<Readonly<Record<string, number>>> {
  return (await readGround(db)).changedParameters;
}
