import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { WeakPoints as Weak } from '#contract/network.ts';
import type { FilterTree } from '#contract/party-filter.ts';
import { NumberAccount, OpenNumber } from '../../ui/numbers/open-number.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { useNetworkWords } from '../../ui/words-of/network.ts';
import classes from './network.module.css';

/** Where it would break, in sentences: on whom of us relations hang, and without whom we no longer reach others. */
export function WeakPoints({ weak }: { weak: Weak }) {
  const words = useNetworkWords().weak;
  return (
    <>
      <section aria-label={words.title} className={classes.section}>
        <h2>{words.title}</h2>
        {weak.colleagues.length === 0 && <p className="soft">{words.colleagueNone}</p>}
        <ul className={classes.lines}>
          {weak.colleagues.map((colleague) => (
            <Colleague key={colleague.id} colleague={colleague} total={weak.total} />
          ))}
        </ul>
        {weak.colleagues.length > 0 && <p className="soft small">{words.of(weak.total)}</p>}
      </section>
      <section aria-label={words.betweenTitle} className={classes.section}>
        <h2>{words.betweenTitle}</h2>
        {weak.between.length === 0 && <p className="soft">{words.betweenNone}</p>}
        <ul className={classes.lines}>
          {weak.between.map((party) => (
            <Between key={party.id} party={party} />
          ))}
        </ul>
        {weak.betweenLeft > 0 && <p className="soft small">{words.andMore(weak.betweenLeft)}</p>}
      </section>
      <Circles circles={weak.circles} />
    </>
  );
}

interface ColleagueProps {
  readonly colleague: Weak['colleagues'][number];
  readonly total: number;
}

function Colleague({ colleague, total }: ColleagueProps) {
  const { formats } = useSpoken();
  const words = useNetworkWords().weak;
  const { id, name, count } = colleague;
  const account = () => (
    <NumberAccount
      says={words.says}
      events={[{ key: id, what: name, weight: formats.number(count), partyId: id }]}
      figures={[
        { key: 'threshold', what: words.threshold, value: formats.percent(0.5) },
        { key: 'total', what: words.of(total), value: formats.number(total) },
      ]}
      sources={['design']}
    />
  );
  return (
    <li className={classes.line}>
      <span className={classes.bar} aria-hidden="true">
        <span style={{ width: `${(count / Math.max(total, 1)) * 100}%` }} />
      </span>
      <OpenNumber title={words.accountTitle(name)} account={account}>
        {words.colleague({ name, count })}
      </OpenNumber>{' '}
      <Link to="/relations" search={{ filter: hangingOn(id) }}>
        {words.look}
      </Link>
    </li>
  );
}

function hangingOn(colleagueId: string): FilterTree {
  return {
    all: [
      { field: 'kind', op: 'is', value: ['organisation'] },
      { field: 'dependencyOn', op: 'is', value: [colleagueId] },
      { field: 'dependency', op: 'over', value: 50 },
    ],
  };
}

type Named = Weak['between'][number]['reached'][number];

function Between({ party }: { party: Weak['between'][number] }) {
  const { formats } = useSpoken();
  const words = useNetworkWords().weak;
  const { name, count, reached } = party;
  const account = () => (
    <NumberAccount
      says={words.betweenSays}
      events={reached.map((one) => ({ key: one.id, what: one.name, weight: formats.number(1), partyId: one.id }))}
      left={count - reached.length}
      figures={[{ key: 'only', what: words.reachedOnly, value: formats.number(count) }]}
      sources={['design']}
      references={[words.reference]}
    />
  );
  return (
    <li className={classes.line}>
      <OpenNumber title={name} account={account}>
        {words.between({ name, count })}
      </OpenNumber>{' '}
      <Names of={reached} /> {count > reached.length && words.andMore(count - reached.length)}
    </li>
  );
}

function Circles({ circles }: { circles: Weak['circles'] }) {
  const words = useNetworkWords().weak;
  if (circles.length === 0) return null;
  return (
    <section aria-label={words.circlesTitle} className={classes.section}>
      <h2>{words.circlesTitle}</h2>
      <ul className={classes.lines}>
        {circles.map(({ count, colleague, members }) => (
          <li key={`${colleague?.id} ${members[0]?.id}`} className={classes.line}>
            {colleague ? words.circle({ name: colleague.name, count }) : words.circleLoose(count)}{' '}
            <Names of={members} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Names({ of: parties }: { of: readonly Named[] }) {
  return parties.map(({ id, name }, place) => (
    <Fragment key={id}>
      {place > 0 && ', '}
      <Link to="/relations/$partyId" params={{ partyId: id }} search={{}}>
        {name}
      </Link>
    </Fragment>
  ));
}
