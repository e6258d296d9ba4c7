/** Writing down why they say they are with us. What was read before stays beside it. */
import { v7 as uuidv7 } from 'uuid';
import type { FoundationStatement } from '#contract/foundations.ts';
import type { Allowed } from '#store/allowed.ts';
import type { Tx } from '#store/database.ts';
import {
  findStatement,
  insertStatement,
  isOwnParty,
  type StatementRow,
  type StatementWriting,
  updateStatement,
} from '#store/foundation-statements.ts';
import { listFoundationKinds } from '#store/foundations.ts';
import { findParty } from '#store/parties.ts';
import { transact } from '#store/transact.ts';
import { allow, viewerOf } from '../allow.ts';
import { AppError, notFound } from '../app-error.ts';
import { mergeFields } from '../changes/merge-fields.ts';
import type { Context } from '../context.ts';
import { describeStatement } from './describe-foundation.ts';
import { noteStatement, statementFieldsOf } from './note-statement.ts';
import { refreshFoundationsAround } from './refresh-foundation.ts';

export interface StatementFields {
  readonly kind?: string;
  readonly ground?: 'said' | 'survey';
  readonly words?: string | null;
  readonly saidAt?: string;
  readonly face?: 'familiar' | 'family' | null;
  readonly colleagueId?: string | null;
  readonly toldBy?: 'them' | 'us' | null;
  readonly neededFor?: string | null;
}

export async function stateFoundation(
  ctx: Context,
  input: StatementFields & { partyId: string; kind: string },
): Promise<FoundationStatement> {
  return transact(ctx.db, async (tx) => {
    const party = allow(ctx.actor, 'edit', await findParty(tx, input.partyId));
    if (party.deletedAt !== null) throw notFound();
    if (party.isOwn) throw new AppError('not-allowed');
    const id = uuidv7();
    const fields = fieldsOf(ctx, input, { kind: input.kind, ground: 'said', ...empty, saidAt: ctx.now() });
    await refuseUnfit(ctx, tx, fields);
    await insertStatement(tx, {
      ...fields,
      id,
      partyId: party.id,
      authorId: viewerOf(ctx.actor),
      createdAt: ctx.now(),
    });
    const now = await settle(ctx, tx, id);
    await noteStatement(ctx, tx, { act: 'create', now });
    return describeStatement(now);
  });
}

const empty = { words: null, face: null, colleagueId: null, toldBy: null, neededFor: null };

export async function correctStatement(
  ctx: Context,
  input: StatementFields & { statementId: string; ifVersion?: number },
): Promise<FoundationStatement> {
  const { statementId, ifVersion, ...wanted } = input;
  return transact(ctx.db, async (tx) => {
    const row = allow(ctx.actor, 'edit', known(await findStatement(tx, statementId, { lock: true })));
    await mergeFields(tx, {
      recordId: row.id,
      ifVersion,
      version: row.version,
      wanted: { ...wanted },
      current: statementFieldsOf(row),
      describe: async () => describeStatement(row),
    });
    return describeStatement(await writeStatement(ctx, tx, row, fieldsOf(ctx, wanted, row)));
  });
}

export async function withdrawStatement(ctx: Context, input: { statementId: string }): Promise<{ done: true }> {
  return transact(ctx.db, async (tx) => {
    const row = allow(ctx.actor, 'edit', known(await findStatement(tx, input.statementId, { lock: true })));
    await updateStatement(tx, row, { fields: row, deletedAt: ctx.now() });
    await noteStatement(ctx, tx, { act: 'remove', now: await settle(ctx, tx, row.id) });
    return { done: true as const };
  });
}

export async function restoreStatement(ctx: Context, tx: Tx, id: string): Promise<void> {
  const row = allow(ctx.actor, 'edit', await findStatement(tx, id, { lock: true }));
  if (row.deletedAt === null) return;
  await updateStatement(tx, row, { fields: row, deletedAt: null });
  await noteStatement(ctx, tx, { act: 'restore', now: await settle(ctx, tx, id) });
}

export async function writeStatement(
  ctx: Context,
  tx: Tx,
  row: Allowed<StatementRow>,
  fields: StatementWriting,
): Promise<StatementRow> {
  await refuseUnfit(ctx, tx, fields);
  await updateStatement(tx, row, { fields, deletedAt: null });
  const now = await settle(ctx, tx, row.id);
  await noteStatement(ctx, tx, { act: 'update', was: row, now });
  return now;
}

/** The reading of the relation, and of where this person works, follows at once. */
async function settle(ctx: Context, tx: Tx, id: string): Promise<StatementRow> {
  const row = await findStatement(tx, id);
  if (!row) throw notFound();
  await refreshFoundationsAround(ctx, tx, row.partyId);
  return row;
}

function fieldsOf(ctx: Context, wanted: StatementFields, was: StatementWriting): StatementWriting {
  const saidAt = wanted.saidAt === undefined ? was.saidAt : new Date(wanted.saidAt);
  if (saidAt > ctx.now()) throw new AppError('future-event');
  const { kind, ground, words, face, colleagueId, toldBy, neededFor } = { ...was, ...wanted };
  // A face belongs to goodwill; without one there is nobody to name.
  const hasFace = kind === 'personal' && face !== null;
  const isFamily = hasFace && face === 'family';
  return {
    kind,
    ground,
    words: words?.trim() ? words : null,
    face: hasFace ? face : null,
    colleagueId: hasFace ? colleagueId : null,
    toldBy: isFamily ? toldBy : null,
    neededFor: isFamily ? (neededFor?.trim() ? neededFor : null) : null,
    saidAt,
  };
}

async function refuseUnfit(_ctx: Context, tx: Tx, fields: StatementWriting): Promise<void> {
  const kinds = await listFoundationKinds(tx);
  if (!kinds.some(({ key }) => key === fields.kind)) throw refused('kind', 'unknown-foundation');
  if (fields.colleagueId !== null && !(await isOwnParty(tx, fields.colleagueId)))
    throw refused('colleagueId', 'not-a-colleague');
  if (fields.face !== 'family') return;
  // That they are family is kept only when one of them said so, and only for something it is needed for.
  if (fields.toldBy === null) throw refused('toldBy', 'family-not-told');
  if (fields.neededFor === null) throw refused('neededFor', 'family-not-needed');
}

function refused(field: string, code: string): AppError {
  return new AppError('bad-input', { problems: [{ path: `body.${field}`, code, message: code }] });
}

export function known(row: StatementRow | undefined): StatementRow | null {
  return row && row.deletedAt === null ? row : null;
}
