import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Party } from '#contract/parties.ts';
import { agendaQueries } from '../../api/agenda-queries.ts';
import { useSpoken } from '../../ui/words.tsx';
import { useAgendaWords } from '../../ui/words-of/agenda.ts';
import classes from './story.module.css';

const yearMs = 366 * 86_400_000;

/** When one meets them next, and the way to prepare for it. */
export function Upcoming({ party }: { party: Party }) {
  const { formats } = useSpoken();
  const agenda = useAgendaWords();
  const [fromMs] = useState(() => Date.now());
  const range = { from: new Date(fromMs).toISOString(), until: new Date(fromMs + yearMs).toISOString() };
  const { data } = useQuery(agendaQueries.upcoming(party.id, range));
  const partyId = party.id;
  return (
    <section className={classes.part} aria-label={agenda.upcoming}>
      <h2>{agenda.upcoming}</h2>
      {data?.items.map((event) => (
        <p key={event.id}>
          <Link to="/agenda/$eventId" params={{ eventId: event.id }}>
            {event.title || agenda.untitled}
          </Link>
          , {event.startsOn === null ? formats.dateTime(event.startsAt) : formats.date(`${event.startsOn}T12:00:00Z`)}
        </p>
      ))}
      <p className="noPrint">
        <Link to="/agenda" search={{ with: partyId }}>
          {agenda.planWith(party.name)}
        </Link>
        {' · '}
        <Link to="/relations/$partyId/brief" params={{ partyId }}>
          {agenda.brief.read}
        </Link>
      </p>
    </section>
  );
}
