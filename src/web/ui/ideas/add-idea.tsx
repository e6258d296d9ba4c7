import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { api, newKey, nothing } from '../../api/client.ts';
import { describeFailure } from '../../api/failure.ts';
import { useAct } from '../../api/use-act.ts';
import { useUndoRecord } from '../changes/use-undo-record.ts';
import { PartySelect } from '../party-select.tsx';
import { useWords } from '../words.tsx';
import { useIdeaWords } from '../words-of/ideas.ts';
import classes from './ideas.module.css';
import { ideaTouches } from './use-idea-acts.ts';

/** `partyId`: whose it is, where that is known already. */
export function AddIdea({ partyId = null, onClose }: { partyId?: string | null; onClose: () => void }) {
  const words = useWords();
  const ideas = useIdeaWords();
  const { sayDone } = useUndoRecord();
  const [whose, setWhose] = useState(partyId);
  const [text, setText] = useState('');
  const add = useAct({
    run: (of: string) => api.ideas.create({ ...nothing, body: { partyId: of, text: text.trim() }, headers: newKey() }),
    touches: ideaTouches,
    isQuiet: true,
    onDone: ({ id }) => {
      sayDone(ideas.did.written, id);
      onClose();
    },
  });
  const failure = add.isError ? describeFailure(add.error, words) : null;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (whose && text.trim() !== '') add.mutate(whose);
  };
  return (
    <form className={`${classes.add} noPrint`} onSubmit={send}>
      {partyId === null && <PartySelect label={ideas.whose} value={whose} onChange={setWhose} isLabelShown />}
      <Textarea
        label={ideas.text}
        autosize
        minRows={2}
        maxLength={1000}
        autoFocus={partyId !== null}
        value={text}
        error={failure && (failure.fields['text'] ?? failure.sentence)}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={classes.addActs}>
        <Button type="submit" loading={add.isPending} disabled={!whose || text.trim() === ''}>
          {ideas.save}
        </Button>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {words.shell.cancel}
        </Button>
      </div>
    </form>
  );
}
