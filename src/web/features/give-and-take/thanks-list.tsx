import { UnstyledButton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ThanksLine } from '#contract/give-and-take.ts';
import { giveAndTakeQueries } from '../../api/give-and-take-queries.ts';
import { useGiveAndTakeWords } from '../../ui/words-of/give-and-take.ts';
import classes from './give-and-take.module.css';
import { OpenLine } from './open-line.tsx';
import { OpenList } from './open-list.tsx';
import { useGivenActs } from './use-given-acts.ts';

const dayMs = 86_400_000;

/** For what nobody was thanked yet. */
export function ThanksList() {
  const { thanks } = useGiveAndTakeWords();
  const asked = useInfiniteQuery(giveAndTakeQueries.thanks());
  const items = asked.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <OpenList title={thanks.title} lead={thanks.lead} empty={thanks.empty} asked={asked} count={items.length}>
      {items.map((line) => (
        <Line key={`${line.interactionId} ${line.kind}`} line={line} />
      ))}
    </OpenList>
  );
}

function Line({ line }: { line: ThanksLine }) {
  const { thanks, through, ago } = useGiveAndTakeWords();
  const { thank, sayGot } = useGivenActs();
  const { party, newcomer, kind, gotForIt } = line;
  const says = thanks.says[kind] ?? thanks.says.help;
  const said = says?.({ name: party.name, newcomer: newcomer?.name ?? null }) ?? party.name;
  const days = Math.floor((Date.now() - Date.parse(line.at)) / dayMs);
  const facts = [ago(days), through(line.colleague.name)];
  const isBusy = thank.isPending || sayGot.isPending;
  const say = (said: 'yes' | 'no') => sayGot.mutate({ line, gotForIt: gotForIt === said ? 'unknown' : said });
  return (
    <OpenLine {...{ said, party, facts, isBusy, words: line.what }} act={thanks.done} onAct={() => thank.mutate(line)}>
      {kind === 'help' && (
        <p className={`${classes.facts} noPrint`} role="group" aria-label={`${thanks.got} ${said}`}>
          <span>{thanks.got}</span>
          {(['yes', 'no'] as const).map((answer) => (
            <UnstyledButton
              key={answer}
              className={classes.choice}
              aria-pressed={gotForIt === answer}
              disabled={isBusy}
              onClick={() => say(answer)}
            >
              {answer === 'yes' ? thanks.gotYes : thanks.gotNo}
            </UnstyledButton>
          ))}
        </p>
      )}
    </OpenLine>
  );
}
