import { useQuery } from '@tanstack/react-query';
import type { Tie, TieChange } from '#contract/ties.ts';
import { checkQueries } from '../../api/check-queries.ts';
import { NumberAccount, OpenNumber } from '../../ui/numbers/open-number.tsx';
import { sayEvent } from '../../ui/numbers/say-event.ts';
import { useSpoken } from '../../ui/words.tsx';
import { useCheckWords } from '../../ui/words-of/check.ts';
import classes from './year.module.css';

type Cause = TieChange['causes'][number];

/** The few that say most; the rest stands in the account. */
const mostSaid = 4;

/** What changed in four weeks, in words, from the events that did it. */
export function YearChange({ tie, isOneOfMany }: { tie: Tie; isOneOfMany: boolean }) {
  const { formats } = useSpoken();
  const { change: said } = useCheckWords();
  const sayCause = useSayCause();
  const { data } = useQuery(checkQueries.change(tie.id));
  if (!data) return null;
  const { from, to, causes } = data;
  const [then, now] = [formats.hundred(from.bond), formats.hundred(to.bond)];
  const sentence = then === now ? said.same(now) : (to.bond > from.bond ? said.rose : said.fell)(then, now);
  const [ours, theirs] = tie.b.isOwn ? [tie.b.name, tie.a.name] : [tie.a.name, tie.b.name];
  return (
    <section className={classes.change} aria-labelledby="what-changed" data-numbers="">
      <h3 id="what-changed">{said.title}</h3>
      <p className={classes.summary}>
        <OpenNumber title={said.title} account={() => <ChangeAccount tie={tie} change={data} />}>
          {sentence}
        </OpenNumber>{' '}
        {isOneOfMany && <span className="soft">{said.between(ours, theirs)}</span>}
      </p>
      {causes.length > 0 && (
        <ul className={classes.causes} aria-label={said.why}>
          {causes.slice(0, mostSaid).map((cause) => (
            <li key={`${cause.code} ${cause.interactionId ?? cause.at}`}>
              <span className={classes.points} data-falls={cause.effect < 0}>
                {signed(cause.effect, formats.number)}
              </span>
              <span>
                {sayCause(cause).what}
                {cause.block && <span className="soft"> {sayCause(cause).through}</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function ChangeAccount({ tie, change }: { tie: Tie; change: TieChange }) {
  const { words, formats } = useSpoken();
  const { change: said } = useCheckWords();
  const sayCause = useSayCause();
  const partyId = tie.a.isOwn ? tie.b.id : tie.a.id;
  const events = change.causes.map((cause) => ({
    key: `${cause.code} ${cause.interactionId ?? cause.at}`,
    what: [sayCause(cause).what, sayCause(cause).through].filter(Boolean).join(', '),
    weight: signed(cause.effect, formats.number),
    ...(cause.at && { when: formats.date(cause.at) }),
    ...(cause.interactionId && { partyId }),
  }));
  const ends = [
    { key: 'then', what: said.blockThen, end: change.from },
    { key: 'now', what: said.blockNow, end: change.to },
  ];
  const figures = ends.flatMap(({ key, what, end }) =>
    (['trust', 'reciprocity', 'intensity', 'time'] as const).map((name) => ({
      key: `${name} ${key}`,
      what: `${words.bond.blockTitles[name]}, ${what}`,
      value: formats.hundred(end[name]),
    })),
  );
  return (
    <NumberAccount
      says={said.account}
      events={events}
      left={change.left}
      figures={figures}
      parameters={['halfLifeMailDays', 'halfLifeLiveDays', 'halfLifePurchaseDays', 'freshnessGaps']}
      sources={['design']}
    />
  );
}

function useSayCause() {
  const { words, formats } = useSpoken();
  const { change: said } = useCheckWords();
  return (cause: Cause) => {
    const { code, count, subject, kind, at, block } = cause;
    const named = { code, kind, subject };
    const plain = code === 'others' ? said.othersOf(formats.number(count)) : said.codes[code];
    const what = code === 'event' && kind ? sayEvent(named, words.relation) : plain;
    const through = block ? said.through(words.bond.blocks[block]) : '';
    return { what: at ? `${what}, ${said.on(formats.date(at))}` : what, through };
  };
}

function signed(effect: number, number: (value: number, digits?: number) => string): string {
  const points = Math.abs(effect * 100);
  const written = number(points, points < 9.95 ? 1 : 0);
  return `${effect < 0 ? '−' : '+'}${written}`;
}
