/** Which act a key means, alone or after the one before it. */
import type { Act } from './acts.ts';

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** How a key is written in an act: Control stands for Cmd as well. */
export function nameKey({ key, ctrlKey, metaKey, altKey }: Pressed): string {
  const plain = key.length === 1 ? key.toLowerCase() : key;
  return [...(ctrlKey || metaKey ? ['Control'] : []), ...(altKey ? ['Alt'] : []), plain].join('+');
}

/** What to do now; or with 'wait' which key may follow. */
export function findAct(acts: readonly Act[], before: string | null, key: string): Act | 'wait' | null {
  const heard = acts.filter(({ isHeard = true, run }) => isHeard && run !== undefined);
  const wanted = before === null ? key : `${before} ${key}`;
  // Who came last stands nearest: a page goes before the frame around it.
  const act = heard.findLast(({ keys }) => keys?.includes(wanted));
  if (act) return act;
  if (before === null && heard.some(({ keys }) => keys?.some((one) => one.startsWith(`${key} `)))) return 'wait';
  return null;
}
