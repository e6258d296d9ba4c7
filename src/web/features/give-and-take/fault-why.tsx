import { Button, TextInput, UnstyledButton } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Fault } from '#contract/promises.ts';
import { useSpoken } from '../../ui/words.tsx';
import { useGiveAndTakeWords } from '../../ui/words-of/give-and-take.ts';
import classes from './give-and-take.module.css';

interface Props {
  readonly fault: Fault;
  readonly isBusy: boolean;
  readonly onSay: (said: { why?: string | null; toldAt?: string }) => void;
}

/** Why it went so, and since when they know. */
export function FaultWhy({ fault, isBusy, onSay }: Props) {
  const { words, formats } = useSpoken();
  const giveAndTake = useGiveAndTakeWords();
  const { faults } = giveAndTake;
  const [isAsking, setAsking] = useState(false);
  const [why, setWhy] = useState(fault.why ?? '');
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSay({ why: why.trim() || null });
    setAsking(false);
  };
  if (isAsking) {
    return (
      <form className={classes.why} onSubmit={send}>
        <TextInput
          size="xs"
          aria-label={faults.whyLabel}
          placeholder={faults.whyLabel}
          autoFocus
          maxLength={2000}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <Button size="compact-sm" type="submit" loading={isBusy}>
          {giveAndTake.kinds.keep}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => setAsking(false)}>
          {words.shell.cancel}
        </Button>
      </form>
    );
  }
  const told = fault.toldAt && formats.shortDate(fault.toldAt, Date.now());
  return (
    <>
      {fault.why && <p>{faults.why(fault.why)}</p>}
      <p className={classes.facts}>
        <span>{told ? faults.told(told) : faults.untold}</span>
        <UnstyledButton className={`${classes.choice} noPrint`} onClick={() => setAsking(true)}>
          {fault.why ? faults.changeWhy : faults.sayWhy}
        </UnstyledButton>
        {!told && (
          <UnstyledButton
            className={`${classes.choice} noPrint`}
            disabled={isBusy}
            onClick={() => onSay({ toldAt: new Date().toISOString() })}
          >
            {faults.tell}
          </UnstyledButton>
        )}
      </p>
    </>
  );
}
