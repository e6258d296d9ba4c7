/** Today: at most seven things, most worth while first. Silence speaks only where somebody listened (see decision 004). */
import type { QuarterGoal } from '#contract/me.ts';
import type { TodayLine } from '#contract/today.ts';
import { listReaches, type Reach } from '#store/identities.ts';
import { findLeaning, type Leaning } from '#store/leaning.ts';
import { listPartyRows } from '#store/party-rows.ts';
import { listSources } from '#store/sources.ts';
import { listRelationsOf } from '#store/today-lines.ts';
import { userOf } from '../allow.ts';
import type { Context } from '../context.ts';
import { getFirm } from '../firm.ts';
import { getParameters } from '../parameters/parameters.ts';
import { describePartyRow } from '../parties/describe-party-row.ts';
import { rankLines } from './rank-lines.ts';

/** From so many relations that hang on one colleague it is a question about the firm, not about a relation. */
const fewestToLean = 5;
const mostLines = 7;
const mostCandidates = 40;
/** Of more relations than these it is asked one by one whether they are the colleague's. */
const mostNamed = 10_000;
/** A source read this long ago still counts as heard. */
const heardGraceMs = 2 * 86_400_000;

export interface TodayList {
  readonly items: TodayLine[];
  readonly goal: QuarterGoal;
  readonly more: number;
  readonly notHeard: { label: string; coveredUntil: string }[];
  readonly leansOn: Leaning | null;
}

export async function listToday(ctx: Context): Promise<TodayList> {
  const userId = userOf(ctx.actor);
  const isOwner = ctx.actor.kind === 'user' && ctx.actor.role === 'owner';
  const partyId = ctx.actor.kind === 'user' ? ctx.actor.partyId : null;
  // The owner looks after the firm; a colleague after the own relations.
  const colleagueId = isOwner ? null : partyId;
  const [relationIds, { quarterGoal: goal }, parameters] = await Promise.all([
    colleagueId === null ? null : listRelationsOf(ctx.db, colleagueId, mostNamed),
    getFirm(ctx.db),
    getParameters(ctx.db),
  ]);
  const ask = { userId, colleagueId, relationIds, now: ctx.now(), limit: mostCandidates };
  const best = await rankLines(ctx.db, { ask, goal, parameters });
  const shown = best.slice(0, mostLines);
  const partyIds = shown.map(({ candidate }) => candidate.partyId);
  const [rows, reaches] = await Promise.all([listPartyRows(ctx.db, partyIds, userId), listReaches(ctx.db, partyIds)]);
  const items = shown.flatMap(({ rule, candidate, rank }) => {
    const row = rows.get(candidate.partyId);
    if (!row) return [];
    const { kind, act } = rule;
    const { numbers, names } = candidate;
    const reach = reachFor(act, reaches.get(candidate.partyId) ?? []);
    return [{ kind, act, party: describePartyRow(row), numbers: clean(numbers), names: clean(names), reach, rank }];
  });
  // Figures of a colleague are that colleague's own: only who answers for the firm may ask what it leans on.
  const leansOn = isOwner ? await findLeaning(ctx.db, fewestToLean) : null;
  return { items, goal, more: best.length - shown.length, notHeard: await listNotHeard(ctx, userId), leansOn };
}

const reachOfAct: Partial<Record<TodayLine['act'], 'mail' | 'phone'>> = {
  write: 'mail',
  answer: 'mail',
  thank: 'mail',
  look: 'mail',
  'make-good': 'mail',
  'keep-promise': 'mail',
  'bring-along': 'mail',
  call: 'phone',
};

function reachFor(act: TodayLine['act'], known: readonly Reach[]): TodayLine['reach'] {
  const found = known.find(({ kind }) => kind === reachOfAct[act]);
  return found ? { kind: found.kind, value: found.value } : null;
}

/** What is not known is not sent. */
function clean<T>(values: Readonly<Record<string, T | null>>): Record<string, T> {
  const kept: Record<string, T> = {};
  for (const [key, value] of Object.entries(values)) if (value !== null) kept[key] = value;
  return kept;
}

/** What belongs to others is not named: a colleague's mailbox is the colleague's affair. */
async function listNotHeard(ctx: Context, userId: string): Promise<TodayList['notHeard']> {
  const until = ctx.now().getTime() - heardGraceMs;
  return (await listSources(ctx.db)).flatMap((source) => {
    const { isLive, coveredUntil, ownerUserId, label } = source;
    if (isLive || coveredUntil === null || coveredUntil.getTime() >= until) return [];
    if (ownerUserId !== null && ownerUserId !== userId) return [];
    return [{ label, coveredUntil: coveredUntil.toISOString() }];
  });
}
