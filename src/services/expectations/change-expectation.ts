/** What both sides expect, written down and put right; the task that asks anew goes with it. */
import { v7 as uuidv7 } from 'uuid';
import type { Expectation } from '#contract/expectations.ts';
import type { Allowed } from '#store/allowed.ts';
import type { Tx } from '#store/database.ts';
import {
  type ExpectationRow,
  type ExpectationWriting,
  findExpectation,
  insertExpectation,
  listAskingTasks,
  setExpectationTask,
  updateExpectation,
} from '#store/expectations.ts';
import { findParty } from '#store/parties.ts';
import { findTask } from '#store/tasks.ts';
import { transact } from '#store/transact.ts';
import { allow, userOf } from '../allow.ts';
import { AppError, notFound } from '../app-error.ts';
import { type AlsoChanged, mergeFields } from '../changes/merge-fields.ts';
import type { Context } from '../context.ts';
import { getFirm } from '../firm.ts';
import { dayOf } from '../firm-days.ts';
import { createTask, removeTask, updateTaskFields } from '../tasks/change-task.ts';
import { completeTask } from '../tasks/complete-task.ts';
import { describeExpectation } from './describe-expectation.ts';
import { expectationFieldsOf, noteExpectation } from './note-expectation.ts';

type AskAgain = { readonly on: string; readonly title: string } | null;

interface Answers {
  readonly ofUs?: string | null;
  readonly ofThem?: string | null;
  readonly changed?: string | null;
  readonly askedOn?: string;
  readonly askAgain?: AskAgain;
}

export async function createExpectation(ctx: Context, input: Answers & { partyId: string }): Promise<Expectation> {
  const { partyId, askAgain = null } = input;
  return transact(ctx.db, async (tx) => {
    const party = allow(ctx.actor, 'edit', await findParty(tx, partyId));
    if (party.deletedAt !== null) throw notFound();
    if (party.isOwn) throw new AppError('not-allowed');
    const within: Context = { ...ctx, db: tx, batchId: ctx.batchId ?? uuidv7() };
    const today = dayOf(ctx.now().getTime(), (await getFirm(tx)).timeZone);
    const fields: ExpectationWriting = {
      ...{ ofUs: input.ofUs || null, ofThem: input.ofThem || null, changed: input.changed || null },
      ...{ askedOn: input.askedOn ?? today, askAgainOn: askAgain?.on ?? null },
    };
    refuseUnfit(fields, today);
    for (const taskId of await listAskingTasks(tx, partyId)) await completeTask(within, { taskId });
    const id = uuidv7();
    await insertExpectation(tx, { ...fields, id, partyId, askedBy: userOf(ctx.actor), at: ctx.now() });
    const row = await getRow(within, tx, id);
    await noteExpectation(within, tx, { act: 'create', now: row });
    await keepTask(within, tx, row, askAgain);
    return describeExpectation(row);
  });
}

export async function updateExpectationFields(
  ctx: Context,
  input: Answers & { expectationId: string; ifVersion?: number },
): Promise<Expectation & { alsoChanged: AlsoChanged[] }> {
  const { expectationId, ifVersion, askAgain, ...answers } = input;
  const wanted = {
    ...Object.fromEntries(Object.entries(answers).map(([name, said]) => [name, said || null])),
    ...(askAgain !== undefined && { askAgainOn: askAgain?.on ?? null }),
  };
  return transact(ctx.db, async (tx) => {
    const within: Context = { ...ctx, db: tx, batchId: ctx.batchId ?? uuidv7() };
    const row = await getRow(within, tx, expectationId);
    const [current, { version }] = [expectationFieldsOf(row), row];
    const describe = async () => describeExpectation(row);
    const alsoChanged = await mergeFields(tx, { recordId: row.id, ifVersion, version, wanted, current, describe });
    const fields = { ...row, ...wanted };
    refuseUnfit(fields, dayOf(ctx.now().getTime(), (await getFirm(tx)).timeZone));
    const now = await writeExpectation(within, tx, row, fields);
    if (askAgain !== undefined) await keepTask(within, tx, now, askAgain);
    return { ...describeExpectation(now), alsoChanged };
  });
}

export async function removeExpectation(ctx: Context, input: { expectationId: string }): Promise<{ done: true }> {
  return transact(ctx.db, async (tx) => {
    const within: Context = { ...ctx, db: tx, batchId: ctx.batchId ?? uuidv7() };
    const row = await getRow(within, tx, input.expectationId);
    if (!ctx.undoes) await keepTask(within, tx, row, null);
    await updateExpectation(tx, row, { fields: row, deletedAt: ctx.now(), at: ctx.now() });
    await noteExpectation(within, tx, { act: 'remove', now: row });
    return { done: true as const };
  });
}

export async function restoreExpectation(ctx: Context, tx: Tx, expectationId: string): Promise<void> {
  const row = allow(ctx.actor, 'edit', await findExpectation(tx, expectationId, { lock: true }));
  if (row.deletedAt === null) return;
  await updateExpectation(tx, row, { fields: row, deletedAt: null, at: ctx.now() });
  await noteExpectation(ctx, tx, { act: 'restore', now: row });
}

/** The answers alone: a task that goes with them has a history of its own. */
export async function writeExpectation(
  ctx: Context,
  tx: Tx,
  row: Allowed<ExpectationRow>,
  fields: ExpectationWriting,
): Promise<Allowed<ExpectationRow>> {
  await updateExpectation(tx, row, { fields, deletedAt: null, at: ctx.now() });
  const now = await getRow(ctx, tx, row.id);
  await noteExpectation(ctx, tx, { act: 'update', was: row, now });
  return now;
}

/** One task per answer: made, moved, or taken away while nobody has done it. */
async function keepTask(ctx: Context, tx: Tx, row: Allowed<ExpectationRow>, askAgain: AskAgain): Promise<void> {
  const standing = row.taskId === null ? undefined : await findTask(tx, row.taskId);
  const isOpen = standing && standing.deletedAt === null && standing.doneAt === null;
  if (isOpen && askAgain) await updateTaskFields(ctx, { taskId: standing.id, dueOn: askAgain.on });
  else if (isOpen) await removeTask(ctx, { taskId: standing.id });
  else if (askAgain) {
    const { id } = await createTask(ctx, { title: askAgain.title, partyId: row.partyId, dueOn: askAgain.on });
    await setExpectationTask(tx, row, id);
  }
}

export async function getRow(ctx: Context, tx: Tx, id: string): Promise<Allowed<ExpectationRow>> {
  const row = allow(ctx.actor, 'edit', await findExpectation(tx, id, { lock: true }));
  if (row.deletedAt !== null) throw notFound();
  return row;
}

function refuseUnfit({ ofUs, ofThem, changed, askedOn }: ExpectationWriting, today: string): void {
  if (askedOn > today) throw new AppError('future-event');
  if (ofUs ?? ofThem ?? changed) return;
  throw new AppError('bad-input', {
    problems: [{ path: 'body.ofUs', code: 'required', message: 'nothing was answered' }],
  });
}
