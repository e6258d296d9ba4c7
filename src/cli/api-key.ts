import { parseArgs } from 'node:util';
import { chooseUser } from './choose-user.ts';
import { type Command, CommandError } from './command.ts';

export const apiKey: Command = {
  name: 'apikey',
  usage: 'apikey NAME [--as MAIL]',
  summary: 'Make an API key; it is shown once',
  help: ['Send it as the header x-api-key. It may do what its user may do, and ends with that user.'],
  async run(tools, args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { as: { type: 'string' } },
    });
    const [name] = positionals;
    if (name === undefined || positionals.length > 1) throw new CommandError(`Usage: hecht ${apiKey.usage}`);
    const { userId } = await chooseUser(tools, values.as);
    tools.say(await tools.makeApiKey({ userId, name }));
  },
};
