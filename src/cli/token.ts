import { getFirstRunToken } from '#services/setup.ts';
import type { Command } from './command.ts';

export const token: Command = {
  name: 'token',
  usage: 'token',
  summary: 'Print a fresh first-run token, with which the first owner makes an account',
  async run({ db, publicUrl, say, tell }) {
    const fresh = await getFirstRunToken(db);
    if (fresh === null) return tell('This house has its owner already; a token is not needed any more.');
    tell(`Open ${publicUrl} and fill in:`);
    say(fresh);
  },
};
