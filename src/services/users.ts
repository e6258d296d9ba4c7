/** Colleagues who can sign in: listed to all, let in and out by owners. There is always at least one owner. */
import type { User } from '#contract/me.ts';
import type { Allowed } from '#store/allowed.ts';
import { transact } from '#store/transact.ts';
import { findUserRow, listUserRows, removeUserRow, type UserRow, updateUserRow } from '#store/users.ts';
import { allow, userOf } from './allow.ts';
import { AppError } from './app-error.ts';
import type { Context } from './context.ts';
import { addColleague } from './parties/add-colleague.ts';
import { getUserRow } from './user-row.ts';

export async function listUsers(ctx: Context): Promise<{ items: User[] }> {
  return { items: (await listUserRows(ctx.db)).map(describeUser) };
}

interface NewUser {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly role: 'owner' | 'member';
  readonly locale: 'nl' | 'en';
}

export async function createUser(ctx: Context, input: NewUser): Promise<User> {
  allow(ctx.actor, 'govern', {});
  return transact(ctx.db, async (tx) => {
    const { name, email } = input;
    const partyId = await addColleague(tx, { name, email, at: ctx.now() });
    const id = await ctx.ports.accounts.create({ ...input, db: tx, partyId });
    return describeUser(await getUserRow(tx, id));
  });
}

export async function changeRole(ctx: Context, input: { userId: string; role: 'owner' | 'member' }): Promise<User> {
  return transact(ctx.db, async (tx) => {
    const row = await govern(ctx, tx, input.userId);
    if (row.role === 'owner' && input.role !== 'owner') await keepAnOwner(tx, row);
    await updateUserRow(tx, row, { role: input.role, at: ctx.now() });
    // What a session or key remembers of the old role ends with it.
    await ctx.ports.accounts.revoke({ db: tx, userId: row.id });
    return describeUser(await getUserRow(tx, row.id));
  });
}

export async function removeUser(ctx: Context, input: { userId: string }): Promise<{ done: true }> {
  return transact(ctx.db, async (tx) => {
    const row = await govern(ctx, tx, input.userId);
    if (row.role === 'owner') await keepAnOwner(tx, row);
    await removeUserRow(tx, row, ctx.now());
    await ctx.ports.accounts.revoke({ db: tx, userId: row.id });
    return { done: true as const };
  });
}

export async function changeMe(ctx: Context, input: { name?: string; locale?: 'nl' | 'en' }): Promise<User> {
  const row = await getUserRow(ctx.db, userOf(ctx.actor));
  // One's own row: who is signed in may change the own name and language.
  const own = allow(ctx.actor, 'use-own', { ...row, ownerUserId: row.id });
  await updateUserRow(ctx.db, own, { ...input, at: ctx.now() });
  return describeUser(await getUserRow(ctx.db, row.id));
}

type Db = Context['db'];

async function govern(ctx: Context, db: Db, userId: string): Promise<Allowed<UserRow>> {
  const row = await findUserRow(db, userId);
  return allow(ctx.actor, 'govern', row?.removedAt === null ? row : null);
}

async function keepAnOwner(db: Db, row: UserRow): Promise<void> {
  const others = (await listUserRows(db)).filter(({ id, role }) => role === 'owner' && id !== row.id);
  if (others.length === 0) throw new AppError('last-owner');
}

export function describeUser({ id, name, email, role, locale, partyId, createdAt }: UserRow): User {
  return { id, name, email, role, locale, partyId, createdAt: createdAt.toISOString() };
}
