import { Button, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Expectation } from '#contract/expectations.ts';
import { api, ifMatch, newKey, nothing } from '../../api/client.ts';
import { describeFailure } from '../../api/failure.ts';
import { useAct } from '../../api/use-act.ts';
import { useUndoRecord } from '../../ui/changes/use-undo-record.ts';
import { useSpoken } from '../../ui/words.tsx';
import { useExpectationWords } from '../../ui/words-of/expectations.ts';
import classes from './expectations.module.css';

/** A task goes with the answers. */
export const expectationTouches = [['party'], ['tasks'], ['today'], ['changes']];
const halfYearMs = 182 * 86_400_000;

interface Props {
  readonly party: { readonly id: string; readonly name: string };
  /** Null: asked now. */
  readonly was: Expectation | null;
  readonly onClose: () => void;
}

export function ExpectationForm({ party, was, onClose }: Props) {
  const { words, formats } = useSpoken();
  const said = useExpectationWords();
  const { sayDone } = useUndoRecord();
  const today = formats.dayKey(Date.now());
  const [answers, setAnswers] = useState({
    ofUs: was?.ofUs ?? '',
    ofThem: was?.ofThem ?? '',
    changed: was?.changed ?? '',
  });
  const [askedOn, setAskedOn] = useState(was?.askedOn ?? today);
  const [again, setAgain] = useState(was ? (was.askAgainOn ?? '') : formats.dayKey(Date.now() + halfYearMs));
  const save = useAct({
    run: () => {
      const title = said.taskTitle(party.name).slice(0, 300);
      const isMoved = was === null || again !== (was.askAgainOn ?? '');
      const askAgain = isMoved ? { askAgain: again === '' ? null : { on: again, title } } : {};
      const body = { ...answers, askedOn, ...askAgain };
      if (was === null) {
        return api.expectations.create({ ...nothing, params: { partyId: party.id }, body, headers: newKey() });
      }
      const headers = { ...newKey(), ...ifMatch(was.version) };
      return api.expectations.update({ ...nothing, params: { expectationId: was.id }, body, headers });
    },
    touches: expectationTouches,
    isQuiet: true,
    onDone: ({ id }) => {
      sayDone(said.saved, id);
      onClose();
    },
  });
  const failure = save.isError ? describeFailure(save.error, words) : null;
  const isEmpty = Object.values(answers).every((answer) => answer.trim() === '');
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!isEmpty) save.mutate();
  };
  return (
    <form className={`${classes.form} noPrint`} onSubmit={send}>
      {(['ofUs', 'ofThem', 'changed'] as const).map((question) => (
        <Textarea
          key={question}
          label={said.questions[question]}
          description={said.hints[question]}
          autosize
          minRows={1}
          maxLength={2000}
          autoFocus={question === 'ofUs'}
          value={answers[question]}
          error={failure?.fields[question]}
          onChange={(event) => setAnswers({ ...answers, [question]: event.currentTarget.value })}
        />
      ))}
      <div className={classes.dates}>
        <TextInput
          type="date"
          label={said.askedOn}
          max={today}
          value={askedOn}
          onChange={(event) => setAskedOn(event.currentTarget.value || today)}
        />
        <TextInput
          type="date"
          label={said.again}
          min={today}
          value={again}
          onChange={(event) => setAgain(event.currentTarget.value)}
        />
      </div>
      {failure && <p role="alert">{failure.sentence}</p>}
      <div className={classes.formActs}>
        <Button type="submit" loading={save.isPending} disabled={isEmpty}>
          {said.save}
        </Button>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {words.shell.cancel}
        </Button>
      </div>
    </form>
  );
}
