import { Progress } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { BulkAct } from '#contract/bulk.ts';
import { type ListState, listQueries } from '../../api/list-queries.ts';
import { LazyMenu } from '../../ui/lazy-menu.tsx';
import { useSpoken } from '../../ui/words.tsx';
import classes from './bulk-bar.module.css';
import { useBulk } from './use-bulk.ts';
import type { Selection } from './use-selection.ts';

const FieldDialog = lazy(() => import('./bulk-field.tsx').then((loaded) => ({ default: loaded.BulkField })));
const NameDialog = lazy(() => import('./bulk-name.tsx').then((loaded) => ({ default: loaded.BulkName })));

interface Props {
  readonly list: ListState;
  readonly selection: Selection;
  /** How many the whole list has. */
  readonly total: number;
}

const roles = ['customer', 'supplier', 'partner', 'ignore'] as const;
const wishes = ['gladly', 'when-needed', 'rather-not'] as const;

/** Stands at the foot of the page while somebody is chosen, or something is being done to many. */
export function BulkBar({ list, selection, total }: Props) {
  const { words, formats } = useSpoken();
  const { lists, relations, shell } = words;
  const { acts } = lists;
  const [naming, setNaming] = useState<'tag' | 'group' | null>(null);
  const [isSetting, setSetting] = useState(false);
  const own = useQuery(listQueries.fields()).data?.items ?? [];
  const hasOwnFields = own.some(({ isArchived }) => !isArchived);
  const bulk = useBulk({ list, selection });
  const count = selection.kind === 'all' ? total - selection.ids.size : selection.ids.size;
  const { running } = bulk;
  if (running) {
    const { seen, total: all } = running;
    return (
      <div className={classes.bar} role="status">
        <span>{lists.bulkRunning(formats.number(seen), formats.number(all))}</span>
        <Progress
          className={classes.progress}
          value={all === 0 ? 100 : (seen / all) * 100}
          aria-label={lists.bulkRunning(formats.number(seen), formats.number(all))}
        />
      </div>
    );
  }
  if (count <= 0) {
    if (!selection.isChoosing) return null;
    return (
      <div className={classes.bar} role="region" aria-label={lists.choose}>
        <span>{lists.chooseHint}</span>
        <button type="button" className={classes.act} onClick={selection.chooseAll}>
          {lists.selectEverything(formats.number(total))}
        </button>
        <CloseBar label={lists.selectNone} onClose={selection.clear} />
      </div>
    );
  }
  const choice = (label: string, act: BulkAct) => ({ label, onChoose: () => bulk.run(act) });
  return (
    <div className={classes.bar} role="region" aria-label={lists.selected(formats.number(count), count === 1)}>
      <strong className={classes.count} aria-live="polite">
        {lists.selected(formats.number(count), count === 1)}
      </strong>
      {selection.kind === 'some' && total > count && (
        <button type="button" className={classes.act} onClick={selection.chooseAll}>
          {lists.selectEverything(formats.number(total))}
        </button>
      )}
      <span className={classes.acts}>
        <LazyMenu
          label={acts.role}
          className={classes.act ?? ''}
          position="top-start"
          parts={[
            { choices: roles.map((role) => choice(acts.addRole(relations.roles[role]), { kind: 'add-role', role })) },
            {
              choices: roles.map((role) =>
                choice(acts.removeRole(relations.roles[role]), { kind: 'remove-role', role }),
              ),
            },
          ]}
        >
          {acts.role}
        </LazyMenu>
        <button type="button" className={classes.act} onClick={() => setNaming('tag')}>
          {acts.tag}
        </button>
        <button type="button" className={classes.act} onClick={() => setNaming('group')}>
          {acts.group}
        </button>
        <LazyMenu
          label={acts.wish}
          className={classes.act ?? ''}
          position="top-start"
          parts={[
            {
              choices: [
                ...wishes.map((wish) => choice(relations.wishes[wish], { kind: 'set-wish', wish })),
                choice(acts.noWish, { kind: 'set-wish', wish: null }),
              ],
            },
          ]}
        >
          {acts.wish}
        </LazyMenu>
        {hasOwnFields && (
          <button type="button" className={classes.act} onClick={() => setSetting(true)}>
            {acts.ownField}
          </button>
        )}
        <button type="button" className={classes.act} onClick={() => bulk.run({ kind: 'remove' })}>
          {acts.remove}
        </button>
      </span>
      <CloseBar label={lists.selectNone} onClose={selection.clear} />
      {isSetting && (
        <Suspense fallback={<span className="soft">{shell.more}</span>}>
          <FieldDialog
            onClose={() => setSetting(false)}
            onSet={(field, value) => {
              bulk.run({ kind: 'set-field', field, value });
              setSetting(false);
            }}
          />
        </Suspense>
      )}
      {naming && (
        <Suspense fallback={<span className="soft">{shell.more}</span>}>
          <NameDialog
            kind={naming}
            onClose={() => setNaming(null)}
            onName={(name, isAdded) => {
              const [tag, group] = [name, name];
              if (naming === 'tag') bulk.run({ kind: isAdded ? 'add-tag' : 'remove-tag', tag });
              else bulk.run({ kind: isAdded ? 'add-group' : 'remove-group', group });
              setNaming(null);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}

function CloseBar({ label, onClose }: { label: string; onClose: () => void }) {
  return (
    <button type="button" className={classes.close} aria-label={label} onClick={onClose}>
      <IconX size={16} aria-hidden="true" />
    </button>
  );
}
