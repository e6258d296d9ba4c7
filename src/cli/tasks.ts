import { parseArgs } from 'node:util';
import type { Task } from '#contract/tasks.ts';
import { readTaskLine } from '#messages/lines/read-task-line.ts';
import type { Context } from '#services/context.ts';
import { getFirm } from '#services/firm.ts';
import { createTask } from '#services/tasks/change-task.ts';
import { completeTask } from '#services/tasks/complete-task.ts';
import { listTasks } from '#services/tasks/list-tasks.ts';
import { listUsers } from '#services/users.ts';
import { chooseUser } from './choose-user.ts';
import { type Command, CommandError, type Tools } from './command.ts';

const usage = 'tasks [list | add "LINE" | done ID] [--as MAIL] [--all] [--json]';

export const tasks: Command = {
  name: 'tasks',
  usage,
  summary: 'List what is to be done, write a task down in one line, or tick one off',
  help: [
    'LINE as on the screen: hecht tasks add "morgen 9:00 Ans bellen @bram".',
    'ID: the last letters of it, as the list shows them, are enough. --all: everybody’s.',
  ],
  async run(tools, args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { as: { type: 'string' }, all: { type: 'boolean' }, json: { type: 'boolean' } },
    });
    const [act = 'list', given, ...more] = positionals;
    const ctx = tools.contextFor({ ...(await chooseUser(tools, values.as)), via: 'command' });
    const say = (shown: readonly Task[]) => print(tools, shown, values.json === true);
    if (more.length > 0) throw new CommandError(`Usage: hecht ${usage}`);
    if (act === 'list' && given === undefined) return say(await listOpen(ctx, values.all === true));
    if (act === 'add' && given !== undefined) return say([await add(ctx, given)]);
    if (act === 'done' && given !== undefined) return say([await finish(ctx, given)]);
    throw new CommandError(`Usage: hecht ${usage}`);
  },
};

async function listOpen(ctx: Context, ofAll: boolean): Promise<Task[]> {
  const own = ctx.actor.kind === 'user' && !ofAll ? { assigneeId: ctx.actor.userId } : {};
  const items: Task[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listTasks>> = await listTasks(ctx, { ...own, ...(cursor && { cursor }) });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}

async function add(ctx: Context, line: string): Promise<Task> {
  const { timeZone } = await getFirm(ctx.db);
  // Swedish writes a moment as 2026-11-22 14:05.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const [today = '', clock = ''] = format.format(ctx.now()).split(' ');
  const { items: colleagues } = await listUsers(ctx);
  const { title, dueOn, dueTime, repeat, assigneeId } = readTaskLine(line, { today, clock, colleagues });
  if (title === '') throw new CommandError('What is to be done?');
  return createTask(ctx, { title, dueOn, dueTime, repeat, ...(assigneeId && { assigneeId }) });
}

async function finish(ctx: Context, wanted: string): Promise<Task> {
  const found = (await listOpen(ctx, true)).filter(({ id }) => id.endsWith(wanted.toLowerCase()));
  const [task, other] = found;
  if (!task) throw new CommandError(`No open task is named ${wanted}. \`hecht tasks --all\` lists them.`);
  if (other) throw new CommandError(`${found.length} open tasks end on ${wanted}: write more of it.`);
  return (await completeTask(ctx, { taskId: task.id })).task;
}

/** Ids of one moment begin alike; their ends differ. */
const shownLetters = 8;

function print({ say }: Tools, shown: readonly Task[], asJson: boolean): void {
  if (asJson) say(JSON.stringify(shown, null, 2));
  for (const { id, title, dueOn, dueTime, group, party, assignee } of asJson ? [] : shown) {
    const due = [dueOn, dueTime].filter(Boolean).join(' ');
    say([id.slice(-shownLetters), group, due, assignee.name, title, party?.name ?? ''].join('\t'));
  }
}
