/** Carries what was said in the database to the screens that are open here, each what its viewer may know. */
import { type LiveChange, type LiveTopic, liveTopics } from '#contract/live.ts';
import type { Db } from '#store/database.ts';
import { type LiveWord, listenLive } from '#store/live.ts';
import { listViewersOf, type PartyViewers } from '#store/party-viewers.ts';
import { listPartiesOfTies } from '#store/strands.ts';

type Tell = (change: LiveChange) => void;

export interface LiveHub {
  /** Tells of everything from `agoMs` ago on, until the answer is called. */
  join(viewer: { readonly userId: string; readonly agoMs: number }, tell: Tell): () => void;
  stop(): Promise<void>;
}

/** What comes in quick succession is told at once. */
const gatheredMs = 120;
const keptMs = 5 * 60_000;
const mostKept = 2_000;
/** A page that says it was read so long ago is a little off: it is told a bit too much. */
const graceMs = 1_000;

export const everything: LiveChange = { parties: 'many', topics: [...liveTopics] };

export function createLiveHub({ databaseUrl, db }: { databaseUrl: string; db: Db }): LiveHub {
  const listeners = new Map<string, Set<Tell>>();
  const kept: { readonly atMs: number; readonly word: LiveWord }[] = [];
  let waiting: LiveWord[] = [];
  let timer: NodeJS.Timeout | undefined;
  /** From here on nothing was missed. */
  let heardFromMs = Number.POSITIVE_INFINITY;

  const onWord = (word: LiveWord) => {
    kept.push({ atMs: performance.now(), word });
    while (kept.length > mostKept || (kept[0]?.atMs ?? 0) < performance.now() - keptMs) {
      heardFromMs = Math.max(heardFromMs, kept.shift()?.atMs ?? 0);
    }
    if (listeners.size === 0) return;
    waiting.push(word);
    timer ??= setTimeout(flush, gatheredMs).unref();
  };
  const onGap = () => {
    heardFromMs = performance.now();
    kept.length = 0;
    for (const tells of listeners.values()) for (const tell of tells) tell(everything);
  };
  const flush = async () => {
    timer = undefined;
    const heard = waiting;
    waiting = [];
    const words = await withPartiesOfTies(db, heard);
    const viewers = await viewersOf(db, words);
    for (const [userId, tells] of listeners) {
      const change = pickFor(userId, words, viewers);
      if (change) for (const tell of tells) tell(change);
    }
  };
  const listening = listenLive({ url: databaseUrl, onWord, onGap });

  return {
    join({ userId, agoMs }, tell) {
      const fromMs = performance.now() - agoMs - graceMs;
      const tells = listeners.get(userId) ?? new Set();
      listeners.set(userId, tells.add(tell));
      if (fromMs < heardFromMs) tell(everything);
      else void catchUp(db, { userId, words: kept.filter(({ atMs }) => atMs >= fromMs), tell });
      return () => {
        tells.delete(tell);
        if (tells.size === 0 && listeners.get(userId) === tells) listeners.delete(userId);
      };
    },
    async stop() {
      clearTimeout(timer);
      await listening.stop();
    },
  };
}

async function catchUp(
  db: Db,
  missed: { userId: string; words: readonly { readonly word: LiveWord }[]; tell: Tell },
): Promise<void> {
  const words = await withPartiesOfTies(
    db,
    missed.words.map(({ word }) => word),
  );
  const change = pickFor(missed.userId, words, await viewersOf(db, words));
  if (change) missed.tell(change);
}

/** What passes in a tie is everybody's to hear of who may see the parties at its ends. */
async function withPartiesOfTies(db: Db, words: readonly LiveWord[]): Promise<readonly LiveWord[]> {
  const ties = [...new Set(words.flatMap((word) => word.ties))];
  if (ties.length === 0) return words;
  const parties = await listPartiesOfTies(db, ties).catch(() => null);
  return [...words, { parties: parties ?? [], ties: [], isMany: parties === null, topics: [], only: null }];
}

/** Where the database does not answer nobody is named. */
async function viewersOf(db: Db, words: readonly LiveWord[]): Promise<PartyViewers | null> {
  const ids = [...new Set(words.flatMap(({ parties }) => parties))];
  return ids.length === 0 ? new Map() : listViewersOf(db, ids).catch(() => null);
}

/** Null: nothing that this user may know of. */
function pickFor(userId: string, words: readonly LiveWord[], viewers: PartyViewers | null): LiveChange | null {
  const own = words.filter(({ only }) => only === null || only === userId);
  const isMany = own.some((word) => word.isMany) || (viewers === null && own.some(({ parties }) => parties.length > 0));
  const seen = (partyId: string) => {
    const allowed = viewers?.get(partyId);
    return allowed === 'firm' || allowed?.includes(userId) === true;
  };
  const parties = isMany ? 'many' : [...new Set(own.flatMap((word) => word.parties))].filter(seen);
  const said = new Set(own.flatMap(({ topics }) => topics));
  const topics = liveTopics.filter((topic: LiveTopic) => said.has(topic));
  return parties.length === 0 && topics.length === 0 ? null : { parties, topics };
}
