import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Foundation as Read } from '#contract/foundations.ts';
import type { Party } from '#contract/parties.ts';
import { clearlyMore } from '#engine/foundation.ts';
import { standingQueries } from '../../api/standing-queries.ts';
import { useKindName } from '../../ui/foundation/use-kind-name.ts';
import { Problem } from '../../ui/problem.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { useFoundationWords } from '../../ui/words-of/foundations.ts';
import { Firmer } from './firmer.tsx';
import classes from './foundation.module.css';
import { FoundationHistory } from './foundation-history.tsx';
import { FoundationShare } from './foundation-share.tsx';
import { ReasonForm } from './reason-form.tsx';
import { StatedReason } from './stated-reason.tsx';

/** Why they are with us: first in words, then each reason, what they said, and how it was read before. */
export function Foundation({ party }: { party: Party }) {
  const words = useFoundationWords();
  const asked = useQuery(standingQueries.foundation(party.id));
  const [open, setOpen] = useState<string | null>(null);
  const close = () => setOpen(null);
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  if (!asked.data) return null;
  const read = asked.data;
  return (
    <>
      <section className={classes.part} aria-label={words.title}>
        <div className={classes.head}>
          <div>
            <Verdict read={read} />
            <p className="soft">
              {read.ground === 'segment' ? words.ground.segment : words.ground[read.ground](read.n)}
            </p>
          </div>
          {open !== 'new' && (
            <Button variant="default" className="noPrint" onClick={() => setOpen('new')}>
              {words.write}
            </Button>
          )}
        </div>
        {open === 'new' && <ReasonForm party={party} read={read} was={null} onClose={close} />}
        <ul className={classes.shares}>
          {read.shares.map((item) => (
            <FoundationShare key={item.kind} item={item} read={read} />
          ))}
        </ul>
        <h3>{words.statements}</h3>
        {read.statements.length === 0 ? (
          <p className="soft">{words.noStatements}</p>
        ) : (
          <ul className={classes.said}>
            {read.statements.map((item) => (
              <li key={item.id}>
                {open === item.id ? (
                  <ReasonForm party={party} read={read} was={item} onClose={close} />
                ) : (
                  <StatedReason item={item} kinds={read.kinds} onEdit={() => setOpen(item.id)} />
                )}
              </li>
            ))}
          </ul>
        )}
        {read.history.length > 1 && <FoundationHistory read={read} />}
      </section>
      <Firmer party={party} />
    </>
  );
}

const [hardlyKnown, halfKnown] = [0.72, 0.4] as const;

function Verdict({ read }: { read: Read }) {
  const words = useFoundationWords();
  const { formats } = useSpoken();
  const nameOf = useKindName(read.kinds);
  const [first, second] = read.shares;
  if (!first) return null;
  const isEven = second !== undefined && first.share - second.share < clearlyMore;
  const capital = (text: string) => text.charAt(0).toLocaleUpperCase(formats.locale) + text.slice(1);
  const sentence = isEven
    ? words.verdict.even(capital(nameOf(first.kind)), nameOf(second.kind))
    : words.verdict[read.uncertainty > hardlyKnown ? 'maybe' : read.uncertainty > halfKnown ? 'likely' : 'clear'](
        nameOf(first.kind),
      );
  return <p className={classes.verdict}>{sentence}</p>;
}
