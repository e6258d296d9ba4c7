import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ParameterName } from '#engine/parameters.ts';
import type { SourceId } from '#engine/sources.ts';
import { useNumberWords } from '../words-of/numbers.ts';
import { EventLines } from './event-lines.tsx';
import { Grounds } from './grounds.tsx';
import classes from './numbers.module.css';

/** Something that happened, or a part that the number is put together from. */
export interface EventLine {
  readonly key: string;
  readonly what: string;
  readonly when?: string;
  /** How much it counts, as written: "0,42", "31 %", "3 keer". */
  readonly weight: string;
  /** To the relation that it is about. */
  readonly partyId?: string;
}

/** A number that the calculation took from elsewhere than the list of the engine. */
export interface FigureLine {
  readonly key: string;
  readonly what: string;
  readonly value: string;
}

interface Props {
  /** One plain sentence before anything exact. */
  readonly says: ReactNode;
  readonly events: readonly EventLine[];
  /** How many lighter ones are not shown. */
  readonly left?: number;
  /** Of the engine, by name: value, words and source come from its own list. */
  readonly parameters?: readonly ParameterName[];
  readonly figures?: readonly FigureLine[];
  readonly sources?: readonly SourceId[];
  /** Publications and measurements by their own name, as printed. */
  readonly references?: readonly string[];
}

/** How a number came about: what happened, how heavy each counts, the numbers it was reckoned with, where those come from. */
export function NumberAccount({ says, events, left = 0, ...grounds }: Props) {
  const said = useNumberWords();
  return (
    <div className={classes.account} data-account="">
      <p className={classes.says}>{says}</p>
      <section data-part="events" aria-label={said.events}>
        <h3>{said.events}</h3>
        <EventLines lines={events} left={left} />
      </section>
      <Grounds {...grounds} />
      <p className="soft small">
        <Link to="/settings/$section" params={{ section: 'parameters' }}>
          {said.all}
        </Link>
      </p>
    </div>
  );
}
