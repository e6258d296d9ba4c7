import { Button, Checkbox, Radio, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, newKey, nothing } from '../../api/client.ts';
import { standingQueries } from '../../api/standing-queries.ts';
import { surveyTouches } from '../../api/survey-queries.ts';
import { useAct } from '../../api/use-act.ts';
import { Dialog } from '../dialog.tsx';
import { useSurveyWords } from '../words-of/surveys.ts';
import classes from './surveys.module.css';
import { useMissedName } from './use-missed-name.ts';

export type AnswerWay = 'in-person' | 'ourselves' | 'unasked';
const answers = ['very', 'little', 'not'] as const;

interface Props {
  readonly party: { readonly id: string; readonly name: string };
  readonly way: AnswerWay;
  readonly onClose: () => void;
}

/** What was said without the page: to us, by us, or out of the blue. */
export function AnswerDialog({ party, way, onClose }: Props) {
  const words = useSurveyWords();
  const [answer, setAnswer] = useState<(typeof answers)[number] | null>(null);
  const [said, setSaid] = useState('');
  const [reasons, setReasons] = useState<string[]>([]);
  const kinds = useQuery({ ...standingQueries.kinds(), enabled: way !== 'ourselves' }).data?.items ?? [];
  const nameOf = useMissedName();
  const [key] = useState(newKey);
  const save = useAct({
    run: (chosen: (typeof answers)[number]) =>
      api.surveys.record({
        ...nothing,
        body: { partyId: party.id, way, answer: chosen, words: said.trim() || null, reasons },
        headers: key,
      }),
    touches: surveyTouches,
    onDone: () => {
      notifications.show({ message: words.kept });
      onClose();
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (answer) save.mutate(answer);
  };
  return (
    <Dialog title={words.form.title[way](party.name)} onClose={onClose}>
      <form className={classes.form} onSubmit={send}>
        <Radio.Group
          label={words.form.question[way]}
          value={answer}
          onChange={(value) => setAnswer(value as (typeof answers)[number])}
        >
          <div className={classes.choices}>
            {answers.map((choice) => (
              <Radio key={choice} value={choice} label={words.answers[choice]} />
            ))}
          </div>
        </Radio.Group>
        {way !== 'ourselves' && kinds.length > 0 && (
          <Checkbox.Group
            label={words.missed.legend[way]}
            description={words.missed.hint}
            value={reasons}
            onChange={setReasons}
          >
            <div className={classes.choices}>
              {kinds.map(({ key: kind }) => (
                <Checkbox key={kind} value={kind} label={nameOf(kind)} />
              ))}
            </div>
          </Checkbox.Group>
        )}
        <Textarea
          label={words.form.words[way]}
          maxLength={2000}
          autosize
          minRows={2}
          value={said}
          onChange={(event) => setSaid(event.currentTarget.value)}
        />
        <Button type="submit" disabled={answer === null} loading={save.isPending}>
          {words.form.save}
        </Button>
      </form>
    </Dialog>
  );
}
