import { UnstyledButton } from '@mantine/core';
import type { Promised } from '#contract/promises.ts';
import type { TodayLine } from '#contract/today.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { useWords } from '../../ui/words.tsx';
import classes from './today.module.css';

/** A promise of ours said to be kept without leaving the page; the mail that tells them is offered next. */
export function KeepPromise({ line, onKept }: { line: TodayLine; onKept: (promise: Promised) => void }) {
  const { today } = useWords();
  const { party, names, numbers } = line;
  const promiseId = names.id ?? '';
  const settle = useAct({
    run: () => api.promises.settle({ ...nothing, params: { promiseId }, body: { outcome: 'kept' }, headers: newKey() }),
    touches: [['today'], ['party', party.id], ['tie'], ['parties']],
    onDone: onKept,
  });
  if (promiseId === '' || numbers.byUs !== 1) return null;
  return (
    <UnstyledButton
      className={classes.quietAct}
      disabled={settle.isPending}
      aria-label={`${today.kept}: ${party.name}`}
      onClick={() => settle.mutate(undefined)}
    >
      {today.kept}
    </UnstyledButton>
  );
}
