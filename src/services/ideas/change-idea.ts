/** Ideas: written down, brought further, told of and thanked for. */
import { v7 as uuidv7 } from 'uuid';
import type { Idea } from '#contract/ideas.ts';
import type { Allowed } from '#store/allowed.ts';
import type { Tx } from '#store/database.ts';
import {
  findIdea,
  type IdeaNaming,
  type IdeaRow,
  type IdeaStatus,
  type IdeaWriting,
  insertIdea,
  updateIdea,
} from '#store/ideas.ts';
import { transact } from '#store/transact.ts';
import { allow } from '../allow.ts';
import { AppError, notFound } from '../app-error.ts';
import { type AlsoChanged, mergeFields } from '../changes/merge-fields.ts';
import type { Context } from '../context.ts';
import { getFirm } from '../firm.ts';
import { dayOf } from '../firm-days.ts';
import { openTie } from '../promises/open-tie.ts';
import { describeIdea } from './describe-idea.ts';
import { ideaFieldsOf, noteIdea } from './note-idea.ts';
import { settleMoments } from './settle-moments.ts';

interface NewIdea {
  readonly partyId: string;
  readonly text: string;
  readonly by?: string;
  readonly at?: string;
  /** The moment in which it came up, where that stands in the log already. */
  readonly cameIn?: string | null;
}

export async function createIdea(ctx: Context, input: NewIdea): Promise<Idea> {
  const cameAt = pastOf(ctx, input.at);
  return transact(ctx.db, async (tx) => {
    // Somebody of ours heard it: between the two of them it stands.
    await openTie(ctx, tx, input.partyId);
    const colleagueId = ctx.actor.kind === 'user' ? (ctx.actor.partyId ?? '') : '';
    const id = uuidv7();
    await insertIdea(tx, {
      ...{ id, partyId: input.partyId, colleagueId, text: input.text, status: 'new', naming: 'unasked' },
      ...{ cameAt, cameBy: input.by ?? 'other', cameIn: input.cameIn ?? null, createdAt: ctx.now() },
      ...{ deliveredIn: null, deliveredOn: null, toldAt: null, toldBy: null, thankedAt: null, thankedBy: null },
    });
    const now = await settle(ctx, tx, id);
    await noteIdea(ctx, tx, { act: 'create', now });
    return describeIdea(now);
  });
}

export interface IdeaChange {
  readonly text?: string;
  readonly status?: IdeaStatus;
  readonly deliveredIn?: string | null;
  readonly deliveredOn?: string | null;
  readonly naming?: IdeaNaming;
}

export async function updateIdeaFields(
  ctx: Context,
  input: IdeaChange & { ideaId: string; ifVersion?: number },
): Promise<Idea & { alsoChanged: AlsoChanged[] }> {
  const { ideaId, ifVersion, ...wanted } = input;
  return transact(ctx.db, async (tx) => {
    const row = allow(ctx.actor, 'edit', known(await findIdea(tx, ideaId, { lock: true })));
    const { version } = row;
    const current = ideaFieldsOf(row);
    const describe = async () => describeIdea(row);
    const alsoChanged = await mergeFields(tx, {
      recordId: ideaId,
      ifVersion,
      version,
      wanted: { ...wanted },
      current,
      describe,
    });
    const { timeZone } = await getFirm(tx);
    const today = dayOf(ctx.now().getTime(), timeZone);
    const now = await writeIdea(ctx, tx, row, fit({ ...row, ...wanted }, wanted, today));
    return { ...describeIdea(now), alsoChanged };
  });
}

/** Something came of it on a day, in something; what is not delivered has neither. To name what it became delivers it. */
function fit(fields: IdeaWriting, wanted: IdeaChange, today: string): IdeaWriting {
  const names = wanted.deliveredIn != null || wanted.deliveredOn != null;
  const status = names && wanted.status === undefined ? 'delivered' : fields.status;
  if (status !== 'delivered') return { ...fields, status, deliveredIn: null, deliveredOn: null };
  const deliveredOn = fields.deliveredOn ?? today;
  if (deliveredOn > today) throw new AppError('future-event');
  return { ...fields, status, deliveredOn };
}

interface Occasion {
  readonly ideaId: string;
  readonly by?: string;
  readonly at?: string;
}

export async function tellOfIdea(ctx: Context, input: Occasion): Promise<Idea> {
  const toldAt = pastOf(ctx, input.at);
  return once(ctx, input.ideaId, (row) => (row.toldAt ? null : { toldAt, toldBy: input.by ?? 'other' }));
}

export async function thankForIdea(ctx: Context, input: Occasion): Promise<Idea> {
  const thankedAt = pastOf(ctx, input.at);
  return once(ctx, input.ideaId, (row) => (row.thankedAt ? null : { thankedAt, thankedBy: input.by ?? 'other' }));
}

/** Null: it was done before, and stands as it was. */
async function once(ctx: Context, id: string, step: (row: IdeaRow) => Partial<IdeaWriting> | null): Promise<Idea> {
  return transact(ctx.db, async (tx) => {
    const row = allow(ctx.actor, 'edit', known(await findIdea(tx, id, { lock: true })));
    const wanted = step(row);
    return describeIdea(wanted === null ? row : await writeIdea(ctx, tx, row, { ...row, ...wanted }));
  });
}

/** Writes all fields, lets the log follow, and notes what differs. */
export async function writeIdea(ctx: Context, tx: Tx, row: Allowed<IdeaRow>, fields: IdeaWriting): Promise<IdeaRow> {
  await updateIdea(tx, row, { fields, deletedAt: null, at: ctx.now() });
  const now = await settle(ctx, tx, row.id);
  await noteIdea(ctx, tx, { act: 'update', was: row, now });
  return now;
}

export async function removeIdea(ctx: Context, input: { ideaId: string }): Promise<{ done: true }> {
  return transact(ctx.db, async (tx) => {
    const row = allow(ctx.actor, 'edit', known(await findIdea(tx, input.ideaId, { lock: true })));
    await updateIdea(tx, row, { fields: row, deletedAt: ctx.now(), at: ctx.now() });
    await noteIdea(ctx, tx, { act: 'remove', now: await settle(ctx, tx, row.id) });
    return { done: true as const };
  });
}

export async function restoreIdea(ctx: Context, tx: Tx, ideaId: string): Promise<void> {
  const row = allow(ctx.actor, 'edit', await findIdea(tx, ideaId, { lock: true }));
  if (row.deletedAt === null) return;
  await updateIdea(tx, row, { fields: row, deletedAt: null, at: ctx.now() });
  await noteIdea(ctx, tx, { act: 'restore', now: await settle(ctx, tx, row.id) });
}

/** The log follows the row as it stands now. */
async function settle(ctx: Context, tx: Tx, id: string): Promise<IdeaRow> {
  await settleMoments(ctx, tx, allow(ctx.actor, 'edit', await findIdea(tx, id)));
  const now = await findIdea(tx, id);
  if (!now) throw notFound();
  return now;
}

/** In the bin it cannot be changed. */
export function known(row: IdeaRow | undefined): IdeaRow | null {
  return row && row.deletedAt === null ? row : null;
}

function pastOf(ctx: Context, at: string | undefined): Date {
  const moment = at === undefined ? ctx.now() : new Date(at);
  if (moment > ctx.now()) throw new AppError('future-event');
  return moment;
}
