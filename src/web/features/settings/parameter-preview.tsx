import { Button, Group } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ParameterPreview as Preview } from '#contract/parameters.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { Problem } from '../../ui/problem.tsx';
import { showUndo } from '../../ui/undo-toast.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { useCheckWords } from '../../ui/words-of/check.ts';
import classes from './settings.module.css';

interface Props {
  readonly changed: Readonly<Record<string, number>>;
  readonly onClear: () => void;
}

/** What the numbers tried would do to the lists; saved only when somebody says so. */
export function ParameterPreview({ changed, onClear }: Props) {
  const { words } = useSpoken();
  const { tune } = useCheckWords();
  const asked = useQuery({
    queryKey: ['parameters', 'preview', changed],
    queryFn: () => api.parameters.preview({ ...nothing, body: { changed }, headers: newKey() }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const touches = [['parameters'], ['parties'], ['party'], ['tie'], ['today']];
  const undo = useAct({ run: () => api.changes.undo({ ...nothing, body: {}, headers: newKey() }), touches });
  const save = useAct({
    run: () => api.parameters.update({ ...nothing, body: { changed }, headers: newKey() }),
    touches,
    onDone: () => {
      onClear();
      const { undo: label, close } = words.shell;
      showUndo({ message: tune.saved, label, close, onUndo: () => undo.mutate() });
    },
  });
  return (
    <section className={classes.preview} aria-labelledby="parameter-preview" aria-busy={asked.isFetching}>
      <h3 id="parameter-preview">{tune.title}</h3>
      {asked.isError && <Problem error={asked.error} onRetry={() => void asked.refetch()} />}
      <div aria-live="polite">{asked.data ? <Shown preview={asked.data} /> : <p className="soft">{tune.busy}</p>}</div>
      <Group gap="sm">
        <Button loading={save.isPending} disabled={!asked.data} onClick={() => save.mutate()}>
          {tune.save}
        </Button>
        <Button variant="default" disabled={save.isPending} onClick={onClear}>
          {tune.leave}
        </Button>
      </Group>
    </section>
  );
}

function Shown({ preview }: { preview: Preview }) {
  const { words, formats } = useSpoken();
  const { tune } = useCheckWords();
  const { ties, tiesOf, moved, levels, alarms, most, needsRebuild } = preview;
  const n = (count: number) => formats.number(count);
  const { statuses } = words.bond;
  return (
    <>
      <p className="soft">{tune.lead(n(ties), n(tiesOf))}</p>
      <p className={classes.said}>{moved === 0 ? tune.nothing : tune.moved(n(moved), n(ties))}</p>
      {levels.length + alarms.length > 0 && (
        <ul className={classes.steps}>
          {levels.map(({ from, to, count }) => (
            <li key={`${from} ${to}`}>
              {tune.step(n(count), statuses[from].toLowerCase(), statuses[to].toLowerCase())}
            </li>
          ))}
          {alarms.map(({ from, to, count }) => (
            <li key={`${from} ${to}`}>{tune.step(n(count), tune.alarm[from], tune.alarm[to])}</li>
          ))}
        </ul>
      )}
      {most.length > 0 && (
        <>
          <h4>{tune.most}</h4>
          <ul className={classes.movers}>
            {most.map(({ party, with: ours, bond }) => (
              <li key={`${party.id} ${ours}`}>
                <span>
                  <Link to="/relations/$partyId" params={{ partyId: party.id }} search={{}}>
                    {party.name}
                  </Link>{' '}
                  <span className="soft small">{tune.with(ours)}</span>
                </span>
                <span className="number">{tune.fromTo(formats.hundred(bond.from), formats.hundred(bond.to))}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {needsRebuild && <p className="soft small">{tune.rebuild}</p>}
    </>
  );
}
