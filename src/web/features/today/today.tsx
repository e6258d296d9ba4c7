import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { Promised } from '#contract/promises.ts';
import { queries } from '../../api/queries.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { EmptyDay } from './empty-day.tsx';
import { Goal } from './goal.tsx';
import { Line } from './line.tsx';
import { NotHeard } from './not-heard.tsx';
import classes from './today.module.css';
import { TodayProposals } from './today-proposals.tsx';
import { TodayTasks } from './today-tasks.tsx';

const KeptPromise = lazy(() =>
  import('../../ui/promises/kept-promise.tsx').then((loaded) => ({ default: loaded.KeptPromise })),
);

/** What today asks of you: at most seven lines, most worth while first. */
export function Today() {
  const { words, formats } = useSpoken();
  const { today } = words;
  const { data: me } = useQuery(queries.me());
  const asked = useQuery(queries.today());
  const [kept, setKept] = useState<Promised | null>(null);
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  if (!asked.data || !me) return null;
  const { items, goal, more, notHeard, leansOn } = asked.data;
  if (!me.hasRelations && items.length === 0) return <FirstDay />;
  const weekday = new Intl.DateTimeFormat(formats.locale === 'nl' ? 'nl-NL' : 'en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: formats.timeZone,
  }).format(Date.now());
  return (
    <div className={classes.page}>
      <p className={classes.date}>
        {today.greeting[partOfDay(formats.timeZone)](givenName(me.user.name))} {capital(weekday)}.
      </p>
      <PageHead title={items.length === 0 ? today.title : today.intro(items.length)} />
      <Goal goal={goal} isOwner={me.user.role === 'owner'} />
      {kept && (
        <Suspense>
          <KeptPromise promise={kept} onClose={() => setKept(null)} />
        </Suspense>
      )}
      {items.length === 0 ? (
        <EmptyDay />
      ) : (
        <ol className={classes.lines}>
          {items.map((line) => (
            <Line key={`${line.party.id} ${line.kind}`} line={line} onKept={setKept} />
          ))}
        </ol>
      )}
      <TodayTasks selfId={me.user.id} />
      <TodayProposals />
      {more > 0 && <p className="soft">{today.more(more)}</p>}
      {leansOn && leansOn.colleague.id !== me.user.partyId && <LeansOn leaning={leansOn} />}
      {notHeard.length > 0 && <NotHeard sources={notHeard} />}
    </div>
  );
}

interface Leaning {
  readonly colleague: { readonly id: string; readonly name: string };
  readonly count: number;
}

/** A question about the firm, not about a relation: what hangs on one colleague. */
function LeansOn({ leaning }: { leaning: Leaning }) {
  const { today } = useSpoken().words;
  const { colleague, count } = leaning;
  const name = givenName(colleague.name);
  return (
    <p className={classes.leaning}>
      <span className="soft">{today.leansOn(name, count)}</span>{' '}
      <Link to="/what-if" search={{ colleague: colleague.id }}>
        {today.leansOnLink(name)}
      </Link>
    </p>
  );
}

function FirstDay() {
  const { today, setup } = useSpoken().words;
  return (
    <div className={classes.page}>
      <PageHead title={today.first} lead={today.firstText} />
      <div className={classes.begin}>
        <Button component={Link} to="/import">
          {setup.choices.mail.title}
        </Button>
        <Button component={Link} to="/welcome" variant="default">
          {setup.choices.demo.title}
        </Button>
      </div>
    </div>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function givenName(name: string): string {
  return name.split(' ')[0] ?? name;
}

function partOfDay(timeZone: string): 'morning' | 'afternoon' | 'evening' {
  const spoken = new Intl.DateTimeFormat('en-GB', { hour: 'numeric', hourCycle: 'h23', timeZone }).format(Date.now());
  const hour = Number(spoken);
  if (hour < 12) return 'morning';
  return hour < 18 ? 'afternoon' : 'evening';
}
