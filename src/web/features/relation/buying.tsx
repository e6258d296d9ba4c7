import { useQuery } from '@tanstack/react-query';
import type { Buying as BuyingRead } from '#contract/buying.ts';
import type { Party } from '#contract/parties.ts';
import { buyingQueries } from '../../api/buying-queries.ts';
import { OpenNumber } from '../../ui/numbers/open-number.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { useBuyingWords } from '../../ui/words-of/buying.ts';
import { BuyingAccount } from './buying-account.tsx';
import classes from './story.module.css';

const dayMs = 86_400_000;

/** An order this many usual gaps ago is late: the rhythm says so before the customer counts as gone. */
const lateFromGaps = 2.5;

/** Whether they still order, and how often to expect it; nothing where they never did. */
export function Buying({ party }: { party: Party }) {
  const { formats } = useSpoken();
  const said = useBuyingWords();
  const { buying } = useQuery(buyingQueries.ofParty(party.id)).data ?? {};
  if (!buying) return null;
  const { low, high, expected } = buying;
  const [least, most] = [formats.number(low), formats.number(high)];
  const about = Math.max(1, Math.round(expected));
  const coming =
    high === 0
      ? said.none
      : low === 0 && expected < 1
        ? said.maybe(most)
        : about === 1
          ? said.once(least, most)
          : said.expected(formats.number(about), least, most);
  const outlook = outlookOf(buying);
  const late = party.figures?.alarmSilencedBy === 'closure' || outlook === 'hardly' ? null : readLate(buying);
  const isBehind = Date.now() - Date.parse(buying.asOf) > dayMs;
  return (
    <section className={classes.part} aria-label={said.title}>
      <h2>{said.title}</h2>
      <p>
        <OpenNumber title={said.title} account={() => <BuyingAccount buying={buying} />}>
          {late
            ? `${said.late(late)} ${said.lateExpected(formats.number(about))}`
            : `${said.outlook[outlook]} ${coming}`}
        </OpenNumber>
      </p>
      {late && <p className="soft small">{said.lateWhy}</p>}
      {isBehind && <p className="soft small">{said.asOf(formats.date(buying.asOf))}</p>}
    </section>
  );
}

function outlookOf({ alive }: BuyingRead): 'surely' | 'probably' | 'unsure' | 'hardly' {
  if (alive >= 0.9) return 'surely';
  if (alive >= 0.6) return 'probably';
  return alive >= 0.3 ? 'unsure' : 'hardly';
}

/** How long ago their last order is and what they were used to, in days, where those no longer agree. */
function readLate({ orders, history }: BuyingRead): { gapDays: number; silenceDays: number } | null {
  const gaps = orders
    .flatMap(({ at }, index) => {
      const later = orders[index - 1];
      return later ? [(Date.parse(later.at) - Date.parse(at)) / dayMs] : [];
    })
    .sort((one, other) => one - other);
  const gapDays = gaps[Math.floor(gaps.length / 2)];
  const silenceDays = (history.weeks - history.lastWeek) * 7;
  if (gapDays === undefined || silenceDays < lateFromGaps * gapDays) return null;
  return { gapDays: Math.round(gapDays), silenceDays: Math.round(silenceDays) };
}
