import { useFoundationFigures } from '../numbers/foundation-figures.ts';
import { NumberAccount, OpenNumber } from '../numbers/open-number.tsx';
import { useSpoken } from '../words.tsx';
import { usePlanWords } from '../words-of/plans.ts';

interface DependencyProps {
  /** Of a plan: null, it may hang on somebody else by now. */
  readonly name: string | null;
  readonly share: number | null;
  readonly contacts: number;
  /** As it was when the plan began; null: there is no plan. */
  readonly atStart: { readonly share: number | null; readonly contacts: number } | null;
}

const firmBelow = 0.5;

/** What would be lost without this colleague, then and now; opens to what that is reckoned from. */
export function Dependency({ name, share, contacts, atStart }: DependencyProps) {
  const words = usePlanWords();
  const { formats } = useSpoken();
  const say = (value: number | null) => (value === null ? words.unknown : formats.percent(value));
  const { account } = words;
  const events = [
    { key: 'now', what: account.now, weight: say(share) },
    ...(atStart ? [{ key: 'then', what: account.then, weight: say(atStart.share) }] : []),
  ];
  const figures = [
    { key: 'contacts', what: account.contacts, value: formats.number(contacts) },
    { key: 'target', what: account.target, value: formats.percent(firmBelow) },
  ];
  return (
    <OpenNumber
      title={name === null ? words.onePerson : words.dependency(name)}
      account={() => (
        <NumberAccount
          says={account.dependencySays}
          events={events}
          figures={figures}
          sources={['design']}
          references={account.references}
        />
      )}
    >
      {atStart
        ? `${words.onePerson}: ${words.fromTo(say(atStart.share), say(share))} (${words.contacts(contacts)})`
        : words.hangsPart(say(share), contacts)}
    </OpenNumber>
  );
}

interface SecondProps {
  readonly atStart: number | null;
  readonly now: number | null;
}

/** What would be left to stand on. */
export function Second({ atStart, now }: SecondProps) {
  const words = usePlanWords();
  const { formats } = useSpoken();
  const say = (value: number | null) => (value === null ? words.unknown : formats.number(value, 2));
  return (
    <OpenNumber title={words.second} account={() => <SecondAccount then={say(atStart)} now={say(now)} />}>
      {`${words.second}: ${words.fromTo(say(atStart), say(now))}`}
    </OpenNumber>
  );
}

function SecondAccount({ then, now }: { then: string; now: string }) {
  const { account } = usePlanWords();
  const figures = useFoundationFigures();
  const events = [
    { key: 'now', what: account.now, weight: now },
    { key: 'then', what: account.then, weight: then },
  ];
  return (
    <NumberAccount
      says={account.secondSays}
      events={events}
      figures={figures}
      sources={['design']}
      references={account.references}
    />
  );
}
