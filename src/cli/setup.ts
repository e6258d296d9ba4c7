import { parseArgs } from 'node:util';
import { systemActor } from '#services/context.ts';
import { createFirstOwner, getFirstRunToken } from '#services/setup.ts';
import { type Command, CommandError } from './command.ts';
import { readSecretLine } from './read-secret-line.ts';

export const setup: Command = {
  name: 'setup',
  usage: 'setup --email MAIL --name NAME --firm FIRM [--locale nl|en] [--time-zone ZONE]',
  summary: 'Make the first owner without a browser; the password is read from standard input',
  async run({ db, contextFor, say, tell }, args) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        email: { type: 'string' },
        name: { type: 'string' },
        firm: { type: 'string' },
        locale: { type: 'string', default: 'nl' },
        'time-zone': { type: 'string', default: 'Europe/Amsterdam' },
      },
    });
    const { email, name, firm: firmName } = values;
    const locale = values.locale;
    if (!email || !name || !firmName) throw new CommandError(`Usage: hecht ${setup.usage}`);
    if (locale !== 'nl' && locale !== 'en') throw new CommandError('The language is nl or en.');
    const token = await getFirstRunToken(db);
    if (token === null) throw new CommandError('This house has its owner already.');
    tell('Password (at least 10 characters):');
    const password = await readSecretLine();
    const owner: Parameters<typeof createFirstOwner>[1] = {
      token,
      email,
      name,
      firmName,
      locale,
      password,
      timeZone: values['time-zone'],
    };
    await createFirstOwner(contextFor(systemActor), owner);
    say(`${name} can sign in as ${email}.`);
  },
};
