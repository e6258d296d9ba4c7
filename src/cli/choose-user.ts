import type { UserActor } from '#services/context.ts';
import { findActorByEmail, listActors } from '#services/find-actor.ts';
import { CommandError, type Tools } from './command.ts';

/** `--as MAIL`; without it the only user there is, or else the first owner. */
export async function chooseUser({ db }: Tools, email: string | undefined): Promise<UserActor> {
  if (email !== undefined) {
    const actor = await findActorByEmail(db, email);
    if (!actor) throw new CommandError(`Nobody here signs in as ${email}. \`hecht users\` lists who does.`);
    return actor;
  }
  const actors = await listActors(db);
  const chosen = actors.find(({ role }) => role === 'owner') ?? actors[0];
  if (!chosen) throw new CommandError('This house has no owner yet: open it in a browser, or use `hecht setup`.');
  return chosen;
}
