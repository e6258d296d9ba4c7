import { UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { WhatIfHurt } from '#contract/what-if-runs.ts';
import { useWriteMail } from '../mail/use-write-mail.ts';
import { OpenNumber } from '../numbers/open-number.tsx';
import { useSpoken } from '../words.tsx';
import { useWhatIfWords } from '../words-of/what-if.ts';
import { HurtAccount } from './shock-account.tsx';
import classes from './what-if.module.css';

interface Props {
  readonly item: WhatIfHurt;
  readonly onTask: (item: WhatIfHurt) => void;
}

/** One relation: through what it would feel it, how much, how sure that is, and what to do first. */
export function HurtRow({ item, onTask }: Props) {
  const { formats } = useSpoken();
  const said = useWhatIfWords();
  const { party, act, colleague, since } = item;
  const write = useWriteMail();
  const first = act === 'hand-over' && colleague ? said.handOver(colleague.name) : said.acts[act];
  const isWritten = act === 'tell-ahead' || act === 'tell-openly' || act === 'talk-value' || act === 'offer-other';
  return (
    <li className={classes.row}>
      <div className={classes.says}>
        <h3>
          <Link to="/relations/$partyId" params={{ partyId: party.id }} search={{ tab: 'whatif' }}>
            {party.name}
          </Link>{' '}
          <span className={classes.through}>{sayThrough(item.through, said)}</span>
        </h3>
        <p>
          <OpenNumber title={said.account.title(party.name)} account={() => <HurtAccount item={item} />}>
            {said.row.ends(formats.percent(item.endsBefore), formats.percent(item.endsAfter), item.n)}
          </OpenNumber>
          <span className="soft small">
            {' '}
            {said.row.strength(formats.hundred(item.strengthBefore), formats.hundred(item.strengthAfter))};{' '}
            {said.row.sure[item.n === 0 ? 'little' : sureness(item.uncertainty)]}
          </span>
        </p>
        {since && (
          <p className={classes.since} data-since={since}>
            {said.since.outcomes[since]}
          </p>
        )}
      </div>
      <div className={classes.first}>
        <p>{first}</p>
        <div className={`${classes.acts} noPrint`}>
          <UnstyledButton
            className={classes.quiet}
            aria-label={said.tasks.for(said.tasks.one, party.name)}
            onClick={() => onTask(item)}
          >
            {said.tasks.one}
          </UnstyledButton>
          {isWritten && (
            <UnstyledButton
              className={classes.quiet}
              aria-label={said.tasks.for(said.tasks.mail, party.name)}
              onClick={() => write.mutate({ partyId: party.id })}
            >
              {said.tasks.mail}
            </UnstyledButton>
          )}
        </div>
      </div>
    </li>
  );
}

function sayThrough(through: string | null, said: ReturnType<typeof useWhatIfWords>): string {
  if (through === null) return '';
  if (through === 'brand' || through === 'price' || through === 'personal') return said.through[through];
  return said.through.other(through);
}

function sureness(uncertainty: number): 'good' | 'some' | 'little' {
  if (uncertainty < 0.35) return 'good';
  return uncertainty < 0.75 ? 'some' : 'little';
}
