/** Users by what the command line knows of them. */
import type { Db } from '#store/database.ts';
import { findUserRowByEmail, listUserRows, type UserRow } from '#store/users.ts';
import { userOf } from './allow.ts';
import type { Context, UserActor } from './context.ts';

export async function findActorByEmail(db: Db, email: string): Promise<UserActor | undefined> {
  const row = await findUserRowByEmail(db, email.trim());
  return row && actorOf(row);
}

/** Everybody who may sign in, who came first first. */
export async function listActors(db: Db): Promise<UserActor[]> {
  return (await listUserRows(db)).map(actorOf);
}

function actorOf({ id, role, partyId }: UserRow): UserActor {
  return { kind: 'user', userId: id, role, partyId, via: 'command' };
}

/** For who forgot it: the command line is used by who may do anything on this machine. */
export async function setPasswordOf(ctx: Context, password: string): Promise<void> {
  await ctx.ports.accounts.setPassword({ db: ctx.db, userId: userOf(ctx.actor), password });
}
