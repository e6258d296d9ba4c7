import { Button } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { LazyMenu } from '../lazy-menu.tsx';
import { useSpoken } from '../words.tsx';
import { useIdeaWords } from '../words-of/ideas.ts';
import { DeliverIdea } from './deliver-idea.tsx';
import { IdeaEvidence } from './idea-evidence.tsx';
import { type Idea, ideaNamings, ideaStatuses } from './idea-values.ts';
import classes from './ideas.module.css';
import type { useIdeaActs } from './use-idea-acts.ts';

interface Props {
  readonly idea: Idea;
  readonly acts: ReturnType<typeof useIdeaActs>;
  readonly isPartyHidden: boolean;
}

/** One idea: what came of it first, whose it is, and the one thing that is still to be done for them. */
export function IdeaRow({ idea, acts, isPartyHidden }: Props) {
  const { formats } = useSpoken();
  const words = useIdeaWords();
  const [isDelivering, setDelivering] = useState(false);
  const { party, delivered, text } = idea;
  const thing = delivered?.in ?? null;
  const day = (at: string) => formats.shortDate(at, Date.now());
  const steps = delivered ? [idea.told ? words.steps.told(day(idea.told.at)) : words.steps.untold] : [];
  const facts = [
    words.statuses[idea.status],
    delivered ? words.since(day(`${delivered.on}T12:00:00Z`)) : words.came(day(idea.came.at)),
    ...steps,
    idea.thanked ? words.steps.thanked(day(idea.thanked.at)) : words.steps.unthanked,
    ...(idea.naming === 'unasked' && !delivered ? [] : [words.namings[idea.naming]]),
  ];
  return (
    <li className={classes.row} aria-label={thing ?? text}>
      <div className={classes.what}>
        {thing && (
          <p className={classes.thing}>
            <Link to="/ideas" search={{ thing }}>
              {thing}
            </Link>
          </p>
        )}
        <p className={classes.from}>
          {isPartyHidden ? (
            words.from(party.name)
          ) : (
            <Link to="/relations/$partyId" params={{ partyId: party.id }} search={{ tab: 'ledger' }}>
              {words.from(party.name)}
            </Link>
          )}
        </p>
        <p className={thing ? classes.words : classes.idea}>{text}</p>
        <p className={classes.facts}>
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
        <IdeaEvidence idea={idea} />
        {isDelivering && (
          <DeliverIdea
            onClose={() => setDelivering(false)}
            onDone={(fields) => {
              acts.change({ idea, fields });
              setDelivering(false);
            }}
          />
        )}
      </div>
      <RowActs {...{ idea, acts }} onDeliver={() => setDelivering(true)} />
    </li>
  );
}

interface ActsProps {
  readonly idea: Idea;
  readonly acts: ReturnType<typeof useIdeaActs>;
  readonly onDeliver: () => void;
}

function RowActs({ idea, acts, onDeliver }: ActsProps) {
  const words = useIdeaWords();
  const { name } = idea.party;
  const mayTell = idea.delivered !== null && idea.told === null;
  const isMaking = idea.status === 'doing' || idea.status === 'considering';
  const next = mayTell
    ? { label: words.tell, of: words.tellOf(name), run: () => acts.tell(idea) }
    : isMaking
      ? { label: words.deliver, of: words.deliverOf(idea.text), run: onDeliver }
      : idea.thanked === null
        ? { label: words.thank, of: words.thankOf(name), run: () => acts.thank(idea) }
        : null;
  const statuses = ideaStatuses.map((status) => ({
    label: words.statuses[status],
    isCurrent: idea.status === status,
    onChoose: () => (status === 'delivered' ? onDeliver() : acts.change({ idea, fields: { status } })),
  }));
  const namings = ideaNamings.map((naming) => ({
    label: words.namings[naming],
    isCurrent: idea.naming === naming,
    onChoose: () => acts.change({ idea, fields: { naming } }),
  }));
  const rest = [
    ...(idea.thanked || next?.label === words.thank ? [] : [{ label: words.thank, onChoose: () => acts.thank(idea) }]),
    { label: words.remove, onChoose: () => acts.remove(idea) },
  ];
  return (
    <div className={`${classes.acts} noPrint`}>
      {next && (
        <Button size="compact-sm" variant="default" aria-label={next.of} disabled={acts.isBusy} onClick={next.run}>
          {next.label}
        </Button>
      )}
      <LazyMenu
        label={words.moreOf(idea.text)}
        className={classes.more ?? ''}
        parts={[
          { title: words.status, choices: statuses },
          { title: words.naming, choices: namings },
          { choices: rest },
        ]}
      >
        <IconDots size={18} aria-hidden="true" />
      </LazyMenu>
    </div>
  );
}
