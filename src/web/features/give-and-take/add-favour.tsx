import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { api, newKey, nothing } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { PartySelect } from '../../ui/party-select.tsx';
import { useWords } from '../../ui/words.tsx';
import { useGiveAndTakeWords } from '../../ui/words-of/give-and-take.ts';
import classes from './give-and-take.module.css';

const dayMs = 86_400_000;
/** Who asks for hands should hear within days. */
const usualDays = 3;

/** What somebody asked of us, and by when they should hear. */
export function AddFavour({ onClose }: { onClose: () => void }) {
  const { shell } = useWords();
  const { favours } = useGiveAndTakeWords();
  const [partyId, setParty] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [dueOn, setDueOn] = useState(() => new Date(Date.now() + usualDays * dayMs).toISOString().slice(0, 10));
  const add = useAct({
    run: () => {
      const body = { partyId: partyId ?? '', text: text.trim(), dueAt: new Date(`${dueOn}T18:00:00`).toISOString() };
      return api.favours.create({ ...nothing, body, headers: newKey() });
    },
    touches: [['today'], ['party'], ['changes']],
    onDone: () => {
      notifications.show({ message: favours.added });
      onClose();
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (partyId && text.trim() && dueOn) add.mutate();
  };
  return (
    <form className={classes.form} onSubmit={send}>
      <PartySelect label={favours.who} value={partyId} onChange={setParty} isLabelShown />
      <TextInput
        label={favours.what}
        value={text}
        maxLength={1000}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={favours.when}
        value={dueOn}
        onChange={(event) => setDueOn(event.currentTarget.value)}
      />
      <div className={classes.acts}>
        <Button type="submit" size="compact-sm" loading={add.isPending} disabled={!partyId || !text.trim() || !dueOn}>
          {favours.keep}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onClose}>
          {shell.cancel}
        </Button>
      </div>
    </form>
  );
}
