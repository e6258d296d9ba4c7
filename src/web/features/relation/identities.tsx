import { ActionIcon, Autocomplete, Button, CloseButton, Select, TextInput } from '@mantine/core';
import { IconStar, IconStarFilled } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { Party } from '#contract/parties.ts';
import { useWords } from '../../ui/words.tsx';
import classes from './about.module.css';
import { Offer, Offers } from './offer.tsx';
import { readAccount } from './read-account.ts';
import { useSaveFact } from './use-save-party.ts';

type Identity = Party['identities'][number];
const addable = ['mail', 'phone', 'handle'] as const satisfies readonly Identity['kind'][];

/** Mail addresses, numbers and accounts: by these Hecht recognises them. Of each kind one is the first choice. */
export function Identities({ party }: { party: Party }) {
  const { relation, records, shell, social } = useWords();
  const { about } = relation;
  const save = useSaveFact(party);
  const [isAdding, setAdding] = useState(false);
  const before = party.identities.map(({ id: _, ...identity }) => identity);
  const put = (identities: typeof before) =>
    save({ label: about.identities, change: { identities }, before: { identities: before } });
  const several = (kind: Identity['kind']) => before.filter((identity) => identity.kind === kind).length > 1;
  const makePrimary = (place: number) => {
    const { kind } = before[place] ?? {};
    void put(before.map((row, at) => (row.kind === kind ? { ...row, isPrimary: at === place } : row)));
  };
  return (
    <section aria-label={about.identities}>
      <h3>{about.identities}</h3>
      <ul className={classes.list}>
        {party.identities.map((identity, place) => (
          <li key={identity.id}>
            <span className="soft">{kindOf(identity, { about, records, social })}</span>
            <Reach identity={identity} />
            {several(identity.kind) && (
              <Star
                isOn={identity.isPrimary}
                label={identity.isPrimary ? records.identity.primary : records.identity.makePrimary(identity.value)}
                onClick={() => makePrimary(place)}
              />
            )}
            <CloseButton
              size="sm"
              className="noPrint"
              aria-label={`${shell.remove}: ${identity.value}`}
              onClick={() => void put(before.toSpliced(place, 1))}
            />
          </li>
        ))}
      </ul>
      {isAdding ? (
        <AddIdentity onAdd={(made) => put([...before, made])} onClose={() => setAdding(false)} />
      ) : (
        <Offers>
          <Offer onClick={() => setAdding(true)}>{about.addIdentity}</Offer>
        </Offers>
      )}
    </section>
  );
}

type Words = ReturnType<typeof useWords>;

interface KindWords {
  readonly about: Words['relation']['about'];
  readonly records: Words['records'];
  readonly social: Words['social'];
}

function kindOf(identity: Identity, words: KindWords): string {
  const { kind, label } = identity;
  const account = readAccount(identity);
  if (account) return words.social.networks[account.network];
  const name = words.about.identityKinds[kind] ?? kind;
  return label ? `${name}, ${words.records.identity.labels[label] ?? label}` : name;
}

function Star({ isOn, label, onClick }: { isOn: boolean; label: string; onClick: () => void }) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="sm"
      aria-label={label}
      aria-pressed={isOn}
      title={label}
      onClick={onClick}
    >
      {isOn ? <IconStarFilled size={14} aria-hidden="true" /> : <IconStar size={14} aria-hidden="true" />}
    </ActionIcon>
  );
}

type NewIdentity = Omit<Identity, 'id'>;

interface AddProps {
  readonly onAdd: (made: NewIdentity) => Promise<Readonly<Record<string, string>> | null>;
  readonly onClose: () => void;
}

function AddIdentity({ onAdd, onClose }: AddProps) {
  const { relation, shell, records } = useWords();
  const { about } = relation;
  const [kind, setKind] = useState<Identity['kind']>('mail');
  const [value, setValue] = useState('');
  const [label, setLabel] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const words = records.identity.labels;
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (value.trim() === '') return;
    const known = Object.entries(words).find(([, word]) => word === label.trim());
    const problems = await onAdd({
      ...{ kind, value: value.trim(), isPrimary: false },
      label: known?.[0] ?? (label.trim() || null),
    });
    setWrong(problems && (problems['value'] ?? problems[''] ?? Object.values(problems)[0] ?? ''));
    if (!problems) onClose();
  };
  return (
    <form onSubmit={(event) => void add(event)} className={`${classes.add} noPrint`}>
      <Select
        aria-label={about.identities}
        value={kind}
        allowDeselect={false}
        data={addable.map((option) => ({ value: option, label: about.identityKinds[option] ?? option }))}
        onChange={(chosen) => setKind(addable.find((name) => name === chosen) ?? 'mail')}
        w={120}
      />
      <TextInput
        aria-label={about.addIdentity}
        placeholder={about.addIdentity}
        value={value}
        error={wrong}
        onChange={(event) => {
          setValue(event.currentTarget.value);
          setWrong(null);
        }}
      />
      <Autocomplete
        aria-label={records.identity.label}
        placeholder={records.identity.label}
        value={label}
        data={Object.values(words)}
        onChange={setLabel}
        w={120}
      />
      <Button type="submit" variant="default">
        {shell.add}
      </Button>
      <Button variant="subtle" color="gray" onClick={onClose}>
        {shell.cancel}
      </Button>
    </form>
  );
}

function Reach({ identity }: { identity: Identity }) {
  if (identity.kind === 'mail') return <a href={`mailto:${identity.value}`}>{identity.value}</a>;
  if (identity.kind === 'phone') return <a href={`tel:${identity.value}`}>{identity.value}</a>;
  const account = readAccount(identity);
  if (!account) return <span>{identity.value}</span>;
  if (account.link === null) return <span>{account.name}</span>;
  return (
    <a href={account.link} target="_blank" rel="noopener noreferrer">
      {account.name}
    </a>
  );
}
