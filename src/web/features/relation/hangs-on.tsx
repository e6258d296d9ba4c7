import type { NetworkSide, PartyNetwork } from '#contract/network.ts';
import { NumberAccount, OpenNumber } from '../../ui/numbers/open-number.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { useNetworkWords } from '../../ui/words-of/network.ts';
import classes from './network-tab.module.css';

interface Props {
  readonly network: PartyNetwork;
  readonly side: 'ours' | 'theirs';
}

/** More than this on one person is leaning. As everywhere in the product. */
const leansFrom = 0.5;

/** On whom one side hangs: in words first, each number open to what it is made of. */
export function HangsOn({ network, side }: Props) {
  const { hangs } = useNetworkWords();
  const { people, busFactor } = network[side];
  const left = people.filter(({ hasLeft }) => hasLeft);
  return (
    <div>
      <h3>{hangs[side]}</h3>
      {people.length < 2 ? (
        <p className={classes.verdict}>{sayOne(network[side], side, hangs)}</p>
      ) : (
        <>
          <p className={classes.verdict}>
            <Leaning network={network} side={side} />
          </p>
          <p>
            <Counts side={network[side]} />{' '}
            {busFactor !== null && busFactor > 1 && busFactor < people.length && hangs.bus(busFactor)}
          </p>
        </>
      )}
      {left.map(({ id, name }) => (
        <p key={id}>{hangs.hasLeft(name)}</p>
      ))}
    </div>
  );
}

type Hangs = ReturnType<typeof useNetworkWords>['hangs'];

/** One person or none: everything through one, the only face beside orders, or no face at all. */
function sayOne({ people, firmStrength }: NetworkSide, side: Props['side'], hangs: Hangs): string {
  const [only] = people;
  if (!only) return hangs.noFace;
  if (firmStrength !== null && firmStrength > 0) return hangs.onlyFace(only.name);
  return side === 'ours' ? hangs.allOurs(only.name) : hangs.allTheirs(only.name);
}

function Leaning({ network, side }: Props) {
  const { formats } = useSpoken();
  const { hangs } = useNetworkWords();
  const { people } = network[side];
  const [first] = people.toSorted((one, other) => (other.dependency ?? 0) - (one.dependency ?? 0));
  if (!first) return null;
  const { name } = first;
  const dependency = first.dependency ?? 0;
  if (dependency < leansFrom) return hangs.spread(people.length);
  const whole = wholeOf(network[side]);
  const [left, of] = [formats.hundred(whole * (1 - dependency)), formats.hundred(whole)];
  const account = () => (
    <NumberAccount
      says={hangs.says({ name, share: formats.percent(dependency) })}
      events={linesOf(network[side], (strength) => formats.number(strength, 2))}
      figures={[
        { key: 'whole', what: hangs.whole, value: of },
        { key: 'without', what: hangs.without(name), value: left },
      ]}
      sources={['design']}
      references={[hangs.reference]}
    />
  );
  return (
    <>
      {hangs.mostly(name)}{' '}
      <OpenNumber title={hangs.accountTitle(name)} account={account}>
        {hangs.left({ left, of })}
      </OpenNumber>
    </>
  );
}

function Counts({ side }: { side: NetworkSide }) {
  const { formats } = useSpoken();
  const { hangs } = useNetworkWords();
  if (side.effectiveContacts === null) return null;
  const sentence = hangs.counts(formats.number(side.effectiveContacts, 1));
  const account = () => (
    <NumberAccount
      says={hangs.countsSays}
      events={linesOf(side, (strength) => formats.number(strength, 2))}
      figures={[
        { key: 'herfindahl', what: hangs.herfindahl, value: formats.number(side.herfindahl ?? 0, 2) },
        { key: 'bus', what: hangs.busFigure, value: side.busFactor === null ? '–' : formats.number(side.busFactor) },
      ]}
      sources={['design']}
      references={[hangs.shares]}
    />
  );
  return (
    <OpenNumber title={hangs.title} account={account}>
      {sentence}
    </OpenNumber>
  );
}

/** Of the bond of this side: what all its people carry together. */
function wholeOf({ people, firmStrength }: NetworkSide): number {
  return 1 - people.reduce((without, { strength }) => without * (1 - strength), 1 - (firmStrength ?? 0));
}

function linesOf({ people }: NetworkSide, say: (strength: number) => string) {
  return people.map(({ id, name, strength }) => ({ key: id, what: name, weight: say(strength), partyId: id }));
}
