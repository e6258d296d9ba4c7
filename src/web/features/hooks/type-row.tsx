import { Select } from '@mantine/core';
import type { HookPick } from '#contract/hook-mapping.ts';
import { useHookWords } from '../../ui/words-of/hooks.ts';
import classes from './hooks.module.css';
import { type Leaf, listChoices, readPath, writePath } from './pick-path.ts';
import { TypeWords } from './type-words.tsx';

interface Props {
  readonly pick: HookPick;
  readonly leaves: readonly Leaf[];
  readonly onChange: (pick: HookPick) => void;
}

const aWord = 'word';
const types = ['order', 'invoice', 'payment', 'refund', 'ticket-opened', 'ticket-answered', 'ticket-closed', 'review'];

/** What happened: always the same, or said by a word in the message. */
export function TypeRow({ pick, leaves, onChange }: Props) {
  const { mapping: words } = useHookWords();
  const chosen = pick.from === 'paths' ? pick.paths : [];
  const data = [
    { group: words.always, items: types.map((value) => ({ value, label: words.types[value] ?? value })) },
    { group: words.word, items: [{ value: aWord, label: words.word }] },
  ];
  const choose = (value: string | null) => {
    if (value !== aWord) return onChange({ from: 'constant', value: value ?? 'order' });
    const first = leaves[0]?.path ?? ['type'];
    onChange({ from: 'paths', paths: [first], isJoined: false, form: 'text', words: {} });
  };
  return (
    <fieldset className={classes.row}>
      <legend className={classes.legend}>{words.type}</legend>
      <Select
        aria-label={words.type}
        value={pick.from === 'constant' ? pick.value : aWord}
        allowDeselect={false}
        data={data}
        onChange={choose}
      />
      {pick.from === 'paths' && (
        <div className={classes.words}>
          <Select
            label={words.word}
            value={chosen[0] ? writePath(chosen[0]) : null}
            searchable
            allowDeselect={false}
            data={listChoices(leaves, chosen, words.every)}
            onChange={(value) => value && onChange({ ...pick, paths: [readPath(value)] })}
          />
          <TypeWords words={pick.words ?? {}} types={types} onChange={(next) => onChange({ ...pick, words: next })} />
        </div>
      )}
    </fieldset>
  );
}
