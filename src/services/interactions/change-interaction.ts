/** Putting the log right: correct, delete, share. Only the touched ties are derived again. */

import type { interaction } from '#contract/interactions.ts';
import type { Shape } from '#contract/values.ts';
import type { Allowed } from '#store/allowed.ts';
import { linkAnswers } from '#store/answers.ts';
import type { Db, Tx } from '#store/database.ts';
import { findPartiesById } from '#store/identities.ts';
import {
  type InteractionRow,
  listInteractions,
  setKeptLine,
  shareInteraction,
  updateInteractions,
} from '#store/interactions.ts';
import { findSource } from '#store/sources.ts';
import { insertTombstones } from '#store/tombstones.ts';
import { transact } from '#store/transact.ts';
import { allow, type Guarded, isAllowed } from '../allow.ts';
import { AppError } from '../app-error.ts';
import { refuseUnknownKinds } from '../benefits/weights.ts';
import type { Context } from '../context.ts';
import { refreshTies } from '../figures/refresh-figures.ts';
import { levelOf } from '../mail/sharing-levels.ts';
import { futureGraceMs } from './ingest-interactions.ts';
import { keepInteraction } from './kept-interaction.ts';
import { noteInteraction } from './note-interaction.ts';
import { rederiveInteractions } from './rederive-interactions.ts';
import { takeOutInteractions } from './take-out-interactions.ts';

type Interaction = Shape<typeof interaction>;
type GuardedInteraction = InteractionRow & Required<Guarded>;

export async function getInteraction(ctx: Context, input: { interactionId: string }): Promise<Interaction> {
  return describe(ctx, allow(ctx.actor, 'see', await find(ctx.db, input.interactionId)));
}

export interface InteractionChange {
  readonly interactionId: string;
  readonly ifVersion?: number;
  readonly at?: string;
  readonly channel?: string;
  readonly kind?: string;
  readonly subject?: string | null;
  readonly text?: string | null;
  readonly asked?: boolean | null;
  readonly benefits?: InteractionRow['benefits'];
  readonly keptLine?: string | null;
}

export async function correctInteraction(ctx: Context, input: InteractionChange): Promise<Interaction> {
  return transact(ctx.db, async (tx) => {
    const row = await findOwnText(ctx, tx, input.interactionId);
    await refuseStale(ctx, row, input.ifVersion);
    await refuseUnknownKinds(tx, input.benefits ?? []);
    const happenedAt = input.at === undefined ? row.happenedAt : new Date(input.at);
    if (happenedAt.getTime() > ctx.now().getTime() + futureGraceMs) throw new AppError('future-event');
    const changed: InteractionRow = {
      ...row,
      happenedAt,
      channel: input.channel ?? row.channel,
      kind: input.kind ?? row.kind,
      subject: input.subject === undefined ? row.subject : input.subject,
      snippet: input.text === undefined ? row.snippet : input.text,
      asked: input.asked === undefined ? row.asked : input.asked,
      benefits: input.benefits ?? row.benefits,
      keptLine: input.keptLine === undefined ? row.keptLine : input.keptLine,
    };
    await updateInteractions(tx, [changed]);
    if (input.keptLine === null) await setKeptLine(tx, row, null);
    const answering = await linkAnswers(tx, { sourceNumber: row.sourceNumber, keys: [row.sourceKey], ids: [row.id] });
    const ids = [...new Set([row.id, ...answering.map(({ id }) => id)])];
    await rederive(ctx, tx, { ids });
    const now = await find(tx, row.id);
    await noteInteraction(ctx, tx, { act: 'update', was: row, now });
    return describe({ ...ctx, db: tx }, now);
  });
}

export async function deleteInteraction(ctx: Context, input: { interactionId: string }): Promise<{ done: true }> {
  return transact(ctx.db, async (tx) => {
    const row = await findOwnText(ctx, tx, input.interactionId);
    await insertTombstones(tx, [row], { reason: 'deleted', at: ctx.now() });
    const tieIds = await takeOutInteractions(tx, { ids: [row.id], at: ctx.now() });
    await refreshTies(tx, { tieIds, at: ctx.now() });
    await noteInteraction(ctx, tx, { act: 'remove', was: row, whole: keepInteraction(row) });
    return { done: true as const };
  });
}

export async function shareMail(ctx: Context, input: { interactionId: string; shared: boolean }): Promise<Interaction> {
  return transact(ctx.db, async (tx) => {
    const row = allow(ctx.actor, 'share', await find(tx, input.interactionId));
    await shareInteraction(tx, row, input.shared ? ctx.now() : null);
    // What its words give and show counts for all once all may read it.
    await rederive(ctx, tx, { ids: [row.id] });
    return describe({ ...ctx, db: tx }, await find(tx, row.id));
  });
}

async function rederive(ctx: Context, tx: Tx, input: { ids: readonly string[] }): Promise<void> {
  const at = ctx.now();
  await refreshTies(tx, { tieIds: await rederiveInteractions(tx, { ...input, at }), at });
}

/** To change a private mail is to read it. */
async function findOwnText(ctx: Context, tx: Tx, id: string): Promise<Allowed<GuardedInteraction>> {
  const row = await find(tx, id);
  allow(ctx.actor, 'edit', row);
  return allow(ctx.actor, 'read-text', row);
}

async function refuseStale(ctx: Context, row: GuardedInteraction, ifVersion: number | undefined): Promise<void> {
  if (ifVersion === undefined || ifVersion === row.version) return;
  throw new AppError('stale', { current: { ...(await describe(ctx, row)) } });
}

/** Seen by whoever may see everybody it passed between. */
async function find(db: Db, id: string): Promise<GuardedInteraction> {
  const [row] = await listInteractions(db, [id]);
  if (!row) throw new AppError('not-found');
  const parties = await findPartiesById(db, [row.fromParty, ...row.toParties]);
  const closed = parties.flatMap((party) => (party.visibleTo === null ? [] : [party.visibleTo]));
  const [first, ...rest] = closed;
  const visibleTo = first?.filter((userId) => rest.every((users) => users.includes(userId))) ?? null;
  return { ...row, visibleTo, ownerUserId: row.ownerUserId, shownAs: levelOf(row) };
}

async function describe(ctx: Context, row: GuardedInteraction): Promise<Interaction> {
  const mayRead = isAllowed(ctx.actor, 'read-text', row);
  const source = await findSource(ctx.db, row.sourceNumber);
  return {
    id: row.id,
    at: row.happenedAt.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
    channel: row.channel,
    kind: mayRead ? row.kind : 'message',
    from: row.fromParty,
    to: [...row.toParties],
    subject: isAllowed(ctx.actor, 'read-subject', row) ? row.subject : null,
    snippet: mayRead ? row.snippet : null,
    textWithheld: !mayRead,
    keptLine: mayRead ? row.keptLine : null,
    // What a colleague calls the own mailbox is the colleague's to know.
    source: mayRead || source?.isPrivate === false ? (source?.label ?? '') : '',
    version: row.version,
  };
}
