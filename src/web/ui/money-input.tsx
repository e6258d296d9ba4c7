import { NativeSelect, TextInput } from '@mantine/core';
import { type FocusEvent, type KeyboardEvent, useMemo } from 'react';
import { listCurrencies, type MoneyDraft } from './money.ts';
import classes from './money-input.module.css';
import { useSpoken } from './words.tsx';

interface Props {
  readonly label: string;
  readonly draft: MoneyDraft;
  readonly onDraft: (draft: MoneyDraft) => void;
  /** The label stands above it instead of in it. */
  readonly isLabelShown?: boolean;
  readonly error?: string | null;
  readonly size?: 'xs' | 'sm';
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  /** The focus went elsewhere on the page. */
  readonly onLeave?: () => void;
}

/** An amount and its currency, the euro first. */
export function MoneyInput(props: Props) {
  const { label, draft, onDraft, isLabelShown = false, error = null, size = 'sm', onKeyDown, onLeave } = props;
  const { words, formats } = useSpoken();
  const data = useMemo(() => listCurrencies(formats), [formats]);
  const onBlur = (event: FocusEvent<HTMLDivElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) onLeave?.();
  };
  const keys = onKeyDown ? { onKeyDown } : {};
  return (
    <div role="group" aria-label={label} className={classes.money} onBlur={onBlur}>
      <TextInput
        {...keys}
        {...(isLabelShown ? { label } : { 'aria-label': label })}
        inputMode="decimal"
        autoFocus
        size={size}
        value={draft.text}
        error={error}
        onChange={(event) => onDraft({ ...draft, text: event.currentTarget.value })}
      />
      <NativeSelect
        {...keys}
        aria-label={`${label}: ${words.records.fields.currency}`}
        size={size}
        value={draft.currency}
        data={data}
        onChange={(event) => onDraft({ ...draft, currency: event.currentTarget.value })}
      />
    </div>
  );
}
