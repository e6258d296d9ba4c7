import { Button, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Party } from '#contract/parties.ts';
import { PartySelect } from '../../ui/party-select.tsx';
import { useWords } from '../../ui/words.tsx';
import classes from './facts.module.css';
import type { SaveFact } from './use-save-party.ts';

interface Props {
  readonly party: Party;
  readonly save: SaveFact;
  readonly onClose: () => void;
}

/** How we met, through whom and when. */
export function MetEditor({ party, save, onClose }: Props) {
  const { records, shell } = useWords();
  const { met, labels } = records;
  const [how, setHow] = useState(party.metHow ?? '');
  const [on, setOn] = useState(party.metOn ?? '');
  const [through, setThrough] = useState(party.metThrough?.id ?? null);
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const change = { metHow: how.trim() || null, metOn: on || null, metThrough: through };
    const before = { metHow: party.metHow, metOn: party.metOn, metThrough: party.metThrough?.id ?? null };
    const problems = await save({ label: labels.met, change, before });
    if (problems) setWrong(problems);
    else onClose();
  };
  return (
    <form className={classes.editor} onSubmit={(event) => void send(event)}>
      <Textarea
        label={met.how}
        value={how}
        autosize
        autoFocus
        error={wrong['metHow'] ?? wrong['']}
        onChange={(event) => setHow(event.currentTarget.value)}
      />
      <div className={classes.line}>
        <PartySelect
          label={met.through}
          value={through}
          onChange={setThrough}
          known={party.metThrough}
          error={wrong['metThrough']}
          isLabelShown
        />
        <TextInput
          type="date"
          label={met.on}
          value={on}
          error={wrong['metOn']}
          onChange={(event) => setOn(event.currentTarget.value)}
        />
      </div>
      <div className={classes.acts}>
        <Button type="submit" variant="default">
          {records.yes}
        </Button>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {shell.cancel}
        </Button>
      </div>
    </form>
  );
}
