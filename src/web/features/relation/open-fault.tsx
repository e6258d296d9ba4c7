import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { api, newKey, nothing } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { useSpoken } from '../../ui/words.tsx';
import classes from './story.module.css';

interface Props {
  readonly fault: { readonly id: string; readonly what: string; readonly at: string };
  readonly partyId: string;
}

/** A fault of ours: stays until someone says how it was made good. */
export function OpenFault({ fault, partyId }: Props) {
  const { words, formats } = useSpoken();
  const { relation, shell } = words;
  const [isAsking, setAsking] = useState(false);
  const [how, setHow] = useState('');
  const makeGood = useAct({
    run: () =>
      api.faults.makeGood({
        ...nothing,
        params: { faultId: fault.id },
        body: { how: how.trim() === '' ? null : how.trim() },
        headers: newKey(),
      }),
    touches: [['party', partyId], ['tie'], ['today'], ['parties']],
    onDone: () => notifications.show({ message: relation.settled }),
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    makeGood.mutate();
  };
  return (
    <li>
      <p>
        <span className={classes.overdue}>{relation.faultTitle}:</span> {fault.what}{' '}
        <span className="soft">({formats.date(fault.at)})</span>
      </p>
      {isAsking ? (
        <form onSubmit={send} className={classes.owedActs}>
          <TextInput
            size="xs"
            aria-label={relation.makeGoodHow}
            placeholder={relation.makeGoodHow}
            autoFocus
            value={how}
            onChange={(event) => setHow(event.currentTarget.value)}
          />
          <Button size="compact-sm" type="submit" loading={makeGood.isPending}>
            {relation.makeGood}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setAsking(false)}>
            {shell.cancel}
          </Button>
        </form>
      ) : (
        <div className={`${classes.owedActs} noPrint`}>
          <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
            {relation.makeGood}
          </Button>
        </div>
      )}
    </li>
  );
}
