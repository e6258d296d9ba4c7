import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, newKey, nothing } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { useAct } from '../../api/use-act.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { useWords } from '../../ui/words.tsx';
import classes from './welcome.module.css';

/** Three ways to begin, each one click. */
export function Welcome() {
  const { setup } = useWords();
  const { data: me } = useQuery(queries.me());
  const navigate = useNavigate();
  const demo = useAct({
    run: () => api.setup.loadDemo({ ...nothing, headers: newKey() }),
    touches: [[]],
    onDone: () => void navigate({ to: '/' }),
  });
  const { choices } = setup;
  const isOwner = me?.user.role === 'owner';
  const isEmpty = me?.hasRelations === false;
  return (
    <div className={classes.welcome}>
      <PageHead title={setup.choicesTitle(me?.user.name.split(' ')[0] ?? '')} />
      <ol className={classes.choices}>
        <Choice {...choices.mail} isFirst onChoose={() => void navigate({ to: '/import' })} />
        {isOwner && isEmpty && (
          <Choice {...choices.demo} isBusy={demo.isPending} busy={choices.demo.busy} onChoose={() => demo.mutate()} />
        )}
        <Choice {...choices.empty} onChoose={() => void navigate({ to: '/relations', search: {} })} />
      </ol>
    </div>
  );
}

interface ChoiceProps {
  readonly title: string;
  readonly text: string;
  readonly act: string;
  readonly onChoose: () => void;
  readonly isFirst?: boolean;
  readonly isBusy?: boolean;
  readonly busy?: string;
}

function Choice({ title, text, act, onChoose, isFirst = false, isBusy = false, busy = '' }: ChoiceProps) {
  return (
    <li className={classes.choice}>
      <div>
        <h2>{title}</h2>
        <p className="soft" aria-live="polite">
          {isBusy ? busy : text}
        </p>
      </div>
      <Button variant={isFirst ? 'filled' : 'default'} onClick={onChoose} loading={isBusy}>
        {act}
      </Button>
    </li>
  );
}
