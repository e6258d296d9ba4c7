/** Writing tasks down and changing them. */
import { v7 as uuidv7 } from 'uuid';
import type { Repeat, Task } from '#contract/tasks.ts';
import type { Tx } from '#store/database.ts';
import { findPartiesById } from '#store/identities.ts';
import { findTask, insertTask, setTaskDeleted, type TaskRow, type TaskWriting, updateTask } from '#store/tasks.ts';
import { transact } from '#store/transact.ts';
import { findUserRow } from '#store/users.ts';
import { allow, isAllowed, userOf, viewerOf } from '../allow.ts';
import { AppError, notFound } from '../app-error.ts';
import { type AlsoChanged, mergeFields } from '../changes/merge-fields.ts';
import type { Context } from '../context.ts';
import { getFirm } from '../firm.ts';
import { notify } from '../notifications/notify.ts';
import { describeTask } from './describe-task.ts';
import { noteTask, taskFieldsOf } from './note-task.ts';
import { placeTask } from './task-dates.ts';

export interface TaskFields {
  readonly title?: string;
  readonly note?: string | null;
  readonly partyId?: string | null;
  readonly assigneeId?: string;
  readonly dueOn?: string | null;
  readonly dueTime?: string | null;
  readonly repeat?: Repeat | null;
}

type Fields = Omit<TaskWriting, 'sortAt' | 'remindAt' | 'repeatDay'>;

export async function createTask(ctx: Context, input: TaskFields & { title: string }): Promise<Task> {
  return transact(ctx.db, async (tx) => {
    const fields: Fields = {
      title: input.title,
      note: input.note ?? null,
      partyId: input.partyId ?? null,
      assigneeId: input.assigneeId ?? userOf(ctx.actor),
      dueOn: input.dueOn ?? null,
      dueTime: input.dueTime ?? null,
      snoozedUntil: null,
      repeat: input.repeat ?? null,
      doneAt: null,
      doneBy: null,
    };
    await refuseUnfit(ctx, tx, fields);
    return describeNow(ctx, tx, await makeTask(ctx, tx, { fields, follows: null, repeatDay: null }));
  });
}

/** Inserts a task with its place in the list, its history, and word to whom it is for. By the house itself: made by nobody. */
export async function makeTask(
  ctx: Context,
  tx: Tx,
  { fields, follows, repeatDay }: { fields: Fields; follows: string | null; repeatDay: number | null },
): Promise<TaskRow> {
  const id = uuidv7();
  const day = repeatDay ?? repeatDayOf(fields);
  const whole = { ...fields, ...(await placed(tx, fields)), repeatDay: day };
  await insertTask(tx, { ...whole, id, createdBy: viewerOf(ctx.actor), follows, createdAt: ctx.now() });
  const now = await getTaskRow(tx, id);
  await noteTask(ctx, tx, { act: 'create', now });
  if (follows === null) await tellAssignee(ctx, tx, now);
  return now;
}

export async function updateTaskFields(
  ctx: Context,
  input: TaskFields & { taskId: string; ifVersion?: number },
): Promise<Task & { alsoChanged: AlsoChanged[] }> {
  const { taskId, ifVersion, ...wanted } = input;
  return transact(ctx.db, async (tx) => {
    const row = allow(ctx.actor, 'edit', known(await findTask(tx, taskId, { lock: true })));
    const current = taskFieldsOf(row);
    const { version } = row;
    const describe = () => describeNow(ctx, tx, row);
    const alsoChanged = await mergeFields(tx, { recordId: taskId, ifVersion, version, wanted, current, describe });
    const fields = { ...row, ...wanted };
    // A time belongs to a day; a task that is moved to another day is no longer put away.
    const dueTime = fields.dueOn === null ? null : fields.dueTime;
    const isMoved = fields.dueOn !== row.dueOn || dueTime !== row.dueTime;
    const now = await writeTask(ctx, tx, row, {
      ...fields,
      dueTime,
      snoozedUntil: isMoved ? null : row.snoozedUntil,
    });
    if (now.assigneeId !== row.assigneeId) await tellAssignee(ctx, tx, now);
    return { ...(await describeNow(ctx, tx, now)), alsoChanged };
  });
}

