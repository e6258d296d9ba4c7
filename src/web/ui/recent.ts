/** Whom one looked at lately, in this window only: names of people do not stay behind in a browser. */
const key = 'hecht-recent';
const most = 6;

export interface Recent {
  readonly id: string;
  readonly name: string;
}

export function recentlyOpened(): Recent[] {
  try {
    const kept: unknown = JSON.parse(window.sessionStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isRecent).slice(0, most) : [];
  } catch {
    return [];
  }
}

export function rememberOpened(party: Recent): void {
  const others = recentlyOpened().filter(({ id }) => id !== party.id);
  try {
    window.sessionStorage.setItem(key, JSON.stringify([party, ...others].slice(0, most)));
  } catch {
    // A browser that keeps nothing offers nobody again.
  }
}

function isRecent(value: unknown): value is Recent {
  return typeof value === 'object' && value !== null && 'id' in value && 'name' in value;
}
