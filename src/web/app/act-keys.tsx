/** Hears the keys of every act, where nobody is typing; and shows them all when asked. */
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { readActs } from '../ui/acts.ts';
import { findAct, nameKey } from '../ui/press-keys.ts';
import { useShellActs } from './use-shell-acts.ts';

const Shortcuts = lazy(() => import('./shortcuts.tsx').then(({ Shortcuts: loaded }) => ({ default: loaded })));

/** So long one key waits for the next. */
const patienceMs = 1_500;
const elsewhere = 'input:not([type="checkbox"]), textarea, select, [contenteditable], [role=menu], [aria-modal="true"]';

export function ActKeys({ onSearch }: { onSearch: () => void }) {
  const [isShown, setShown] = useState(false);
  useShellActs({ onSearch, onShortcuts: () => setShown(true) });
  const before = useRef<{ key: string; atMs: number } | null>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat) return;
      const at = event.target instanceof Element ? event.target : null;
      const key = nameKey(event);
      const isModified = key.startsWith('Control+');
      if (!isModified && (at?.closest(elsewhere) || document.querySelector('[aria-modal="true"]'))) return;
      const waiting = before.current;
      before.current = null;
      const prior = waiting && event.timeStamp - waiting.atMs < patienceMs ? waiting.key : null;
      const found = findAct(readActs(), prior, key) ?? (prior === null ? null : findAct(readActs(), null, key));
      if (found === 'wait') before.current = { key, atMs: event.timeStamp };
      else if (found) {
        event.preventDefault();
        found.run?.();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    isShown && (
      <Suspense>
        <Shortcuts onClose={() => setShown(false)} />
      </Suspense>
    )
  );
}
