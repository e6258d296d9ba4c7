import { ActionIcon, Button, Checkbox, NativeSelect } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { groupings } from '#contract/party-filter.ts';
import { type ListState, listQueries } from '../../api/list-queries.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useWords } from '../../ui/words.tsx';
import classes from './column-menu.module.css';
import { columnsOf, moreColumns, ownField, usualColumns } from './columns.ts';
import { fieldName } from './say-filter.ts';
import { useColumnName } from './use-column-name.ts';

interface Props {
  readonly list: ListState;
  readonly onList: (list: ListState) => void;
  readonly onClose: () => void;
}

/** Which columns, in which order, and by what the list is grouped. */
export function ColumnMenu({ list, onList, onClose }: Props) {
  const words = useWords();
  const { lists } = words;
  const own = (useQuery(listQueries.fields()).data?.items ?? []).filter(({ isArchived }) => !isArchived);
  const nameOf = useColumnName(own);
  const chosen = columnsOf(list).map(({ name }) => name);
  const all = [...usualColumns, ...moreColumns, ...own.map(({ key }) => `${ownField}${key}`)];
  const choose = (names: readonly string[]) => {
    const { columns: _, ...rest } = list;
    onList(names.join() === usualColumns.join() ? rest : { ...rest, columns: names.join(',') });
  };
  const move = (name: string, by: number) => {
    const at = chosen.indexOf(name);
    const next = chosen.filter((one) => one !== name);
    next.splice(Math.max(1, at + by), 0, name);
    choose(next);
  };
  const withChoices = own.filter(({ type }) => type === 'choice' || type === 'multi-choice');
  return (
    <Dialog title={lists.columnMenu} size="sm" onClose={onClose}>
      <NativeSelect
        label={lists.groupBy}
        value={list.group ?? ''}
        data={[
          { value: '', label: lists.noGroup },
          ...groupings.map((by) => ({ value: by as string, label: fieldName(by, words, own) })),
          ...withChoices.map(({ key, name }) => ({ value: `${ownField}${key}`, label: name })),
        ]}
        onChange={(event) => {
          const { group: _, ...rest } = list;
          const by = event.currentTarget.value;
          onList(by === '' ? rest : { ...rest, group: by });
        }}
      />
      <fieldset className={classes.columns}>
        <legend>{lists.columns}</legend>
        {[...chosen, ...all.filter((name) => !chosen.includes(name))].map((name) => {
          const at = chosen.indexOf(name);
          const label = nameOf(name);
          return (
            <div key={name} className={classes.column}>
              <Checkbox
                size="sm"
                label={label}
                checked={at >= 0}
                disabled={name === 'name'}
                onChange={() => choose(at >= 0 ? chosen.filter((one) => one !== name) : [...chosen, name])}
              />
              {at > 0 && (
                <span>
                  <Move label={lists.earlier(label)} isUp isOff={at === 1} onMove={() => move(name, -1)} />
                  <Move
                    label={lists.later(label)}
                    isUp={false}
                    isOff={at === chosen.length - 1}
                    onMove={() => move(name, 1)}
                  />
                </span>
              )}
            </div>
          );
        })}
      </fieldset>
      <Button variant="default" onClick={() => choose(usualColumns)}>
        {lists.standard}
      </Button>
    </Dialog>
  );
}

interface MoveProps {
  readonly label: string;
  readonly isUp: boolean;
  readonly isOff: boolean;
  readonly onMove: () => void;
}

function Move({ label, isUp, isOff, onMove }: MoveProps) {
  const Arrow = isUp ? IconArrowUp : IconArrowDown;
  return (
    <ActionIcon variant="subtle" size="sm" aria-label={label} disabled={isOff} onClick={onMove}>
      <Arrow size={14} aria-hidden="true" />
    </ActionIcon>
  );
}
