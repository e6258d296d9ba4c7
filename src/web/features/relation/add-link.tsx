import { Button, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Party } from '#contract/parties.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { describeFailure } from '../../api/failure.ts';
import { queries } from '../../api/queries.ts';
import { useAct } from '../../api/use-act.ts';
import { PartySelect } from '../../ui/party-select.tsx';
import { useWords } from '../../ui/words.tsx';
import classes from './about.module.css';
import { linkTouches } from './party-link.ts';
import { listReadings } from './verb.ts';

/** A new link: a kind of link read in one of its two directions, and with whom. */
export function AddLink({ party, onClose }: { party: Party; onClose: () => void }) {
  const words = useWords();
  const { about } = words.relation;
  const types = useQuery(queries.relationTypes());
  const [chosen, setChosen] = useState<string | null>(null);
  const [otherId, setOtherId] = useState<string | null>(null);
  const [fromOn, setFrom] = useState('');
  const readings = (types.data?.items ?? []).flatMap((type) => listReadings(type, words));
  const keyOf = ({ typeKey, isForward }: { typeKey: string; isForward: boolean }) =>
    `${typeKey} ${isForward ? '>' : '<'}`;
  const add = useAct({
    run: ({ typeKey, isForward, other }: { typeKey: string; isForward: boolean; other: string }) => {
      const [fromParty, toParty] = isForward ? [party.id, other] : [other, party.id];
      const since = fromOn === '' ? {} : { fromOn };
      return api.relations.create({ ...nothing, body: { typeKey, fromParty, toParty, ...since }, headers: newKey() });
    },
    touches: linkTouches,
    isQuiet: true,
    onDone: onClose,
  });
  const failure = add.isError ? describeFailure(add.error, words) : null;
  const send = (event: FormEvent) => {
    event.preventDefault();
    const reading = readings.find((one) => keyOf(one) === chosen);
    if (reading && otherId) add.mutate({ ...reading, other: otherId });
  };
  return (
    <form onSubmit={send} className={`${classes.add} noPrint`}>
      <Select
        aria-label={about.linkType}
        placeholder={about.linkType}
        searchable
        value={chosen}
        data={readings.map((reading) => ({ value: keyOf(reading), label: reading.label }))}
        onChange={setChosen}
      />
      <PartySelect label={about.linkWith} value={otherId} onChange={setOtherId} />
      <TextInput
        type="date"
        label={words.records.links.from}
        value={fromOn}
        error={failure?.fields['fromOn'] ?? failure?.sentence}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={!chosen || !otherId} loading={add.isPending}>
        {words.shell.add}
      </Button>
      <Button variant="subtle" color="gray" onClick={onClose}>
        {words.shell.cancel}
      </Button>
    </form>
  );
}
