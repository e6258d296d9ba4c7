/** Go anywhere, find anyone: Ctrl or Cmd with K. */
import '@mantine/spotlight/styles.css';
import { Spotlight, spotlight, spotlightActions, spotlightStore } from '@mantine/spotlight';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useState } from 'react';
import { queries } from '../api/queries.ts';
import { BondGlyph } from '../ui/bond-glyph.tsx';
import { factsOfFigures } from '../ui/glyph/glyph-facts.ts';
import { useWords } from '../ui/words.tsx';

interface Props {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function Palette({ isOpen, onClose }: Props) {
  const { shell, triage } = useWords();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const { data } = useQuery(queries.search(asked));
  const found = asked === '' ? [] : (data?.items ?? []);
  useEffect(() => {
    if (isOpen) spotlight.open();
  }, [isOpen]);
  const foundIds = found.map(({ id }) => id).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the found change, Enter means the first of them.
  useEffect(() => {
    spotlightActions.selectAction(0, spotlightStore);
  }, [foundIds]);
  const pages = [
    { label: shell.nav.today, go: () => navigate({ to: '/' }) },
    { label: shell.nav.relations, go: () => navigate({ to: '/relations', search: {} }) },
    { label: shell.nav.imports, go: () => navigate({ to: '/import' }) },
    { label: triage.title, go: () => navigate({ to: '/triage' }) },
    { label: shell.nav.settings, go: () => navigate({ to: '/settings' }) },
    { label: shell.glyphPage, go: () => navigate({ to: '/glyph' }) },
  ].filter(({ label }) => label.toLowerCase().includes(asked.toLowerCase()));
  return (
    <Spotlight.Root
      query={text}
      onQueryChange={setText}
      onSpotlightClose={onClose}
      shortcut={null}
      scrollable
      maxHeight="60dvh"
      lockScroll={false}
      aria-label={shell.palette.label}
    >
      <Spotlight.Search placeholder={shell.palette.placeholder} aria-label={shell.palette.placeholder} />
      <Spotlight.ActionsList>
        {found.length > 0 && (
          <Spotlight.ActionsGroup label={shell.palette.relations}>
            {found.map((party) => (
              <Spotlight.Action
                key={party.id}
                label={party.name}
                description={party.context ?? ''}
                leftSection={
                  <BondGlyph facts={party.figures && factsOfFigures(party.figures)} size={24} isDecoration />
                }
                onClick={() => void navigate({ to: '/relations/$partyId', params: { partyId: party.id }, search: {} })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {pages.length > 0 && (
          <Spotlight.ActionsGroup label={shell.palette.pages}>
            {pages.map(({ label, go }) => (
              <Spotlight.Action key={label} label={label} onClick={() => void go()} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {found.length + pages.length === 0 && <Spotlight.Empty>{shell.palette.nothing}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
