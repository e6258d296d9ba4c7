import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { AgendaEvent } from '#contract/agenda.ts';
import { agendaQueries } from '../../api/agenda-queries.ts';
import { BriefView } from '../../ui/brief/brief-view.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { useAgendaWords } from '../../ui/words-of/agenda.ts';
import classes from './agenda.module.css';
import { Clash } from './clash.tsx';
import { sayWhen } from './say-when.ts';
import { useEventActs } from './use-event-acts.ts';
import { useInvitation } from './use-invitation.ts';

const EventForm = lazy(() => import('./event-form.tsx').then((loaded) => ({ default: loaded.EventForm })));

/** One event, and what one wants to know before it. */
export function EventPage({ eventId }: { eventId: string }) {
  const { formats } = useSpoken();
  const agenda = useAgendaWords();
  const navigate = useNavigate();
  // What is being taken out is not asked for again.
  const [isLeaving, setLeaving] = useState(false);
  const asked = useQuery({ ...agendaQueries.event(eventId), enabled: !isLeaving });
  const prepared = useQuery({ ...agendaQueries.brief(eventId), enabled: !isLeaving });
  const [isEditing, setEditing] = useState(false);
  const acts = useEventActs({
    onRemoving: setLeaving,
    onRemoved: () => void navigate({ to: '/agenda', search: {} }),
  });
  const invite = useInvitation();
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  const event = asked.data;
  if (!event) return null;
  const hasGuests = event.people.some(({ isOurs }) => !isOurs);
  return (
    <div className={classes.page}>
      <p className="noPrint">
        <Link to="/agenda" search={{ on: formats.dayKey(event.startsAt) }}>
          {agenda.back}
        </Link>
      </p>
      <PageHead title={event.title || agenda.untitled} lead={sayWhen(event, formats)}>
        <div className={classes.acts}>
          {event.mayEdit && (
            <>
              <Button variant="default" onClick={() => setEditing(true)}>
                {agenda.edit}
              </Button>
              <Button variant="default" onClick={() => acts.remove(event)}>
                {agenda.remove}
              </Button>
            </>
          )}
          {event.mayEdit && hasGuests && (
            <Button variant="default" title={agenda.inviteHint} onClick={() => invite.mutate(event.id)}>
              {agenda.invite}
            </Button>
          )}
          <Button variant="default" onClick={() => window.print()}>
            {agenda.print}
          </Button>
        </div>
      </PageHead>
      <Facts event={event} />
      <Clash event={event} />
      {prepared.data?.briefs.map((brief) => (
        <BriefView key={brief.party.id} brief={brief} />
      ))}
      {prepared.data?.briefs.length === 0 && <p className="soft">{agenda.brief.empty}</p>}
      {isEditing && (
        <Suspense>
          <EventForm event={event} onClose={() => setEditing(false)} />
        </Suspense>
      )}
    </div>
  );
}

function Facts({ event }: { event: AgendaEvent }) {
  const agenda = useAgendaWords();
  const signs = [
    event.isPrivate && agenda.private,
    event.status === 'cancelled' && agenda.cancelled,
    event.status === 'tentative' && agenda.tentative,
    event.isRecurring && agenda.repeats,
    !event.isMine && agenda.ofColleague,
    event.calendar.name,
  ].filter((sign) => typeof sign === 'string');
  return (
    <div className={classes.facts}>
      {event.location && <p>{event.location}</p>}
      {event.people.length > 0 && (
        <ul className={classes.people}>
          {event.people.map((person) => (
            <li
              key={person.party?.id ?? person.address ?? person.name}
              className={classes.person}
              style={{ paddingRight: '0.6rem' }}
            >
              {person.party && !person.isOurs ? (
                <Link to="/relations/$partyId" params={{ partyId: person.party.id }} search={{}}>
                  {person.name}
                </Link>
              ) : (
                person.name
              )}
              {person.answer !== 'none' && <span className="soft small"> {agenda.answers[person.answer]}</span>}
            </li>
          ))}
        </ul>
      )}
      {event.description && <p className={classes.notes}>{event.description}</p>}
      {signs.length > 0 && <p className="soft small">{signs.join(' · ')}</p>}
      {event.interactionId && <p className="soft small">{agenda.noted}</p>}
    </div>
  );
}
