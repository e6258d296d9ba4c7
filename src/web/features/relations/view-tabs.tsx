import { Button, Checkbox, TextInput } from '@mantine/core';
import { IconDots, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { View } from '#contract/views.ts';
import { type ListState, listQueries } from '../../api/list-queries.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { LazyMenu } from '../../ui/lazy-menu.tsx';
import { useWords } from '../../ui/words.tsx';
import { isSameList } from './list-state.ts';
import { shippedViews } from './shipped-views.ts';
import { stateOfView, useViewActs } from './use-view-acts.ts';
import classes from './view-tabs.module.css';

interface Props {
  readonly list: ListState;
  readonly onList: (list: ListState) => void;
}

/** Views above the table: those that come with the program, one's own, and those that colleagues share. */
export function ViewTabs({ list, onList }: Props) {
  const { lists } = useWords();
  const views = useQuery(listQueries.views()).data?.items ?? [];
  const acts = useViewActs({ list, onList });
  const [naming, setNaming] = useState<View | 'new' | null>(null);
  const current = views.find(({ id }) => id === list.view);
  const shipped = shippedViews.find(({ key }) => key === list.view);
  const known = current ? stateOfView(current) : (shipped?.state ?? {});
  const isChanged = !isSameList(list, known);
  return (
    <nav aria-label={lists.views.label} className={classes.tabs}>
      <Tab name={lists.shipped.all} isCurrent={!current && !shipped && !isChanged} onOpen={() => onList({})} />
      {shippedViews.map(({ key, state }) => (
        <Tab
          key={key}
          name={lists.shipped[key]}
          isCurrent={list.view === key}
          onOpen={() => onList({ ...state, view: key })}
        />
      ))}
      {views.map((view) => (
        <span key={view.id} className={classes.own}>
          <Tab
            name={view.name}
            title={view.by ? lists.views.sharedBy(view.by) : undefined}
            isShared={view.isShared}
            isCurrent={list.view === view.id}
            onOpen={() => onList(stateOfView(view))}
          />
          {list.view === view.id && (
            <LazyMenu
              label={lists.views.more(view.name)}
              className={classes.more ?? ''}
              parts={[{ choices: acts.choicesFor(view, () => setNaming(view)) }]}
            >
              <IconDots size={16} aria-hidden="true" />
            </LazyMenu>
          )}
        </span>
      ))}
      {isChanged && current?.mayChange && (
        <button type="button" className={classes.keep} onClick={() => acts.keepChange(current)}>
          {lists.views.keepChange}
        </button>
      )}
      {isChanged && (
        <button type="button" className={classes.keep} onClick={() => setNaming('new')}>
          {lists.views.keep}
        </button>
      )}
      {naming && (
        <NameView
          view={naming === 'new' ? null : naming}
          onClose={() => setNaming(null)}
          onKeep={(name, isShared) => {
            if (naming === 'new') acts.create({ name, isShared });
            else acts.change(naming, { name, isShared });
            setNaming(null);
          }}
        />
      )}
    </nav>
  );
}

interface TabProps {
  readonly name: string;
  readonly title?: string | undefined;
  readonly isShared?: boolean;
  readonly isCurrent: boolean;
  readonly onOpen: () => void;
}

function Tab({ name, title, isShared = false, isCurrent, onOpen }: TabProps) {
  const { lists } = useWords();
  return (
    <button
      type="button"
      className={classes.tab}
      aria-current={isCurrent ? 'page' : undefined}
      title={title}
      onClick={onOpen}
    >
      {name}
      {isShared && <IconUsers size={13} aria-label={lists.views.shared} />}
    </button>
  );
}

interface NameProps {
  readonly view: View | null;
  readonly onClose: () => void;
  readonly onKeep: (name: string, isShared: boolean) => void;
}

function NameView({ view, onClose, onKeep }: NameProps) {
  const { lists } = useWords();
  const [name, setName] = useState(view?.name ?? '');
  const [isShared, setShared] = useState(view?.isShared ?? false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    onKeep(name.trim(), isShared);
  };
  return (
    <Dialog title={view ? lists.views.rename : lists.views.keep} size="sm" onClose={onClose}>
      <form onSubmit={send} className={classes.form}>
        <TextInput
          label={lists.views.name}
          data-autofocus
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Checkbox
          label={lists.views.share}
          checked={isShared}
          onChange={(event) => setShared(event.currentTarget.checked)}
        />
        <Button type="submit" disabled={name.trim() === ''}>
          {view ? lists.views.keepChange : lists.views.keep}
        </Button>
      </form>
    </Dialog>
  );
}
