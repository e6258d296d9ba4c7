/** Everything one can do from the keyboard or the palette, as whatever stands on the screen has named it. */
import { useEffect, useRef, useSyncExternalStore } from 'react';

export interface Act {
  readonly id: string;
  readonly name: string;
  /** Where it holds: shown so among the shortcuts. */
  readonly where: 'anywhere' | 'list' | 'relation' | 'tasks' | 'proposals' | 'give-and-take' | 'dialog';
  /** 'key': not worth a line in the palette. */
  readonly kind: 'act' | 'page' | 'key';
  /** "g t" is one after the other, "Control+k" together; the first one is shown. */
  readonly keys?: readonly string[];
  /** False: whoever has the focus hears these keys itself. */
  readonly isHeard?: boolean;
  readonly run?: () => void;
}

const registered = new Map<symbol, readonly Act[]>();
const listeners = new Set<() => void>();
let all: readonly Act[] = [];

function tell(): void {
  all = [...registered.values()].flat();
  for (const listener of listeners) listener();
}

export function readActs(): readonly Act[] {
  return all;
}

export function useAllActs(): readonly Act[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => all,
  );
}

/** These acts hold as long as whoever names them is on the screen. */
export function useActs(acts: readonly Act[]): void {
  const latest = useRef(acts);
  latest.current = acts;
  const shape = JSON.stringify(acts.map(({ id, name, keys }) => [id, name, keys]));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shape says when what is shown of them changed.
  useEffect(() => {
    const key = Symbol('acts');
    const named = latest.current.map((act) => {
      const run = () => latest.current.find(({ id }) => id === act.id)?.run?.();
      return act.run ? { ...act, run } : act;
    });
    registered.set(key, named);
    tell();
    return () => {
      registered.delete(key);
      tell();
    };
  }, [shape]);
}
