import { Button, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Promised } from '#contract/promises.ts';
import type { TodayLine } from '#contract/today.ts';
import { BondGlyph } from '../../ui/bond-glyph.tsx';
import { factsOfFigures } from '../../ui/glyph/glyph-facts.ts';
import { LazyMenu } from '../../ui/lazy-menu.tsx';
import { MeasuredNumber } from '../../ui/numbers/measured-number.tsx';
import { OpenNumber } from '../../ui/numbers/open-number.tsx';
import type { Figure } from '../../ui/numbers/reckoned-with.ts';
import { useSpoken } from '../../ui/words.tsx';
import { useSteeringWords } from '../../ui/words-of/steering.ts';
import { KeepPromise } from './keep-promise.tsx';
import { LineRank } from './line-rank.tsx';
import { sayLine } from './say-line.ts';
import classes from './today.module.css';
import { useMarks } from './use-marks.tsx';
import { WriteDraft } from './write-draft.tsx';

const later = ['tomorrow', 'week', 'month'] as const;
const laterDays = { tomorrow: 1, week: 7, month: 30 } as const;

/** What the model drew of a line; the rest of them count days and what people wrote. */
const figureIn: Partial<Record<TodayLine['kind'], Figure>> = {
  'growing-quiet': 'rhythm',
  'probably-gone': 'rhythm',
  'keep-in-touch': 'rhythm',
  'one-sided': 'ledger',
  'leave-in-peace': 'pressure',
};

/** One thing: the fact, why it matters, one act; and three ways to put it away, each to be undone. */
export function Line({ line, onKept }: { line: TodayLine; onKept: (promise: Promised) => void }) {
  const { words, formats } = useSpoken();
  const { today } = words;
  const steering = useSteeringWords();
  const { fact, why } = sayLine(line, { words, formats, nowMs: Date.now() });
  const { mark, isPending } = useMarks(line);
  const { party } = line;
  const figure = figureIn[line.kind];
  const isLeave = line.act === 'leave';
  const snoozes = later.map((choice) => {
    return { label: today.snoozeFor[choice], onChoose: () => mark('snoozed', laterDays[choice]) };
  });
  const leave = { label: today.leave, onChoose: () => mark('left-in-peace', null) };
  const notUseful = { label: today.notUseful, onChoose: () => mark('not-useful', null) };
  const parts = [{ choices: snoozes }, { choices: isLeave ? [notUseful] : [leave, notUseful] }];
  return (
    <li className={classes.line} data-pending={isPending}>
      <BondGlyph facts={party.figures && factsOfFigures(party.figures)} size={64} />
      <div className={classes.said}>
        <h2 className={classes.who}>
          <Link to="/relations/$partyId" params={{ partyId: party.id }} search={{}}>
            {party.name}
          </Link>
        </h2>
        <p className={classes.fact}>
          {figure ? (
            <MeasuredNumber of={{ partyId: party.id }} figure={figure}>
              {fact}
            </MeasuredNumber>
          ) : (
            fact
          )}
        </p>
        <p className="soft small">
          {line.kind === 'growing-quiet' ? (
            <MeasuredNumber of={{ partyId: party.id }} figure="bond">
              {why}
            </MeasuredNumber>
          ) : (
            why
          )}{' '}
          <OpenNumber title={steering.whyTitle(party.name)} account={() => <LineRank line={line} />}>
            {steering.why}
          </OpenNumber>
        </p>
      </div>
      <div className={classes.acts}>
        {isLeave ? (
          <Button
            variant="default"
            onClick={() => mark('left-in-peace', null)}
            aria-label={`${today.acts.leave}: ${party.name}`}
          >
            {today.acts.leave}
          </Button>
        ) : (
          <Button
            variant="default"
            component={Link}
            to={`/relations/${party.id}`}
            aria-label={`${today.acts[line.act]}: ${party.name}`}
          >
            {today.acts[line.act]}
          </Button>
        )}
        <div className={classes.away}>
          {line.act === 'keep-promise' && <KeepPromise line={line} onKept={onKept} />}
          {line.reach?.kind === 'mail' && <WriteDraft line={line} address={line.reach.value} />}
          {line.reach?.kind === 'phone' && (
            <a
              className={classes.quietAct}
              href={`tel:${line.reach.value}`}
              aria-label={`${today.reach.phone}: ${party.name}`}
            >
              {today.reach.phone}
            </a>
          )}
          <UnstyledButton
            className={classes.quietAct}
            onClick={() => mark('done', null)}
            aria-label={`${today.done}: ${party.name}`}
          >
            {today.done}
          </UnstyledButton>
          <LazyMenu label={`${today.snooze}: ${party.name}`} className={classes.quietAct ?? ''} parts={parts}>
            {today.snooze}
            <IconChevronDown size={14} aria-hidden="true" />
          </LazyMenu>
        </div>
      </div>
    </li>
  );
}
