/** Two people changed one record: what does not touch goes together, what does is shown to who came last. */
import { type FieldValues, listChangesSince } from '#store/changes.ts';
import type { Db } from '#store/database.ts';
import { AppError } from '../app-error.ts';
import { isSameValue } from './note-change.ts';

export interface AlsoChanged {
  readonly by: string | null;
  readonly at: string;
  readonly fields: string[];
}

interface Merging {
  readonly recordId: string;
  /** The version the writer had before them; absent: they overwrite knowingly. */
  readonly ifVersion: number | undefined;
  readonly version: number;
  /** The fields being written, and the record's as they are. */
  readonly wanted: FieldValues;
  readonly current: FieldValues;
  /** The record for a 412. */
  readonly describe: () => Promise<object>;
}

/** Answers what others changed meanwhile; throws `stale`, naming the fields, when both wrote the same one differently. */
export async function mergeFields(db: Db, merging: Merging): Promise<AlsoChanged[]> {
  const { recordId, ifVersion, version, wanted, current } = merging;
  if (ifVersion === undefined || ifVersion === version) return [];
  const since = await listChangesSince(db, { recordId, version: ifVersion });
  const others = new Set(since.flatMap(({ after }) => Object.keys(after)));
  const both = Object.keys(wanted).filter((name) => others.has(name) && !isSameValue(wanted[name], current[name]));
  // A version that nobody noted (another way in) cannot be told apart field by field.
  if (since.length === 0 || ifVersion > version || both.length > 0) {
    const problems = both.map((name) => ({
      path: `body.${name}`,
      code: 'changed-since',
      message: since.findLast(({ after }) => name in after)?.userName ?? '',
    }));
    throw new AppError('stale', { problems, current: { ...(await merging.describe()) } });
  }
  return since.map(({ userName, at, after }) => ({ by: userName, at: at.toISOString(), fields: Object.keys(after) }));
}
