/** Go anywhere, find anyone, do anything: Ctrl or Cmd with K. */
import { Kbd, Modal, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useWords } from '../ui/words.tsx';
import classes from './palette.module.css';
import { type Place, usePlaces } from './use-places.tsx';

interface Props {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Whoever opens it is typing already: a palette that fades in loses the first letters. */
const atOnce = { duration: 0 };

export function Palette({ isOpen, onClose }: Props) {
  const { shell } = useWords();
  return (
    <Modal.Root
      opened={isOpen}
      onClose={onClose}
      lockScroll={false}
      returnFocus={false}
      transitionProps={atOnce}
      yOffset="12dvh"
      size="lg"
    >
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
  const { groups, isBehind } = usePlaces(text.trim());
  const [isWaiting, setWaiting] = useState(false);
  const places = groups.flatMap((group) => group.places);
  const at = Math.min(chosen, places.length - 1);
  const go = (place: Place | undefined) => {
    if (!place) return;
    onDone();
    place.go();
  };
  const box = useFocusWhileOpen();
  const latest = useRef(() => go(places[at]));
  latest.current = () => go(places[at]);
  useEffect(() => {
    if (!isWaiting || isBehind) return;
    setWaiting(false);
    latest.current();
  }, [isWaiting, isBehind]);
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1 };
    const next = moves[event.key];
    // Who types fast means what these letters find, not what stood there a moment ago.
    if (event.key === 'Enter' && isBehind) setWaiting(true);
    else if (event.key === 'Enter') go(places[at]);
    else if (next !== undefined) {
      const to = (next + places.length) % places.length;
      setChosen(to);
      document.getElementById(`${listId}-${to}`)?.scrollIntoView({ block: 'nearest' });
    } else return;
    event.preventDefault();
  };
  return (
    <>
      <TextInput
        data-autofocus
        ref={box}
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
          setWaiting(false);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={shell.palette.label} className={classes.list}>
        {groups.map((group) => (
          <div key={group.name} role="group" aria-label={group.name}>
            <div className={classes.group} aria-hidden="true">
              {group.name}
            </div>
            {group.places.map((place) => {
              const index = places.indexOf(place);
              return (
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
                  {place.keys && <Kbd className={classes.keys}>{place.keys}</Kbd>}
                </div>
              );
            })}
          </div>
        ))}
      </div>
      {places.length === 0 && <p className={classes.nothing}>{shell.palette.nothing}</p>}
    </>
  );
}

/** The box hears the very next key, and whoever had the focus has it again at the close, before what is chosen goes on. */
function useFocusWhileOpen() {
  const box = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    box.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return box;
}
