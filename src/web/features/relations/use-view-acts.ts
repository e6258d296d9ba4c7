import { notifications } from '@mantine/notifications';
import type { View } from '#contract/views.ts';
import { api, ifMatch, newKey, nothing } from '../../api/client.ts';
import type { ListState } from '../../api/list-queries.ts';
import { useAct } from '../../api/use-act.ts';
import { useUndo } from '../../ui/changes/use-undo.tsx';
import type { MenuChoice } from '../../ui/lazy-menu.tsx';
import { showUndo } from '../../ui/undo-toast.tsx';
import { useWords } from '../../ui/words.tsx';

type Definition = View['definition'];

/** The whole list, so that a link to it needs no view to be known. */
export function stateOfView({ id, definition }: View): ListState {
  const { columns, filter, sort, order, group, q } = definition;
  return {
    ...(q ? { q } : {}),
    ...(sort ? { sort } : {}),
    ...(order ? { order } : {}),
    ...(filter ? { filter } : {}),
    ...(columns ? { columns: columns.join(',') } : {}),
    ...(group ? { group } : {}),
    view: id,
  };
}

function definitionOf({ columns, view: _, ...list }: ListState): Definition {
  return { ...list, ...(columns ? { columns: columns.split(',') } : {}) };
}

interface Props {
  readonly list: ListState;
  readonly onList: (list: ListState) => void;
}

export function useViewActs({ list, onList }: Props) {
  const { lists, shell } = useWords();
  const touches = [['views']];
  const create = useAct<{ name: string; isShared: boolean }, View>({
    run: (named) =>
      api.views.create({ ...nothing, body: { ...named, definition: definitionOf(list) }, headers: newKey() }),
    touches,
    onDone: (view) => {
      onList(stateOfView(view));
      notifications.show({ message: lists.views.kept(view.name) });
    },
  });
  const change = useAct<{ view: View; body: { name?: string; isShared?: boolean; definition?: Definition } }, View>({
    run: ({ view, body }) =>
      api.views.update({
        ...nothing,
        params: { viewId: view.id },
        body,
        headers: { ...newKey(), ...ifMatch(view.version) },
      }),
    touches,
    onDone: (view) => notifications.show({ message: lists.views.kept(view.name) }),
  });
  const { undo } = useUndo();
  const remove = useAct<View>({
    run: (view) => api.views.remove({ ...nothing, params: { viewId: view.id }, headers: newKey() }),
    touches,
    onDone: (_, view) => {
      const { view: _gone, ...rest } = list;
      onList(rest);
      const message = lists.views.removed(view.name);
      showUndo({ message, label: shell.undo, close: shell.close, onUndo: () => undo() });
    },
  });
  const choicesFor = (view: View, onRename: () => void): MenuChoice[] => [
    {
      label: lists.views.copyLink,
      onChoose: () => {
        void navigator.clipboard?.writeText(window.location.href);
        notifications.show({ message: shell.copied });
      },
    },
    ...(view.mayChange
      ? [
          { label: lists.views.rename, onChoose: onRename },
          {
            label: view.isShared ? lists.views.makeOwn : lists.views.makeShared,
            onChoose: () => change.mutate({ view, body: { isShared: !view.isShared } }),
          },
          { label: lists.views.remove, onChoose: () => remove.mutate(view) },
        ]
      : []),
  ];
  return {
    choicesFor,
    create: (named: { name: string; isShared: boolean }) => create.mutate(named),
    change: (view: View, named: { name: string; isShared: boolean }) => change.mutate({ view, body: named }),
    keepChange: (view: View) => change.mutate({ view, body: { definition: definitionOf(list) } }),
  };
}
