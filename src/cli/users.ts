import { parseArgs } from 'node:util';
import { findActorByEmail, setPasswordOf } from '#services/find-actor.ts';
import { listUsers } from '#services/users.ts';
import { chooseUser } from './choose-user.ts';
import { type Command, CommandError, type Tools } from './command.ts';
import { readSecretLine } from './read-secret-line.ts';

export const users: Command = {
  name: 'users',
  usage: 'users [password MAIL]',
  summary: 'List who can sign in, or give somebody a new password (read from standard input)',
  async run(tools, args) {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
    const [act, email] = positionals;
    if (act === undefined) return list(tools);
    if (act !== 'password' || email === undefined) throw new CommandError(`Usage: hecht ${users.usage}`);
    const actor = await findActorByEmail(tools.db, email);
    if (!actor) throw new CommandError(`Nobody here signs in as ${email}.`);
    tools.tell(`New password for ${email} (at least 10 characters):`);
    await setPasswordOf(tools.contextFor(actor), await readSecretLine());
    tools.say(`${email} signs in with the new password; earlier sessions have ended.`);
  },
};

async function list(tools: Tools): Promise<void> {
  const { items } = await listUsers(tools.contextFor(await chooseUser(tools, undefined)));
  for (const { name, email, role } of items) tools.say(`${email}\t${role}\t${name}`);
}
