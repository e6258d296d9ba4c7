import { useQuery } from '@tanstack/react-query';
import type { PartyUnasked } from '#contract/ties.ts';
import { attentionQueries } from '../../api/attention-queries.ts';
import { NumberAccount, OpenNumber } from '../../ui/numbers/open-number.tsx';
import { sayEvent } from '../../ui/numbers/say-event.ts';
import { Problem } from '../../ui/problem.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { useAttentionWords } from '../../ui/words-of/attention.ts';
import classes from './attention.module.css';

type OfChannel = PartyUnasked['channels'][number];

const idealNames = { call: 'idealCall', mail: 'idealMail', post: 'idealPost' } as const;

/** Per channel: how much we send unasked now, what is set for all, and what their own answers say. */
export function UnaskedPart({ partyId }: { partyId: string }) {
  const { formats } = useSpoken();
  const said = useAttentionWords().unasked;
  const n = (count: number) => formats.number(count, 1);
  const asked = useQuery(attentionQueries.unasked(partyId));
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  if (!asked.data || asked.data.channels.length === 0) return null;
  return (
    <section className={classes.unasked} aria-label={said.title}>
      <h4>{said.title}</h4>
      <p className="soft">{said.lead}</p>
      <ul className={classes.channels}>
        {asked.data.channels.map((one) => (
          <li key={one.channel}>
            <span className={classes.channel}>{said.channels[one.channel]}</span>{' '}
            <OpenNumber title={said.nowTitle} account={() => <NowAccount one={one} />}>
              {said.now(n(one.now))} <span className="soft">({said.set(n(one.inForce))})</span>
            </OpenNumber>
            <p className={one.learnt.isEnough ? undefined : 'soft small'}>
              <OpenNumber title={said.idealTitle} account={() => <IdealAccount one={one} />}>
                {one.learnt.isEnough
                  ? said.learnt(n(one.learnt.ideal), n(one.learnt.low), n(one.learnt.high), n(one.learnt.tries))
                  : said.tooFew(n(one.learnt.tries), n(one.learnt.answered), n(one.least.all), n(one.least.each))}
              </OpenNumber>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function NowAccount({ one }: { one: OfChannel }) {
  const said = useAttentionWords().unasked;
  return (
    <NumberAccount
      says={said.nowSays}
      {...useTries(one, false)}
      parameters={[idealNames[one.channel], 'halfLifePressureDays', 'answeredEnough']}
    />
  );
}

function IdealAccount({ one }: { one: OfChannel }) {
  const { formats } = useSpoken();
  const said = useAttentionWords().unasked;
  const figure = (key: string, what: string, value: number) => ({ key, what, value: formats.number(value, 1) });
  return (
    <NumberAccount
      says={`${said.idealSays} ${said.applies}`}
      {...useTries(one, true)}
      figures={[
        figure('inForce', said.inForce, one.inForce),
        figure('tries', said.tries, one.learnt.tries),
        figure('answers', said.answers, one.learnt.answered),
      ]}
      parameters={[idealNames[one.channel], 'halfLifePressureDays', 'idealAnswerDays', 'idealSpread']}
      sources={['godfrey', 'design']}
    />
  );
}

/** Each unasked contact: what is left of it, or how much there was by then and what they did after it. */
function useTries({ latest, count }: OfChannel, isOfAnswers: boolean) {
  const { words, formats } = useSpoken();
  const said = useAttentionWords().unasked;
  const nowMs = Date.now();
  const events = latest.map(({ interactionId, at, kind, subject, load, remaining, answered }, place) => {
    const what = sayEvent({ code: 'unasked', kind, subject }, words.relation);
    const after = answered === null ? said.unknown : answered ? said.answered : said.silent;
    return {
      key: `${interactionId} ${place}`,
      what: isOfAnswers ? said.load(what, after) : what,
      when: formats.shortDate(at, nowMs),
      weight: formats.number(isOfAnswers ? load : remaining, isOfAnswers ? 1 : 2),
    };
  });
  return { events, left: count - latest.length };
}
