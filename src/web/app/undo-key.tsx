/** Ctrl or Cmd with Z outside a text field takes back what one did last; while one is typing the field's own undo works. */
import { useEffect, useRef } from 'react';
import { useUndo } from '../ui/changes/use-undo.tsx';

export function UndoKey() {
  const { undo, isPending } = useUndo();
  const latest = useRef({ undo, isPending });
  latest.current = { undo, isPending };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey);
      if (!isUndo || event.shiftKey || event.altKey || event.repeat || isTyping(event.target)) return;
      event.preventDefault();
      if (!latest.current.isPending) latest.current.undo();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return null;
}

const textless = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'range', 'color', 'file']);

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !textless.has(target.type) && !target.readOnly;
}
