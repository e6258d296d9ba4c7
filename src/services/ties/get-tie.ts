/** One tie with its four blocks, and everything the engine was given: the browser can go on from there. */
import type { Tie } from '#contract/ties.ts';
import { flattenState } from '#engine/state-json.ts';
import { statusAt } from '#engine/status.ts';
import { type CorrectionRow, listCorrections } from '#store/corrections.ts';
import type { Db } from '#store/database.ts';
import { findGuardedTie } from '#store/guarded-ties.ts';
import type { SourceRow } from '#store/sources.ts';
import { listTieEvents } from '#store/tie-events.ts';
import { allow } from '../allow.ts';
import { notFound } from '../app-error.ts';
import type { Context } from '../context.ts';
import { type LoadedTie, loadTies } from './load-ties.ts';
import { readableMs, readTieAt } from './read-tie-at.ts';

export async function getTie(ctx: Context, input: { tieId: string }): Promise<Tie> {
  const nowMs = ctx.now().getTime();
  const tie = await getLoadedTie(ctx, ctx.db, input.tieId);
  const events = (await listTieEvents(ctx.db, [tie.id])).get(tie.id) ?? [];
  const { context, parameters, state } = tie;
  const viewer = ctx.actor.kind === 'user' ? ctx.actor.userId : null;
  return {
    id: tie.id,
    a: { id: tie.a.id, name: tie.a.name, isOwn: tie.a.isOwn },
    b: { id: tie.b.id, name: tie.b.name, isOwn: tie.b.isOwn },
    status: statusAt({ events, context, parameters, nowMs: readableMs(tie, nowMs) }),
    reading: plain(readTieAt(tie, nowMs)),
    state: { ab: flattenState(state.ab), ba: flattenState(state.ba) },
    context: plain(context),
    parameters: { ...parameters },
    corrections: (await listCorrections(ctx.db, tie.id)).map(describeCorrection),
    coverage: tie.sources.map((source) => describeCoverage(source, viewer)),
  };
}

/** Seen by whoever may see both ends. */
export async function getLoadedTie(ctx: Context, db: Db, tieId: string): Promise<LoadedTie> {
  const guarded = allow(ctx.actor, 'see', await findGuardedTie(db, tieId));
  const tie = (await loadTies(db, [guarded.id], ctx.now().getTime())).get(guarded.id);
  if (!tie) throw notFound();
  return tie;
}

export function describeCorrection(row: CorrectionRow) {
  const { id, block, value, mutedCode, note, author } = row;
  return { id, block, value, mutedCode, note, author, at: row.at.toISOString() };
}

/** That somebody's mailbox was read says enough: which one is theirs to know. */
function describeCoverage(source: SourceRow, viewer: string | null) {
  const isTheirs = source.isPrivate && source.ownerUserId !== viewer;
  return {
    label: isTheirs ? '' : source.label,
    kind: source.kind,
    coveredUntil: source.coveredUntil?.toISOString() ?? null,
    isLive: source.isLive,
  };
}

type Plain<T> = T extends readonly (infer Item)[]
  ? Plain<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Plain<T[Key]> }
    : T;

/** The engine's answers are read-only; what goes over the wire is the door's own copy. */
function plain<T>(value: T): Plain<T> {
  return value as Plain<T>;
}
