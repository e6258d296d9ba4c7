/** Whether the house answers: the browser's own word for it, and what requests meet. */
import { useSyncExternalStore } from 'react';

let isOn = navigator.onLine;
let waiting: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

const firstTryMs = 2000;
const longestTryMs = 30_000;

function tell(next: boolean): void {
  if (next === isOn) return;
  isOn = next;
  for (const listener of listeners) listener();
  if (!isOn) askAgain(firstTryMs);
}

/** Told by whoever sends a request: an answer, whatever it says, means there is a connection. */
export function noteAnswer(): void {
  tell(true);
}

export function noteSilence(): void {
  tell(false);
}

function askAgain(afterMs: number): void {
  clearTimeout(waiting);
  waiting = setTimeout(async () => {
    if (isOn) return;
    const answer = await fetch('/health/live', { cache: 'no-store' }).catch(() => null);
    if (answer?.ok) tell(true);
    else askAgain(Math.min(afterMs * 2, longestTryMs));
  }, afterMs);
}

window.addEventListener('offline', () => tell(false));
window.addEventListener('online', () => askAgain(0));
if (!isOn) askAgain(firstTryMs);

export function isConnected(): boolean {
  return isOn;
}

/** Calls back whenever the connection comes or goes. */
export function onConnection(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useIsConnected(): boolean {
  return useSyncExternalStore(onConnection, isConnected);
}
