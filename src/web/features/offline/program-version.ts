/** The service worker from the page's side: registers it, and knows when a newer version of the program lies ready. */
import { useSyncExternalStore } from 'react';

let ready: ServiceWorker | null = null;
const listeners = new Set<() => void>();
const lookEveryMs = 30 * 60_000;
/** The first screen comes first. */
const stockAfterMs = 4000;

function offer(worker: ServiceWorker | null): void {
  // Without one at work this is the first visit: nothing is old yet.
  if (!worker || !navigator.serviceWorker.controller) return;
  ready = worker;
  for (const listener of listeners) listener();
}

export async function registerWorker(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.register('/sw.js').catch(() => null);
  if (!registration) return;
  offer(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const next = registration.installing;
    next?.addEventListener('statechange', () => next.state === 'installed' && offer(next));
  });
  setInterval(() => void registration.update().catch(() => undefined), lookEveryMs);
  setTimeout(() => void navigator.serviceWorker.ready.then(({ active }) => active?.postMessage('stock')), stockAfterMs);
}

/** The new version takes over and the page opens again in it. */
export function changeVersion(): void {
  if (!ready) return;
  navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload(), { once: true });
  ready.postMessage('take-over');
}

export function useIsNewVersionReady(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => ready !== null,
  );
}