export async function snoozeTask(ctx: Context, input: { taskId: string; until: string | null }): Promise<Task> {
  return transact(ctx.db, async (tx) => {
    const row = allow(ctx.actor, 'edit', known(await findTask(tx, input.taskId, { lock: true })));
    const snoozedUntil = input.until === null ? null : new Date(input.until);
    return describeNow(ctx, tx, await writeTask(ctx, tx, row, { ...row, snoozedUntil }));
  });
}

export async function removeTask(ctx: Context, input: { taskId: string }): Promise<{ done: true }> {
  return transact(ctx.db, async (tx) => {
    const row = allow(ctx.actor, 'edit', known(await findTask(tx, input.taskId, { lock: true })));
    await setTaskDeleted(tx, row, { deletedAt: ctx.now(), at: ctx.now() });
    await noteTask(ctx, tx, { act: 'remove', now: row });
    return { done: true as const };
  });
}

/** Writes all fields, with what follows from them, and notes what differs. */
export async function writeTask(
  ctx: Context,
  tx: Tx,
  row: Parameters<typeof updateTask>[1],
  fields: Fields,
): Promise<TaskRow> {
  await refuseUnfit(ctx, tx, fields, row);
  const isMoved = fields.dueOn !== row.dueOn;
  const repeatDay = isMoved || row.repeatDay === null ? repeatDayOf(fields) : row.repeatDay;
  const whole = { ...fields, ...(await placed(tx, fields)), repeatDay };
  await updateTask(tx, row, { fields: whole, at: ctx.now() });
  const now = await getTaskRow(tx, row.id);
  await noteTask(ctx, tx, { act: 'update', was: row, now });
  return now;
}

async function placed(tx: Tx, fields: Fields) {
  return placeTask(fields, (await getFirm(tx)).timeZone);
}

function repeatDayOf({ dueOn, repeat }: Fields): number | null {
  return repeat !== null && dueOn !== null ? Number(dueOn.slice(8)) : null;
}

/** The relation must be there for who writes, and the task for whom it is for. */
async function refuseUnfit(ctx: Context, tx: Tx, fields: Fields, was?: TaskRow): Promise<void> {
  if (fields.dueTime !== null && fields.dueOn === null) throw refused('dueTime', 'time-without-day');
  const isOther = fields.partyId !== was?.partyId || fields.assigneeId !== was?.assigneeId;
  if (was && !isOther) return;
  const user = await findUserRow(tx, fields.assigneeId);
  if (!user || (user.removedAt !== null && fields.assigneeId !== was?.assigneeId))
    throw refused('assigneeId', 'not-a-colleague');
  if (fields.partyId === null) return;
  const [party] = await findPartiesById(tx, [fields.partyId]);
  const seen = allow(ctx.actor, 'see', party);
  const { role, partyId } = user;
  const isSeen = isAllowed({ kind: 'user', userId: user.id, role, partyId, via: 'web' }, 'see', seen);
  if (!isSeen) throw refused('assigneeId', 'may-not-see-relation');
}

function refused(field: string, code: string): AppError {
  return new AppError('bad-input', { problems: [{ path: `body.${field}`, code, message: code }] });
}

async function tellAssignee(ctx: Context, tx: Tx, { id, assigneeId, partyId, version }: TaskRow): Promise<void> {
  if (assigneeId === viewerOf(ctx.actor)) return;
  const about = { noun: 'task' as const, recordId: id, partyId };
  await notify(ctx, tx, { userId: assigneeId, kind: 'task-assigned', key: `task-assigned ${id} ${version}`, ...about });
}

/** In the bin it cannot be changed. */
export function known(row: TaskRow | undefined): TaskRow | null {
  return row && row.deletedAt === null ? row : null;
}

export async function getTaskRow(tx: Tx, id: string): Promise<TaskRow> {
  const row = await findTask(tx, id);
  if (!row) throw notFound();
  return row;
}

export async function describeNow(ctx: Context, tx: Tx, row: TaskRow): Promise<Task> {
  const { timeZone } = await getFirm(tx);
  return describeTask(row, { nowMs: ctx.now().getTime(), timeZone });
}
