import { parseArgs } from 'node:util';
import type { AgendaEvent } from '#contract/agenda.ts';
import { listEvents } from '#services/agenda/list-events.ts';
import type { Context } from '#services/context.ts';
import { getFirm } from '#services/firm.ts';
import { chooseUser } from './choose-user.ts';
import { type Command, CommandError, type Tools } from './command.ts';

const usage = 'agenda [list] [--days N] [--from YYYY-MM-DD] [--as MAIL] [--json]';
const dayMs = 86_400_000;
const usualDays = 7;
const mostDays = 366;

export const agenda: Command = {
  name: 'agenda',
  usage,
  summary: 'What stands in your agenda: a week from today, unless you say otherwise',
  help: ['One line an event: its moment, what, where and with whom, between tabs. --json prints them whole.'],
  async run(tools, args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...{ as: { type: 'string' }, json: { type: 'boolean' }, days: { type: 'string' }, from: { type: 'string' } },
      },
    });
    const [act = 'list', ...more] = positionals;
    const days = Number(values.days ?? usualDays);
    const isWhole = Number.isInteger(days) && days >= 1 && days <= mostDays;
    const isDay = values.from === undefined || /^\d{4}-\d\d-\d\d$/.test(values.from);
    if (act !== 'list' || more.length > 0 || !isWhole || !isDay) throw new CommandError(`Usage: hecht ${usage}`);
    const ctx = tools.contextFor({ ...(await chooseUser(tools, values.as)), via: 'command' });
    const fromMs = values.from === undefined ? ctx.now().getTime() : Date.parse(`${values.from}T00:00:00Z`);
    if (Number.isNaN(fromMs)) throw new CommandError(`Usage: hecht ${usage}`);
    const until = new Date(fromMs + days * dayMs).toISOString();
    const events = await listAll(ctx, { from: new Date(fromMs).toISOString(), until });
    await print(tools, ctx, { events, asJson: values.json === true });
  },
};

async function listAll(ctx: Context, range: { from: string; until: string }): Promise<AgendaEvent[]> {
  const items: AgendaEvent[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listEvents>> = await listEvents(ctx, { ...range, ...(cursor && { cursor }) });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}

async function print(
  { say }: Tools,
  ctx: Context,
  { events, asJson }: { events: readonly AgendaEvent[]; asJson: boolean },
): Promise<void> {
  if (asJson) return say(JSON.stringify(events, null, 2));
  const { timeZone } = await getFirm(ctx.db);
  // Swedish writes a moment as 2026-11-22 14:05.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  for (const { startsOn, startsAt, title, location, people } of events) {
    const names = people.filter(({ isOurs }) => !isOurs).map(({ name }) => name);
    say([startsOn ?? format.format(new Date(startsAt)), title, location ?? '', names.join(', ')].join('\t'));
  }
}
