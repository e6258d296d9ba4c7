import { UnstyledButton } from '@mantine/core';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useWords } from '../../ui/words.tsx';
import classes from './facts.module.css';

interface Props {
  readonly label: string;
  /** How it reads; null while nothing is known. */
  readonly shown: ReactNode | null;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  /** What stands in its place while it is changed. */
  readonly children: ReactNode;
}

/** One fact in one line; a click or Enter changes it where it stands. */
export function FactRow({ label, shown, isOpen, onOpen, children }: Props) {
  const { records } = useWords();
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  const id = useId();
  useEffect(() => {
    // Whoever closes the field goes on from where they were.
    if (wasOpen.current && !isOpen && document.activeElement === document.body) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  if (shown === null && !isOpen) return null;
  return (
    <div className={classes.row}>
      <dt className="soft">{label}</dt>
      <dd>
        <span id={`${id}-act`} hidden>
          {records.edit(label)}
        </span>
        {isOpen ? (
          children
        ) : (
          <UnstyledButton
            ref={button}
            className={classes.value}
            id={id}
            aria-labelledby={`${id}-act ${id}`}
            onClick={onOpen}
          >
            {shown}
          </UnstyledButton>
        )}
      </dd>
    </div>
  );
}
