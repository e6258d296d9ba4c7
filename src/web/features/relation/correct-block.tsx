import { Button, Slider, TextInput, UnstyledButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { Tie } from '#contract/ties.ts';
import type { BlockName } from '#engine/reading.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { useSpoken } from '../../ui/words.tsx';
import classes from './block-panel.module.css';

/** People outrank the model: set a block by your own word, with a reason if you like; take it back any time. */
export function CorrectBlock({ tie, block }: { tie: Tie; block: BlockName }) {
  const { words, formats } = useSpoken();
  const panel = words.relation.blockPanel;
  const [isOpen, setOpen] = useState(false);
  const [value, setValue] = useState(Math.round(tie.reading[block].value * 100));
  const [note, setNote] = useState('');
  const touches = [['tie', tie.id], ['party'], ['parties'], ['today']];
  const set = useAct({
    run: () =>
      api.ties.correct({
        ...nothing,
        params: { tieId: tie.id },
        body: { block, value: value / 100, mutedCode: null, note: note.trim() === '' ? null : note.trim() },
        headers: newKey(),
      }),
    touches,
    onDone: () => {
      setOpen(false);
      notifications.show({ message: panel.corrected });
    },
  });
  const withdraw = useAct({
    run: (correctionId: string) =>
      api.ties.withdraw({ ...nothing, params: { tieId: tie.id, correctionId }, headers: newKey() }),
    touches,
  });
  const standing = tie.corrections.filter((correction) => correction.block === block && correction.value !== null);
  return (
    <div className={`${classes.correct} noPrint`}>
      {standing.map((correction) => (
        <p key={correction.id}>
          {panel.value(formats.hundred(correction.value ?? 0))}{' '}
          <span className="soft">
            {panel.correctedBy(correction.author, formats.date(correction.at))}
            {correction.note && `: ${correction.note}`}
          </span>{' '}
          <UnstyledButton className={classes.mute} onClick={() => withdraw.mutate(correction.id)}>
            {panel.withdraw}
          </UnstyledButton>
        </p>
      ))}
      {isOpen ? (
        <>
          <p className="soft small">{panel.correctHint}</p>
          <Slider
            thumbLabel={panel.correctValue}
            value={value}
            onChange={setValue}
            min={0}
            max={100}
            label={(shown) => String(shown)}
          />
          <div className={classes.row}>
            <TextInput
              label={panel.correctNote}
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
            <Button onClick={() => set.mutate()} loading={set.isPending}>
              {panel.correctSave}: {value}
            </Button>
            <Button variant="default" onClick={() => setOpen(false)}>
              {words.shell.cancel}
            </Button>
          </div>
        </>
      ) : (
        <div>
          <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
            {panel.correct}
          </Button>
        </div>
      )}
    </div>
  );
}
