import { Kbd, UnstyledButton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { BondGlyph } from '../../ui/bond-glyph.tsx';
import { factsOfFigures } from '../../ui/glyph/glyph-facts.ts';
import { calendarDaysSince } from '../../ui/rhythm.ts';
import { useSpoken } from '../../ui/words.tsx';
import { useImportWords } from '../../ui/words-of/imports.ts';
import { type Role, roles } from './roles.ts';
import classes from './triage.module.css';
import type { TriageItem } from './use-triage.ts';

interface Props {
  readonly candidate: TriageItem;
  readonly onDecide: (role: Role) => void;
}

export function Candidate({ candidate, onDecide }: Props) {
  const { words, formats } = useSpoken();
  const { relations, durations } = words;
  const { triage } = useImportWords();
  const { figures } = candidate;
  const name = useRef<HTMLHeadingElement>(null);
  useEffect(() => name.current?.focus({ preventScroll: true }), []);
  const facts = [
    triage.contacts(candidate.contactCount),
    figures?.lastAt && durations.ago(calendarDaysSince(figures.lastAt, Date.now(), formats.dayKey)),
    figures?.gapDays && durations.every(figures.gapDays),
  ].filter(Boolean);
  return (
    <section className={classes.candidate} aria-labelledby="candidate">
      <div className={classes.who}>
        <BondGlyph facts={figures && factsOfFigures(figures)} size={96} />
        <div>
          <h2 id="candidate" ref={name} tabIndex={-1} className={`${classes.name} landing`}>
            {candidate.name}
          </h2>
          <p className="soft">{candidate.context}</p>
          <p>{facts.join(' · ')}</p>
        </div>
      </div>
      <div className={classes.roles}>
        {roles.map((role) => (
          <UnstyledButton
            key={role}
            className={classes.role}
            data-suggested={candidate.suggestedRole === role}
            onClick={() => onDecide(role)}
            aria-keyshortcuts={triage.keys[role]}
          >
            <span>
              {relations.roles[role]}
              {candidate.suggestedRole === role && <span className="soft small"> ({triage.suggestion})</span>}
            </span>
            <Kbd aria-hidden="true">{triage.keys[role]}</Kbd>
          </UnstyledButton>
        ))}
      </div>
    </section>
  );
}
