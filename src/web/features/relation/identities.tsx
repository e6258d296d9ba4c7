import { Button, CloseButton, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Party } from '#contract/parties.ts';
import { useWords } from '../../ui/words.tsx';
import classes from './about.module.css';
import type { PartyChange } from './use-save-party.ts';

interface Props {
  readonly party: Party;
  readonly onSave: (change: PartyChange) => void;
}

type Kind = Party['identities'][number]['kind'];
const addable = ['mail', 'phone', 'handle'] as const satisfies readonly Kind[];

/** Mail addresses, numbers and accounts: by these Hecht recognises them. */
export function Identities({ party, onSave }: Props) {
  const { relation, shell } = useWords();
  const { about } = relation;
  const [kind, setKind] = useState<Kind>('mail');
  const [value, setValue] = useState('');
  const plain = party.identities.map((identity) => ({
    kind: identity.kind,
    value: identity.value,
    label: identity.label,
  }));
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (value.trim() === '') return;
    onSave({ identities: [...plain, { kind, value: value.trim(), label: null }] });
    setValue('');
  };
  const remove = (id: string) => onSave({ identities: plain.filter((_, at) => party.identities[at]?.id !== id) });
  return (
    <section aria-label={about.identities}>
      <h3>{about.identities}</h3>
      <ul className={classes.list}>
        {party.identities.map((identity) => (
          <li key={identity.id}>
            <span className="soft">{about.identityKinds[identity.kind]}</span>
            <Reach identity={identity} />
            <CloseButton
              size="sm"
              className="noPrint"
              aria-label={`${shell.remove}: ${identity.value}`}
              onClick={() => remove(identity.id)}
            />
          </li>
        ))}
      </ul>
      <form onSubmit={add} className={`${classes.add} noPrint`}>
        <Select
          aria-label={about.identities}
          value={kind}
          allowDeselect={false}
          data={addable.map((option) => ({ value: option, label: about.identityKinds[option] ?? option }))}
          onChange={(chosen) => setKind((chosen ?? 'mail') as Kind)}
          w={120}
        />
        <TextInput
          aria-label={about.addIdentity}
          placeholder={about.addIdentity}
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
        <Button type="submit" variant="default">
          {shell.add}
        </Button>
      </form>
    </section>
  );
}

function Reach({ identity }: { identity: Party['identities'][number] }) {
  if (identity.kind === 'mail') return <a href={`mailto:${identity.value}`}>{identity.value}</a>;
  if (identity.kind === 'phone') return <a href={`tel:${identity.value}`}>{identity.value}</a>;
  return <span>{identity.value}</span>;
}
