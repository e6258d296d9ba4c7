import { Button, CloseButton, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { Party } from '#contract/parties.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { useAct } from '../../api/use-act.ts';
import { PartySelect } from '../../ui/party-select.tsx';
import { useWords } from '../../ui/words.tsx';
import classes from './about.module.css';

/** Declared links with other relations: "works at", "is supplied by". */
export function Links({ party }: { party: Party }) {
  const { relation, shell } = useWords();
  const { about } = relation;
  const touches = [['party'], ['parties'], ['tie']];
  const remove = useAct({
    run: (relationId: string) => api.relations.remove({ ...nothing, params: { relationId }, headers: newKey() }),
    touches,
  });
  return (
    <section aria-label={about.links}>
      <h3>{about.links}</h3>
      {party.relations.length === 0 && <p className="soft">{about.linkNone}</p>}
      <ul className={classes.list}>
        {party.relations.map((link) => (
          <li key={link.id}>
            <span className="soft">{about.verbs[link.verb] ?? link.verb}</span>
            <Link to="/relations/$partyId" params={{ partyId: link.other.id }} search={{}}>
              {link.other.name}
            </Link>
            <CloseButton
              size="sm"
              className="noPrint"
              aria-label={`${shell.remove}: ${link.other.name}`}
              onClick={() => remove.mutate(link.id)}
            />
          </li>
        ))}
      </ul>
      <AddLink party={party} />
    </section>
  );
}

/** A type read in one of its two directions. */
interface Reading {
  readonly typeKey: string;
  readonly isForward: boolean;
}

function AddLink({ party }: { party: Party }) {
  const { relation, shell } = useWords();
  const { about } = relation;
  const types = useQuery(queries.relationTypes());
  const [reading, setReading] = useState<string | null>(null);
  const [otherId, setOtherId] = useState<string | null>(null);
  const options = new Map<string, Reading & { label: string }>();
  for (const type of types.data?.items ?? []) {
    const label = (verb: string) => about.verbs[verb] ?? verb;
    options.set(`${type.key} >`, { typeKey: type.key, isForward: true, label: label(type.verbForward) });
    if (type.verbBackward !== type.verbForward) {
      options.set(`${type.key} <`, { typeKey: type.key, isForward: false, label: label(type.verbBackward) });
    }
  }
  const add = useAct({
    run: ({ typeKey, isForward, other }: Reading & { other: string }) => {
      const [fromParty, toParty] = isForward ? [party.id, other] : [other, party.id];
      return api.relations.create({ ...nothing, body: { typeKey, fromParty, toParty }, headers: newKey() });
    },
    touches: [['party'], ['parties'], ['tie']],
    onDone: () => {
      setOtherId(null);
      setReading(null);
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const chosen = options.get(reading ?? '');
    if (chosen && otherId) add.mutate({ ...chosen, other: otherId });
  };
  return (
    <form onSubmit={send} className={`${classes.add} noPrint`}>
      <Select
        aria-label={about.linkType}
        placeholder={about.linkType}
        value={reading}
        data={[...options].map(([value, { label }]) => ({ value, label }))}
        onChange={setReading}
      />
      <PartySelect label={about.linkWith} value={otherId} onChange={setOtherId} />
      <Button type="submit" variant="default" disabled={!reading || !otherId} loading={add.isPending}>
        {shell.add}
      </Button>
    </form>
  );
}
