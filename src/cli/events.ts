import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { type Event, event } from '#contract/events.ts';
import { recordEvents } from '#services/events/record-events.ts';
import { chooseUser } from './choose-user.ts';
import { type Command, CommandError } from './command.ts';

const usage = 'events FILE.jsonl --source NAME [--as MAIL]';
const atOnce = 100;
const mostTold = 20;

/** The same as POST /api/events, for a file of them. */
export const events: Command = {
  name: 'events',
  usage,
  summary: 'Tell orders, invoices, payments, tickets and reviews, one JSON object a line',
  help: [
    'Each line is an event as POST /api/events takes it (see /api/docs). The same file twice changes nothing.',
    '--source is a name of your own for where they come from; ids are unique within it.',
    'A line that is no event is told and left out; the rest goes on.',
  ],
  async run(tools, args) {
    const options = { as: { type: 'string' }, source: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    const [file, ...more] = positionals;
    const source = values.source?.trim() ?? '';
    if (file === undefined || more.length > 0 || source === '') throw new CommandError(`Usage: hecht ${usage}`);
    const ctx = tools.contextFor({ ...(await chooseUser(tools, values.as)), via: 'command' });
    const total = { stored: 0, duplicates: 0, corrected: 0, failed: 0 };
    let waiting: Event[] = [];
    const keep = async () => {
      if (waiting.length === 0) return;
      const { stored, duplicates, corrected } = await recordEvents(ctx, { source, events: waiting });
      total.stored += stored;
      total.duplicates += duplicates;
      total.corrected += corrected;
      waiting = [];
    };
    let line = 0;
    for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
      tools.signal.throwIfAborted();
      line += 1;
      if (text.trim() === '') continue;
      const read = readLine(text, ctx.now());
      if (typeof read === 'string') {
        total.failed += 1;
        if (total.failed <= mostTold) tools.tell(`line ${line}: ${read}`);
      } else if (waiting.push(read) >= atOnce) await keep();
    }
    await keep();
    tools.say(`${total.stored} new, ${total.corrected} put right, ${total.duplicates} known, ${total.failed} left out`);
    if (total.failed > 0) throw new CommandError(`${total.failed} lines are no events; the others were kept.`);
  },
};

/** The event, or why it is none. */
function readLine(text: string, now: Date): Event | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'no JSON';
  }
  const read = event.safeParse(value);
  if (read.success) return Date.parse(read.data.at) > now.getTime() ? 'at: still to come' : read.data;
  const [issue] = read.error.issues;
  return `${issue?.path.join('.') || 'event'}: ${issue?.message ?? 'not possible'}`;
}
