import { Button, Checkbox, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useSpoken } from '../../ui/words.tsx';
import { useImportWords } from '../../ui/words-of/imports.ts';
import classes from './imports.module.css';

interface Props {
  readonly found: readonly { readonly address: string; readonly count: number }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Whose mailbox is this? Without it nobody knows who wrote to whom. */
export function OwnAddresses({ found, chosen, onChange }: Props) {
  const { words, formats } = useSpoken();
  const { imports } = useImportWords();
  const { preview } = imports;
  const [text, setText] = useState('');
  const [isWrong, setWrong] = useState(false);
  const others = chosen.filter((address) => !found.some((item) => item.address === address));
  const rows = [...found, ...others.map((address) => ({ address, count: 0 }))];
  const add = (event: FormEvent) => {
    event.preventDefault();
    const address = text.trim().toLowerCase();
    const isRight = /^[^\s@]+@[^\s@]+$/.test(address);
    setWrong(!isRight);
    if (!isRight) return;
    if (!chosen.includes(address)) onChange([...chosen, address]);
    setText('');
  };
  const turn = (address: string, isOwn: boolean) =>
    onChange(isOwn ? [...chosen, address] : chosen.filter((other) => other !== address));
  return (
    <section aria-labelledby="own">
      <h2 id="own">{preview.own}</h2>
      <p className="soft">{found.length === 0 ? preview.ownNone : preview.ownHint}</p>
      <div className={classes.ticks}>
        {rows.map(({ address, count }) => (
          <Checkbox
            key={address}
            label={address}
            description={count > 0 ? preview.ownCount(formats.number(count)) : null}
            checked={chosen.includes(address)}
            onChange={(event) => turn(address, event.currentTarget.checked)}
          />
        ))}
      </div>
      <form onSubmit={add} className={classes.acts}>
        <TextInput
          aria-label={preview.ownAdd}
          placeholder={preview.ownAdd}
          type="email"
          value={text}
          error={isWrong ? words.errors.fields.email : null}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" variant="default">
          {words.shell.add}
        </Button>
      </form>
      {chosen.length === 0 && <p className={classes.failure}>{preview.ownNeeded}</p>}
    </section>
  );
}
