import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type ListState, listQueries } from '../../api/list-queries.ts';
import { queries } from '../../api/queries.ts';
import { useActs } from '../../ui/acts.ts';
import { rememberOpened } from '../../ui/recent.ts';
import { useSpoken } from '../../ui/words.tsx';
import classes from './list-walk.module.css';

interface Props {
  readonly partyId: string;
  /** The list one came from; null: one came another way. */
  readonly list: ListState | null;
  readonly onGo: (partyId: string) => void;
}

/** Through the list one came from, record by record, without going back to it. */
export function ListWalk({ partyId, list, onGo }: Props) {
  const { data: party } = useQuery(queries.party(partyId));
  const name = party?.name;
  useEffect(() => {
    if (name !== undefined) rememberOpened({ id: partyId, name });
  }, [partyId, name]);
  return list === null ? null : <Steps partyId={partyId} list={list} onGo={onGo} />;
}

/** This close to the end of what is known of the list, more of it is asked for. */
const nearEdge = 5;

function Steps({ partyId, list, onGo }: { partyId: string; list: ListState; onGo: Props['onGo'] }) {
  const { words, formats } = useSpoken();
  const { walk } = words.lists;
  const [around, setAround] = useState(partyId);
  const { data } = useQuery({ ...listQueries.around(list, around), placeholderData: keepPreviousData });
  const ids = data?.ids ?? [];
  const at = ids.indexOf(partyId);
  const isFarOff = data !== undefined && at < 0;
  const isNearEdge =
    at >= 0 && ((at < nearEdge && data?.isMoreBefore) || (at >= ids.length - nearEdge && data?.isMoreAfter));
  useEffect(() => {
    if (isFarOff || isNearEdge) setAround(partyId);
  }, [isFarOff, isNearEdge, partyId]);
  const previous = at > 0 ? ids[at - 1] : undefined;
  const next = at >= 0 ? ids[at + 1] : undefined;
  const go = (id: string | undefined) => {
    if (id !== undefined) onGo(id);
  };
  useActs([
    {
      id: 'next',
      name: words.acts.names.next,
      where: 'relation',
      kind: 'key',
      keys: ['j', 'Alt+ArrowDown'],
      run: () => go(next),
    },
    {
      id: 'previous',
      name: words.acts.names.previous,
      where: 'relation',
      kind: 'key',
      keys: ['k', 'Alt+ArrowUp'],
      run: () => go(previous),
    },
  ]);
  // The neighbour is most likely looked at next.
  useQuery({ ...queries.party(next ?? ''), enabled: next !== undefined });
  const place = usePlace({ list, around, found: data, steps: at - ids.indexOf(around) });
  const { data: count } = useQuery(listQueries.count(list));
  if (at < 0) return null;
  const isKnown = place !== null && count !== undefined;
  const spoken = isKnown ? walk.place(formats.number(place), formats.number(count.count)) : '';
  return (
    <div className={`${classes.walk} noPrint`} role="group" aria-label={spoken || walk.label}>
      <span className={classes.place}>{spoken}</span>
      <ActionIcon
        variant="subtle"
        aria-label={walk.previous}
        aria-keyshortcuts="k"
        disabled={previous === undefined}
        onClick={() => go(previous)}
      >
        <IconArrowUp size={16} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        aria-label={walk.next}
        aria-keyshortcuts="j"
        disabled={next === undefined}
        onClick={() => go(next)}
      >
        <IconArrowDown size={16} aria-hidden="true" />
      </ActionIcon>
    </div>
  );
}

interface Walk {
  readonly list: ListState;
  /** Whom was asked after, and how far one has walked from there. */
  readonly around: string;
  readonly steps: number;
  readonly found: { readonly place: number | null; readonly isListed: boolean } | undefined;
}

/** From 1. Far down a list it is counted behind the steps, which do not wait for it. */
function usePlace({ list, around, steps, found }: Walk): number | null {
  const isFar = found?.isListed === true && found.place === null;
  const { data: counted } = useQuery({ ...listQueries.place(list, around), enabled: isFar });
  const from = found?.place ?? counted?.place ?? null;
  return from === null ? null : from + steps;
}
