/** Today: at most seven things, most worth while first. Silence speaks only where somebody listened (see decision 004). */
import type { TodayLine } from '#contract/today.ts';
import type { Db } from '#store/database.ts';
import { listReaches, type Reach } from '#store/identities.ts';
import { listKeepInTouch } from '#store/keep-in-touch.ts';
import { findLeaning, type Leaning } from '#store/leaning.ts';
import { listPartyRows } from '#store/party-rows.ts';
import { listSources } from '#store/sources.ts';
import {
  listDue,
  listGone,
  listOneSided,
  listPressed,
  listQuiet,
  listThanksOwed,
  listToMakeGood,
  listUnanswered,
  type TodayAsk,
  type TodayCandidate,
} from '#store/today-lines.ts';
import { userOf } from '../allow.ts';
import type { Context } from '../context.ts';
import { describePartyRow } from '../parties/describe-party-row.ts';

type Kind = TodayLine['kind'];

interface Rule {
  readonly kind: Kind;
  readonly act: TodayLine['act'];
  readonly find: (db: Db, ask: TodayAsk) => Promise<TodayCandidate[]>;
  /** Where it ranks: what we owe comes before what we might lose; then what is at stake. */
  readonly weigh: (candidate: TodayCandidate) => number;
}

const rules: readonly Rule[] = [
  {
    kind: 'promise-due',
    act: 'keep-promise',
    find: listDue,
    weigh: ({ bond, numbers }) => (numbers.byUs ? 2 : 0.8) + bond,
  },
  { kind: 'growing-quiet', act: 'write', find: listQuiet, weigh: ({ bond }) => 1.2 + bond },
  { kind: 'unanswered', act: 'answer', find: listUnanswered, weigh: ({ bond }) => 1.1 + bond },
  { kind: 'thanks-owed', act: 'thank', find: listThanksOwed, weigh: ({ bond }) => 1 + bond },
  { kind: 'to-make-good', act: 'make-good', find: listToMakeGood, weigh: ({ bond }) => 0.9 + bond },
  { kind: 'keep-in-touch', act: 'call', find: listKeepInTouch, weigh: ({ bond }) => 0.6 + bond / 2 },
  { kind: 'probably-gone', act: 'call', find: listGone, weigh: ({ bond }) => 0.5 + bond },
  { kind: 'leave-in-peace', act: 'leave', find: listPressed, weigh: () => 0.4 },
  { kind: 'one-sided', act: 'look', find: listOneSided, weigh: ({ bond }) => 0.2 + bond / 2 },
];

/** From so many relations that hang on one colleague it is a question about the firm, not about a relation. */
const fewestToLean = 5;
const mostLines = 7;
const mostCandidates = 40;
/** A source read this long ago still counts as heard. */
const heardGraceMs = 2 * 86_400_000;

export interface TodayList {
  readonly items: TodayLine[];
  readonly more: number;
  readonly notHeard: { label: string; coveredUntil: string }[];
  readonly leansOn: Leaning | null;
}

export async function listToday(ctx: Context): Promise<TodayList> {
  const userId = userOf(ctx.actor);
  const isOwner = ctx.actor.kind === 'user' && ctx.actor.role === 'owner';
  const partyId = ctx.actor.kind === 'user' ? ctx.actor.partyId : null;
  // The owner looks after the firm; a colleague after the own relations.
  const ask = { userId, colleagueId: isOwner ? null : partyId, now: ctx.now(), limit: mostCandidates };
  const best = await listBest(ctx.db, ask);
  const shown = best.slice(0, mostLines);
  const rows = await listPartyRows(
    ctx.db,
    shown.map(({ candidate }) => candidate.partyId),
    userId,
  );
  const reaches = await listReaches(
    ctx.db,
    shown.map(({ candidate }) => candidate.partyId),
  );
  const items = shown.flatMap(({ rule, candidate }) => {
    const row = rows.get(candidate.partyId);
    if (!row) return [];
    const { kind, act } = rule;
    const { numbers, names } = candidate;
    const reach = reachFor(act, reaches.get(candidate.partyId) ?? []);
    return [{ kind, act, party: describePartyRow(row), numbers: clean(numbers), names: clean(names), reach }];
  });
  // Figures of a colleague are that colleague's own: only who answers for the firm may ask what it leans on.
  const leansOn = isOwner ? await findLeaning(ctx.db, fewestToLean) : null;
  return { items, more: best.length - shown.length, notHeard: await listNotHeard(ctx, userId), leansOn };
}

const reachOfAct: Partial<Record<TodayLine['act'], 'mail' | 'phone'>> = {
  write: 'mail',
  answer: 'mail',
  thank: 'mail',
  call: 'phone',
};

function reachFor(act: TodayLine['act'], known: readonly Reach[]): TodayLine['reach'] {
  const found = known.find(({ kind }) => kind === reachOfAct[act]);
  return found ? { kind: found.kind, value: found.value } : null;
}

/** One line a relation: the weightiest of what could be said. */
async function listBest(db: Db, ask: TodayAsk) {
  const all = await Promise.all(
    rules.map(async (rule) => (await rule.find(db, ask)).map((candidate) => ({ rule, candidate }))),
  );
  const ranked = all.flat().sort((x, y) => y.rule.weigh(y.candidate) - x.rule.weigh(x.candidate));
  const seen = new Set<string>();
  return ranked.filter(({ candidate }) => {
    const first = !seen.has(candidate.partyId);
    seen.add(candidate.partyId);
    return first;
  });
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
