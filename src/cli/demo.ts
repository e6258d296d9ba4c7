import { loadDemo, removeDemo } from '#services/setup.ts';
import { chooseUser } from './choose-user.ts';
import { type Command, CommandError } from './command.ts';

export const demo: Command = {
  name: 'demo',
  usage: 'demo load|remove',
  summary: 'Fill an empty house with the demo firm, or take it out again',
  async run(tools, [act]) {
    if (act !== 'load' && act !== 'remove') throw new CommandError(`Usage: hecht ${demo.usage}`);
    const ctx = tools.contextFor(await chooseUser(tools, undefined));
    await (act === 'load' ? loadDemo(ctx) : removeDemo(ctx));
    tools.say(act === 'load' ? 'Branderij De Overkant has moved in.' : 'The demo firm is gone.');
  },
};
