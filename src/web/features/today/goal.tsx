import { IconChevronDown } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { QuarterGoal } from '#contract/me.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { useAct } from '../../api/use-act.ts';
import { LazyMenu } from '../../ui/lazy-menu.tsx';
import { showUndo } from '../../ui/undo-toast.tsx';
import { useWords } from '../../ui/words.tsx';
import { useSteeringWords } from '../../ui/words-of/steering.ts';
import classes from './today.module.css';

/** In the order in which they are offered; the contract itself would bring its schemas along. */
const quarterGoals = ['keep', 'lean-less', 'new', 'make-good'] as const satisfies readonly QuarterGoal[];

/** What the firm looks after this quarter, in one sentence; its owner chooses another, and Today follows at once. */
export function Goal({ goal, isOwner }: { goal: QuarterGoal; isOwner: boolean }) {
  const words = useSteeringWords();
  const { shell } = useWords();
  const cache = useQueryClient();
  const choose = useAct({
    run: ({ to }: { to: QuarterGoal; from: QuarterGoal | null }) =>
      api.firms.update({ ...nothing, body: { quarterGoal: to }, headers: newKey() }),
    touches: [['today'], queries.me().queryKey],
    line: 'goal',
    onFailed: () => void cache.invalidateQueries({ queryKey: ['today'] }),
    onDone: (_, { to, from }) => {
      if (from === null) return;
      const onUndo = () => choose.mutate({ to: from, from: null });
      showUndo({ message: words.chosen(words.goals[to]), label: shell.undo, close: shell.close, onUndo });
    },
  });
  const choices = quarterGoals.map((to) => ({
    label: words.goals[to],
    isCurrent: to === goal,
    onChoose: () => to !== goal && choose.mutate({ to, from: goal }),
  }));
  return (
    <p className={classes.goal}>
      <span className="soft">{words.goalIs}</span>{' '}
      {isOwner ? (
        <LazyMenu
          label={`${words.choose} ${words.goals[goal]}`}
          className={classes.goalChoice ?? ''}
          parts={[{ choices }]}
        >
          {words.goals[goal]}
          <IconChevronDown size={14} aria-hidden="true" />
        </LazyMenu>
      ) : (
        <span>{words.goals[goal]}</span>
      )}
    </p>
  );
}
