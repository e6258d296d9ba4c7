/** Who opened the program last on this device: without a connection it opens for them again. Signing out forgets it. */
import type { api } from '../api/client.ts';

type Me = Awaited<ReturnType<typeof api.me.get>>;

const key = 'hecht-me';

export function keepMe(me: Me): void {
  try {
    window.localStorage.setItem(key, JSON.stringify(me));
  } catch {
    // A browser that keeps nothing opens with a connection only.
  }
}

export function readMe(): Me | null {
  try {
    return JSON.parse(window.localStorage.getItem(key) ?? 'null') as Me | null;
  } catch {
    return null;
  }
}

export function forgetMe(): void {
  try {
    window.localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
