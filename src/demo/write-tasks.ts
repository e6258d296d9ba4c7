/** What Joris still wanted to do, and with whom he keeps in touch: nothing of it late, so that Today tells its own stories. */
import { v7 as uuidv7 } from 'uuid';
import type { Repeat } from '#contract/tasks.ts';
import { forgetDemoChanges, type writeDemoRecords } from '#services/demo/demo-records.ts';
import { createRule } from '#services/keep-in-touch/rules.ts';
import { createTask } from '#services/tasks/change-task.ts';
import { completeTask } from '#services/tasks/complete-task.ts';

interface DemoTask {
  readonly party: string;
  readonly title: string;
  readonly inDays: number | null;
  readonly time?: string;
  readonly note?: string;
  readonly repeat?: Repeat;
  readonly isDone?: boolean;
}

const tasks: readonly DemoTask[] = [
  { party: 'klaver', title: 'Sleutel van de proeverij terugbrengen', inDays: 0 },
  { party: 'marktzicht', title: 'Reservemaler nakijken met Bram', inDays: 1, time: '10:00' },
  {
    party: 'studio-zeven',
    title: 'Proefdruk van het blik laten zien',
    inDays: 4,
    note: 'Met haar naam erop, zoals afgesproken.',
  },
  {
    party: 'bar-nul',
    title: 'Voorraad tellen en aanvullen',
    inDays: 6,
    repeat: { every: 2, unit: 'week', from: 'due' },
  },
  { party: 'lindehof', title: 'Vragen of de bonen bevallen', inDays: null },
  { party: 'marktzicht', title: 'Uitleg over de maler nasturen', inDays: -2, isDone: true },
];

/** On time by their own rhythm, or by a span long enough. */
const kept: readonly { readonly party: string; readonly everyDays: number | null }[] = [
  { party: 'klaver', everyDays: null },
  { party: 'marktzicht', everyDays: 120 },
];

const dayMs = 86_400_000;

type Within = Parameters<typeof writeDemoRecords>[0];

export async function writeTasks(ctx: Within, house: { readonly idOf: (key: string) => string }): Promise<void> {
  const batchId = uuidv7();
  const within = { ...ctx, batchId };
  for (const { party, title, inDays, time, note, repeat, isDone = false } of tasks) {
    const dueOn = inDays === null ? null : new Date(ctx.now().getTime() + inDays * dayMs).toISOString().slice(0, 10);
    const fields = { title, dueOn, dueTime: time ?? null, note: note ?? null, repeat: repeat ?? null };
    const { id } = await createTask(within, { ...fields, partyId: house.idOf(party) });
    if (isDone) await completeTask(within, { taskId: id });
  }
  for (const { party, everyDays } of kept) await createRule(within, { partyId: house.idOf(party), everyDays });
  await forgetDemoChanges(ctx, batchId);
}
