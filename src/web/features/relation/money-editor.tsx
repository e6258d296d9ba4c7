import { type KeyboardEvent, useRef, useState } from 'react';
import type { Money } from '#contract/currencies.ts';
import { draftOf, readDraft } from '../../ui/money.ts';
import { MoneyInput } from '../../ui/money-input.tsx';
import { useSpoken } from '../../ui/words.tsx';
import classes from './facts.module.css';

interface Props {
  readonly label: string;
  readonly value: Money | null;
  /** What is wrong with it, or null when it was saved. */
  readonly onSave: (money: Money | null) => Promise<string | null>;
  readonly onClose: () => void;
}

/** An amount where it stands: Enter or leaving it saves, Escape leaves it as it was. */
export function MoneyEditor({ label, value, onSave, onClose }: Props) {
  const { words, formats } = useSpoken();
  const [draft, setDraft] = useState(() => draftOf(value, formats));
  const [error, setError] = useState<string | null>(null);
  const isDone = useRef(false);
  const save = async () => {
    if (isDone.current) return;
    const money = readDraft(draft, formats);
    if (money === undefined) return setError(words.errors.problems['not-an-amount'] ?? '');
    isDone.current = true;
    const isSame = money?.amountMinor === value?.amountMinor && money?.currency === value?.currency;
    const wrong = isSame ? null : await onSave(money);
    isDone.current = wrong === null;
    if (wrong === null) onClose();
    else setError(wrong);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      void save();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      isDone.current = true;
      onClose();
    }
  };
  return (
    <div className={classes.editor}>
      <MoneyInput {...{ label, draft, error, onKeyDown }} onDraft={setDraft} onLeave={() => void save()} />
    </div>
  );
}
