import type { Db } from '#store/database.ts';
import { findUserRow, type UserRow } from '#store/users.ts';
import { notFound } from './app-error.ts';
import type { UserActor } from './context.ts';

export async function getUserRow(db: Db, userId: string): Promise<UserRow> {
  const row = await findUserRow(db, userId);
  if (!row || row.removedAt !== null) throw notFound();
  return row;
}

/** For jobs and the command line: to act as the user whose work it is. */
export async function getActorOfUser(db: Db, userId: string): Promise<UserActor> {
  const { role, partyId } = await getUserRow(db, userId);
  return { kind: 'user', userId, role, partyId, via: 'web' };
}
