import { Autocomplete, Button, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Address } from '#contract/party-facts.ts';
import { useWords } from '../../ui/words.tsx';
import classes from './facts.module.css';

interface Props {
  readonly address: Address;
  /** What is wrong by part, or null when it stands. */
  readonly onSave: (address: Address) => Promise<Readonly<Record<string, string>> | null>;
  readonly onClose: () => void;
}

type Part = keyof Address;
const parts = ['label', 'street', 'houseNumber', 'addition', 'postcode', 'city', 'country', 'text'] as const;

/** An address in the parts of a Dutch one, or as one text for anywhere else. */
export function AddressEditor({ address, onSave, onClose }: Props) {
  const { records, shell } = useWords();
  const words = records.address;
  const [isText, setText] = useState(address.text !== null);
  const start = parts.map((part) => [part, address[part] ?? '']);
  const [draft, setDraft] = useState(Object.fromEntries(start) as Record<Part, string>);
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const put = (part: Part, value: string) => setDraft({ ...draft, [part]: value });
  const field = (part: Part) => ({
    label: words[part as Exclude<Part, 'label'>] as string,
    value: draft[part],
    error: wrong[part],
    onChange: (event: { currentTarget: { value: string } }) => put(part, event.currentTarget.value),
  });
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const kept = parts.filter((part) => part === 'label' || (part === 'text') === isText);
    const entries = parts.map((part) => [part, kept.includes(part) ? draft[part].trim() || null : null]);
    const made = Object.fromEntries(entries) as Address;
    setWrong((await onSave({ ...made, country: made.country?.toUpperCase() ?? null })) ?? {});
  };
  const labelText = words.labels[draft.label] ?? draft.label;
  const chooseLabel = (typed: string) => {
    const known = Object.entries(words.labels).find(([, word]) => word === typed);
    put('label', known?.[0] ?? typed);
  };
  return (
    <form className={classes.editor} style={{ flex: 1 }} onSubmit={(event) => void send(event)}>
      {isText ? (
        <Textarea {...field('text')} autosize minRows={2} autoFocus />
      ) : (
        <>
          <div className={classes.address}>
            <TextInput {...field('street')} autoFocus />
            <TextInput {...field('houseNumber')} inputMode="numeric" />
            <TextInput {...field('addition')} />
          </div>
          <div className={classes.place}>
            <TextInput {...field('postcode')} />
            <TextInput {...field('city')} />
            <TextInput {...field('country')} placeholder="NL" maxLength={2} />
          </div>
        </>
      )}
      <Autocomplete
        label={words.label}
        value={labelText}
        data={Object.values(words.labels)}
        onChange={chooseLabel}
        maw={200}
      />
      {wrong[''] && <p role="alert">{wrong['']}</p>}
      <div className={classes.acts}>
        <Button type="submit" variant="default">
          {records.yes}
        </Button>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {shell.cancel}
        </Button>
        <Button variant="subtle" color="gray" onClick={() => setText(!isText)}>
          {isText ? words.apart : words.abroad}
        </Button>
      </div>
    </form>
  );
}
