import { UnstyledButton } from '@mantine/core';
import { useId, useState } from 'react';
import type { Idea } from '#contract/ideas.ts';
import { useSpoken } from '../words.tsx';
import { useIdeaWords } from '../words-of/ideas.ts';
import classes from './ideas.module.css';

/** What it left in the give and take, and in trust: each moment, once. */
export function IdeaEvidence({ idea }: { idea: Idea }) {
  const { formats } = useSpoken();
  const words = useIdeaWords();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const { came, told, thanked } = idea;
  const moments = [
    ...(came.interactionId ? [words.evidence.came(formats.date(came.at))] : []),
    ...(told?.interactionId ? [words.evidence.told(formats.date(told.at))] : []),
    ...(thanked?.interactionId ? [words.evidence.thanked(formats.date(thanked.at))] : []),
  ];
  return (
    <div>
      <UnstyledButton
        className={`${classes.how} noPrint`}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? words.hide : words.how}
      </UnstyledButton>
      {isOpen && (
        <ul id={id} className={classes.evidence}>
          {[...moments, words.evidence.once].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
