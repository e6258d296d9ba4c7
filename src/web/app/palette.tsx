/** Go anywhere, find anyone: Ctrl or Cmd with K. */
import { Modal, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react';
import { queries } from '../api/queries.ts';
import { BondGlyph } from '../ui/bond-glyph.tsx';
import { factsOfFigures } from '../ui/glyph/glyph-facts.ts';
import { useWords } from '../ui/words.tsx';
import classes from './palette.module.css';

interface Props {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function Palette({ isOpen, onClose }: Props) {
  const { shell } = useWords();
  return (
    <Modal.Root opened={isOpen} onClose={onClose} lockScroll={false} yOffset="12dvh" size="lg">
      <Modal.Overlay />
      <Modal.Content aria-label={shell.palette.label}>
        <Search onDone={onClose} />
      </Modal.Content>
    </Modal.Root>
  );
}

function Search({ onDone }: { onDone: () => void }) {
  const { shell } = useWords();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const listId = useId();
  const places = usePlaces(useDeferredValue(text.trim()));
  const at = Math.min(chosen, places.length - 1);
  const go = (place: Place | undefined) => {
    if (!place) return;
    onDone();
    place.go();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1 };
    const next = moves[event.key];
    if (event.key === 'Enter') go(places[at]);
    else if (next !== undefined) {
      setChosen((next + places.length) % places.length);
      document
        .getElementById(`${listId}-${(next + places.length) % places.length}`)
        ?.scrollIntoView({ block: 'nearest' });
    } else return;
    event.preventDefault();
  };
  return (
    <>
      <TextInput
        data-autofocus
        size="lg"
        variant="unstyled"
        className={classes.box}
        leftSection={<IconSearch size={20} stroke={1.5} aria-hidden="true" />}
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={at >= 0 ? `${listId}-${at}` : undefined}
        aria-label={shell.palette.placeholder}
        placeholder={shell.palette.placeholder}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={shell.palette.label} className={classes.list}>
        {places.map((place, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the box's, as a listbox has it.
          <div
            key={place.key}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={classes.place}
            onClick={() => go(place)}
            onPointerMove={() => setChosen(index)}
          >
            {place.picture}
            <span className={classes.name}>{place.name}</span>
            <span className={classes.context}>{place.context}</span>
          </div>
        ))}
      </div>
      {places.length === 0 && <p className={classes.nothing}>{shell.palette.nothing}</p>}
    </>
  );
}

interface Place {
  readonly key: string;
  readonly name: string;
  readonly context: string;
  readonly picture: React.ReactNode;
  readonly go: () => void;
}

/** Relations that fit first, then pages. */
function usePlaces(asked: string): Place[] {
  const { shell, triage } = useWords();
  const navigate = useNavigate();
  const { data } = useQuery({ ...queries.search(asked), placeholderData: keepPreviousData });
  const found = asked === '' ? [] : (data?.items ?? []);
  const page = (name: string, go: () => unknown): Place => {
    return { key: name, name, context: '', picture: null, go: () => void go() };
  };
  const pages = [
    page(shell.nav.today, () => navigate({ to: '/' })),
    page(shell.nav.relations, () => navigate({ to: '/relations', search: {} })),
    page(shell.nav.imports, () => navigate({ to: '/import' })),
    page(triage.title, () => navigate({ to: '/triage' })),
    page(shell.nav.settings, () => navigate({ to: '/settings' })),
    page(shell.glyphPage, () => navigate({ to: '/glyph' })),
  ].filter(({ name }) => name.toLowerCase().includes(asked.toLowerCase()));
  const relations = found.map((party) => ({
    key: party.id,
    name: party.name,
    context: party.context ?? '',
    picture: <BondGlyph facts={party.figures && factsOfFigures(party.figures)} size={22} isDecoration />,
    go: () => void navigate({ to: '/relations/$partyId', params: { partyId: party.id }, search: {} }),
  }));
  return [...relations, ...pages];
}
