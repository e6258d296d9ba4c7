import type { Foundation } from '#contract/foundations.ts';
import { useKindName } from '../../ui/foundation/use-kind-name.ts';
import { useFoundationFigures } from '../../ui/numbers/foundation-figures.ts';
import { NumberAccount, OpenNumber } from '../../ui/numbers/open-number.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { useFoundationWords } from '../../ui/words-of/foundations.ts';
import classes from './foundation.module.css';

/** One reason: its name, how much of it, and how far that may be off. The number opens to what it was read from. */
export function FoundationShare({ item, read }: { item: Foundation['shares'][number]; read: Foundation }) {
  const words = useFoundationWords();
  const { formats } = useSpoken();
  const nameOf = useKindName(read.kinds);
  const { kind, share } = item;
  const name = nameOf(kind);
  // What others like them say is the part that may still turn out to be another reason.
  const sure = share * (1 - read.uncertainty);
  return (
    <li className={classes.share}>
      <span className={classes.kind}>
        {name}
        {words.kindsLead[kind] && <span className="soft"> {words.kindsLead[kind]}</span>}
      </span>
      <span className={classes.bar} aria-hidden="true">
        <span className={classes.maybe} style={{ width: `${share * 100}%` }} />
        <span className={classes.sure} style={{ width: `${sure * 100}%` }} />
      </span>
      <span className={classes.amount}>
        <OpenNumber title={words.account.title(name)} account={() => <ShareAccount item={item} read={read} />}>
          {read.n === 0 ? words.noShare : words.share(formats.percent(share), read.n)}
        </OpenNumber>
      </span>
    </li>
  );
}

function ShareAccount({ item, read }: { item: Foundation['shares'][number]; read: Foundation }) {
  const { account, kinds } = useFoundationWords();
  const { formats } = useSpoken();
  const nameOf = useKindName(read.kinds);
  const sayReason = ({ code, kind, numbers }: Foundation['reasons'][number]) => {
    const n = numbers['n'] ?? 0;
    if (code === 'foundation-said' || code === 'foundation-survey') return account[code](nameOf(kind ?? ''), n);
    if (code === 'foundation-people') return account[code](formats.hundred(numbers['strength'] ?? 0));
    if (code === 'foundation-choices') return account[code](n);
    return account['foundation-prior'](n);
  };
  const lines = read.reasons
    .map((reason) => ({
      key: `${reason.code} ${reason.kind}`,
      what: sayReason(reason),
      weight: formats.number(reason.numbers['weight'] ?? 0, 2),
      heavy: reason.numbers['weight'] ?? 0,
    }))
    .toSorted((left, right) => right.heavy - left.heavy);
  const figures = [
    ...useFoundationFigures(),
    ...read.shares.map(({ kind, share }) => ({
      key: kind,
      what: kinds[kind] ?? nameOf(kind),
      value: formats.number(share, 2),
    })),
  ];
  return (
    <NumberAccount
      says={account.says(formats.percent(item.share), formats.percent(read.uncertainty))}
      events={lines}
      figures={figures}
      sources={['design']}
      references={account.references}
    />
  );
}
