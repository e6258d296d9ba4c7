import { CloseButton, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { queries } from '../../api/queries.ts';
import { useAgendaWords } from '../../ui/words-of/agenda.ts';
import classes from './agenda.module.css';

/** Somebody who is asked to come: known here, or by an address alone. */
export interface Guest {
  readonly partyId: string | null;
  readonly address: string | null;
  readonly name: string;
}

interface Props {
  readonly guests: readonly Guest[];
  readonly onChange: (guests: readonly Guest[]) => void;
}

/** Relations and colleagues by part of their name, others by their address. */
export function PeopleField({ guests, onChange }: Props) {
  const agenda = useAgendaWords();
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text);
  const found = useQuery(queries.search(wanted));
  const users = useQuery(queries.users());
  const { data: me } = useQuery(queries.me());
  const fits = (name: string) => wanted !== '' && name.toLowerCase().includes(wanted.trim().toLowerCase());
  const colleagues = (users.data?.items ?? []).filter(
    ({ id, name, partyId }) => partyId && id !== me?.user.id && fits(name),
  );
  const address = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(text.trim()) ? text.trim().toLowerCase() : null;
  const options: Guest[] = [
    ...(found.data?.items ?? []).map(({ id, name }) => ({ partyId: id, address: null, name })),
    ...colleagues.map(({ partyId, name }) => ({ partyId, address: null, name })),
    ...(address ? [{ partyId: null, address, name: address }] : []),
  ].filter((option) => !guests.some((guest) => keyOf(guest) === keyOf(option)));
  const add = (key: string | null) => {
    const guest = options.find((option) => keyOf(option) === key);
    if (guest) onChange([...guests, guest]);
    setText('');
  };
  return (
    <div>
      <Select
        label={agenda.fields.people}
        placeholder={agenda.fields.addPerson}
        searchable
        value={null}
        searchValue={text}
        onSearchChange={setText}
        filter={({ options: all }) => all}
        data={options.map((option) => ({ value: keyOf(option), label: option.name }))}
        onChange={add}
      />
      {guests.length > 0 && (
        <ul className={classes.people} style={{ marginTop: 8 }}>
          {guests.map((guest) => (
            <li key={keyOf(guest)} className={classes.person}>
              {guest.name}
              <CloseButton
                size="sm"
                radius="xl"
                aria-label={agenda.removePerson(guest.name)}
                onClick={() => onChange(guests.filter((one) => keyOf(one) !== keyOf(guest)))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

export function keyOf({ partyId, address }: Guest): string {
  return partyId ?? address ?? '';
}
