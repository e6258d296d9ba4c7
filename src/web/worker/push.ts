/** What comes in by push: a title and where it leads. Nothing else of it is kept or shown. */
import { scope } from './scope.ts';

interface Told {
  readonly id: string;
  readonly title: string;
  readonly path: string;
}

/** Every push must be shown; one that cannot be read says only that there is something. */
export async function showPush(data: string | undefined): Promise<void> {
  const told = readTold(data);
  await scope.registration.showNotification(told?.title ?? 'Hecht', {
    icon: '/icon-192.png',
    ...(told && { tag: told.id, data: { path: told.path } }),
  });
}

/** To a window of ours that is open, or else to a new one. */
export async function openTold(data: unknown): Promise<void> {
  const path = readPath(data);
  const open = await scope.clients.matchAll({ type: 'window' });
  const [window] = open;
  if (!window) return void (await scope.clients.openWindow(path));
  await window.focus();
  await window.navigate(path).catch(() => scope.clients.openWindow(path));
}

function readTold(data: string | undefined): Told | null {
  try {
    const { id, title, path } = JSON.parse(data ?? '') as Partial<Record<keyof Told, unknown>>;
    if (typeof id !== 'string' || typeof title !== 'string' || typeof path !== 'string') return null;
    return { id, title, path };
  } catch {
    return null;
  }
}

/** Only a page of this house. */
function readPath(data: unknown): string {
  const path = typeof data === 'object' && data !== null && 'path' in data ? data.path : null;
  return typeof path === 'string' && /^\/(?!\/)/.test(path) ? path : '/notifications';
}
