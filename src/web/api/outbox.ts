/**
 * Captures go through here: written down in the browser first, then sent, in order, one at a time over all tabs. Without an
 * answer they wait; the key made with each of them lets the house record it once, however often it is sent.
 */
import type { CaptureInput } from '#contract/captures.ts';
import { apiErrorOf } from '#contract/client.ts';
import { api, newKey, nothing } from './client.ts';
import { isConnected, noteSilence, onConnection } from './connection.ts';
import { changeWaiting, dropWaiting, keepWaiting, listWaiting, type Waiting } from './outbox-store.ts';

type Answer = Awaited<ReturnType<typeof api.captures.create>>;

let owner: string | null = null;
let shown: readonly Waiting[] = [];
const listeners = new Set<() => void>();
const sentListeners = new Set<(entry: Waiting) => void>();
const tabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('hecht-outbox');
const tryAgainMs = 15_000;

/** Whose captures are sent from here: nobody sends what a colleague wrote at the same machine. */
export async function openOutbox(userId: string): Promise<void> {
  owner = userId;
  await refresh();
  await sendWaiting();
}

export function closeOutbox(): void {
  owner = null;
  show([]);
}

/** Answers what the house made of it, or null when it waits for a connection. Throws when the house says no. */
export async function submitThroughOutbox(given: { input: CaptureInput; about: string }): Promise<Answer | null> {
  if (owner === null) throw new Error('nobody is signed in');
  const key = newKey()['idempotency-key'];
  const entry = { key, userId: owner, about: given.about, input: given.input, refused: null };
  const kept = await keepWaiting(entry).catch(() => null);
  // A browser that keeps nothing still has the network.
  if (!kept) return send({ ...entry, id: 0 });
  await refresh();
  return alone(async () => {
    const before = shown.some((other) => other.id < kept.id && other.refused === null);
    if (before || !isConnected()) return null;
    try {
      const answer = await send(kept);
      await dropWaiting(kept.id);
      return answer;
    } catch (error) {
      if (mayWait(error)) return null;
      await dropWaiting(kept.id);
      throw error;
    } finally {
      await refresh();
    }
  });
}

/** Sends what waits, oldest first, until something stays without an answer. */
export async function sendWaiting(): Promise<void> {
  const userId = owner;
  if (userId === null || !isConnected()) return;
  await alone(async () => {
    for (const entry of await listWaiting(userId).catch(() => [])) {
      if (entry.refused !== null) continue;
      if (!(await sendOne(entry))) break;
    }
  });
  await refresh();
}

async function sendOne(entry: Waiting): Promise<boolean> {
  try {
    await send(entry);
    await dropWaiting(entry.id);
    for (const listener of sentListeners) listener(entry);
    return true;
  } catch (error) {
    if (mayWait(error)) {
      setTimeout(() => void sendWaiting(), tryAgainMs);
      return false;
    }
    await changeWaiting({ ...entry, refused: apiErrorOf(error)?.code ?? 'internal' });
    return true;
  }
}

function send({ key, input }: Waiting): Promise<Answer> {
  return api.captures.create({ ...nothing, body: input, headers: { 'idempotency-key': key } });
}

/** No answer, a house that is busy, or a session that ended: later it may go. */
function mayWait(error: unknown): boolean {
  const told = apiErrorOf(error);
  if (told === null) noteSilence();
  return told === null || told.status >= 500 || told.status === 429 || told.status === 401;
}

export async function tryRefusedAgain(entry: Waiting): Promise<void> {
  await changeWaiting({ ...entry, refused: null });
  await refresh();
  await sendWaiting();
}

export async function throwAway(entry: Waiting): Promise<void> {
  await dropWaiting(entry.id);
  await refresh();
}

export function readOutbox(): readonly Waiting[] {
  return shown;
}

export function onOutbox(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Calls back for each that was sent later than it was written. */
export function onSentLater(listener: (entry: Waiting) => void): () => void {
  sentListeners.add(listener);
  return () => sentListeners.delete(listener);
}

function alone<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks ? navigator.locks.request('hecht-outbox', work) : work();
}

async function refresh(): Promise<void> {
  if (owner === null) return;
  show(await listWaiting(owner).catch(() => []));
  tabs?.postMessage('changed');
}

function show(next: readonly Waiting[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

tabs?.addEventListener('message', () => {
  if (owner !== null) void listWaiting(owner).then(show, () => undefined);
});
onConnection(() => void (isConnected() && sendWaiting()));
