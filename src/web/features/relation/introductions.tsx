import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import type { Introduction, Way } from '#contract/network.ts';
import type { Party } from '#contract/parties.ts';
import { networkQueries } from '../../api/network-queries.ts';
import { NumberAccount, OpenNumber } from '../../ui/numbers/open-number.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { useNetworkWords } from '../../ui/words-of/network.ts';
import { AskIntroduction } from './ask-introduction.tsx';
import classes from './network-tab.module.css';
import { PartyName } from './party-name.tsx';
import { wordVerb } from './verb.ts';

/** Who can introduce us: each way with its weakest link in sight, and a draft to the first of them. */
export function Introductions({ party }: { party: Party }) {
  const { way } = useNetworkWords();
  const asked = useQuery(networkQueries.introduction(party.id));
  return (
    <section aria-label={way.title}>
      <h2>{way.title}</h2>
      {asked.isError && <Problem error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.data?.ways.length === 0 && <p className="soft">{way.none}</p>}
      {asked.data && asked.data.ways.length > 0 && (
        <>
          <p className="soft">{way.lead}</p>
          <ol className={classes.ways}>
            {asked.data.ways.map((one) => (
              <ShownWay
                key={one.people.map(({ id }) => id).join(' ')}
                way={one}
                party={party}
                introduction={asked.data}
              />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

interface Props {
  readonly way: Way;
  readonly party: Party;
  readonly introduction: Introduction;
}

function ShownWay({ way, party, introduction }: Props) {
  const { formats } = useSpoken();
  const words = useNetworkWords().way;
  const { people, links } = way;
  const [first, next] = people;
  const between = people.slice(1, -1).map(({ name }) => name);
  if (!first || !next) return null;
  return (
    <li aria-label={words.label(formats.list([first.name, ...between]))} data-numbers="">
      <p className={classes.chain}>
        {people.map((person, place) => (
          <Fragment key={person.id}>
            {place > 0 && (
              <span className={classes.link} data-weakest={place - 1 === way.weakest || undefined}>
                <span aria-hidden="true" style={{ height: `${1 + 5 * (links[place - 1]?.strength ?? 0)}px` }} />
                {formats.hundred(links[place - 1]?.strength ?? 0)}
              </span>
            )}
            <PartyName party={person} />
          </Fragment>
        ))}
        {way.isMine && <span className="soft small">{words.mine}</span>}
      </p>
      <p className="small">
        {people.length === 2 && `${words.direct(first.name)} `}
        <Weakest way={way} introduction={introduction} />
      </p>
      {people.length > 2 && <AskIntroduction way={way} target={party.name} />}
    </li>
  );
}

/** The link that decides, and what stands behind all of them. */
function Weakest({ way, introduction }: { way: Way; introduction: Introduction }) {
  const { words: all, formats } = useSpoken();
  const words = useNetworkWords().way;
  const { people, links, weakest } = way;
  const [from, to, link] = [people[weakest]?.name ?? '', people[weakest + 1]?.name ?? '', links[weakest]];
  const { faintestTie, employment, otherLink } = introduction.parameters;
  const account = () => (
    <NumberAccount
      says={words.says}
      events={links.map((one, place) => ({
        key: `${people[place]?.id} ${people[place + 1]?.id}`,
        what: words.link({ from: people[place]?.name ?? '', to: people[place + 1]?.name ?? '' }),
        weight: formats.hundred(one.strength),
        ...(one.lastAt && { when: formats.date(one.lastAt) }),
        ...(people[place + 1] && { partyId: people[place + 1]?.id ?? '' }),
      }))}
      figures={[
        { key: 'faintest', what: words.faintest, value: formats.hundred(faintestTie) },
        { key: 'employment', what: words.employment, value: formats.hundred(employment) },
        { key: 'other', what: words.otherLink, value: formats.hundred(otherLink) },
      ]}
      sources={['design']}
      references={[words.reference, words.measured]}
    />
  );
  const { declared } = link ?? {};
  const isForward = declared?.isForward ?? true;
  const verb = declared && wordVerb({ ...declared, isForward: true }, all);
  return (
    <>
      <OpenNumber title={words.accountTitle} account={account}>
        {words.weakest({ from, to, strength: formats.hundred(way.strength) })}
      </OpenNumber>{' '}
      {verb && (
        <span className="soft">{words.noted(isForward ? { from, verb, to } : { from: to, verb, to: from })}</span>
      )}
    </>
  );
}
