import { useQuery } from '@tanstack/react-query';
import type { Tie, TieAttention } from '#contract/ties.ts';
import { attentionQueries } from '../../api/attention-queries.ts';
import { NumberAccount, OpenNumber } from '../../ui/numbers/open-number.tsx';
import { sayEvent } from '../../ui/numbers/say-event.ts';
import { Problem } from '../../ui/problem.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { useAttentionWords } from '../../ui/words-of/attention.ts';
import classes from './attention.module.css';
import { sidesOf } from './sides.ts';
import { UnaskedPart } from './unasked-part.tsx';

type Turns = TieAttention['together'];

/** What each side began, answered and looked after, beside each other; every number opens to the moments. */
export function Attention({ tie, partyId }: { tie: Tie; partyId: string }) {
  const { formats } = useSpoken();
  const said = useAttentionWords();
  const asked = useQuery(attentionQueries.ofTie(tie.id));
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  if (!asked.data) return null;
  const { ab, ba, together, isWhole } = asked.data;
  const { ours, us, them } = sidesOf(tie);
  const sides = ours === 'a' ? [ab, ba] : [ba, ab];
  const rows = (['began', 'answered', 'lookedAfter'] as const).filter((row) => ab[row].count + ba[row].count > 0);
  const isAsked = ab.asked.count + ba.asked.count > 0;
  const isEmpty = rows.length === 0 && together.count === 0 && !isAsked;
  return (
    <section className={classes.part} aria-labelledby="attention-title">
      <h3 id="attention-title">{said.title}</h3>
      <p className="soft">{isEmpty ? said.none : said.between(us.name, them.name)}</p>
      {(rows.length > 0 || isAsked) && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{said.who}</th>
              <th scope="col">{said.us}</th>
              <th scope="col">{them.name}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row}>
                <th scope="row">{said.rows[row]}</th>
                {sides.map((side, at) => (
                  <td key={at === 0 ? 'ours' : 'theirs'}>
                    <Count turns={side[row]} title={said.rows[row]} says={said.rowSays[row]} />
                  </td>
                ))}
              </tr>
            ))}
            {isAsked && (
              <tr>
                <th scope="row">{said.asked}</th>
                {sides.map((side, at) => (
                  <td key={at === 0 ? 'ours' : 'theirs'}>
                    <Asked asked={side.asked} />
                  </td>
                ))}
              </tr>
            )}
          </tbody>
        </table>
      )}
      {together.count > 0 && (
        <p>
          <Count
            turns={together}
            title={said.title}
            says={said.togetherSays}
            words={together.count === 1 ? said.togetherOnce : said.together(formats.number(together.count))}
          />
        </p>
      )}
      {!isWhole && <p className="soft small">{said.notWhole}</p>}
      <UnaskedPart partyId={partyId} />
    </section>
  );
}

interface CountProps {
  readonly turns: Turns;
  readonly title: string;
  readonly says: string;
  readonly words?: string;
}

/** So many moments, opening to the latest of them. */
function Count({ turns, title, says, words }: CountProps) {
  const { formats } = useSpoken();
  const number = words ?? formats.number(turns.count);
  if (turns.count === 0) return <span className="soft">{number}</span>;
  return (
    <OpenNumber title={title} account={() => <TurnsAccount turns={turns} says={says} />}>
      {number}
    </OpenNumber>
  );
}

type AskedOf = TieAttention['ab']['asked'];

function Asked({ asked }: { asked: AskedOf }) {
  const { formats } = useSpoken();
  const said = useAttentionWords();
  if (asked.count === 0) return <span className="soft">{formats.number(0)}</span>;
  return (
    <OpenNumber title={said.asked} account={() => <AskedAccount asked={asked} />}>
      {said.askedOf(formats.number(asked.met), formats.number(asked.count))}
    </OpenNumber>
  );
}

function AskedAccount({ asked }: { asked: AskedOf }) {
  const { formats } = useSpoken();
  const said = useAttentionWords();
  const nowMs = Date.now();
  return (
    <NumberAccount
      says={said.askedSays}
      events={asked.latest.map(({ kind, dueAt, settledAt }, at) => ({
        key: `${at}`,
        what: said.askedKinds[kind],
        when: formats.shortDate(settledAt ?? dueAt, nowMs),
        weight: settledAt ? said.askedMet : said.askedOpen,
      }))}
      left={asked.count - asked.latest.length}
      figures={[
        { key: 'count', what: said.inYear, value: formats.number(asked.count) },
        { key: 'met', what: said.askedMet, value: formats.number(asked.met) },
      ]}
      sources={['seeds']}
    />
  );
}

function TurnsAccount({ turns, says }: { turns: Turns; says: string }) {
  const { words, formats } = useSpoken();
  const said = useAttentionWords();
  const nowMs = Date.now();
  return (
    <NumberAccount
      says={says}
      events={turns.latest.map(({ interactionId, at, kind, subject }) => ({
        key: interactionId,
        what: sayEvent({ code: 'contact', kind, subject }, words.relation),
        when: formats.shortDate(at, nowMs),
        weight: '1',
      }))}
      left={turns.count - turns.latest.length}
      figures={[{ key: 'count', what: said.inYear, value: formats.number(turns.count) }]}
      sources={['seeds', 'design']}
    />
  );
}
