import { useQuery } from '@tanstack/react-query';
import type { Buying as BuyingRead } from '#contract/buying.ts';
import { buyingQueries } from '../../api/buying-queries.ts';
import { OpenNumber } from '../../ui/numbers/open-number.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { useBuyingWords } from '../../ui/words-of/buying.ts';
import { BuyingAccount } from './buying-account.tsx';
import classes from './story.module.css';

const dayMs = 86_400_000;

/** Whether they still order, and how often to expect it; nothing where they never did. */
export function Buying({ partyId }: { partyId: string }) {
  const { formats } = useSpoken();
  const said = useBuyingWords();
  const { buying } = useQuery(buyingQueries.ofParty(partyId)).data ?? {};
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
  const isBehind = Date.now() - Date.parse(buying.asOf) > dayMs;
  return (
    <section className={classes.part} aria-label={said.title}>
      <h2>{said.title}</h2>
      <p>
        <OpenNumber title={said.title} account={() => <BuyingAccount buying={buying} />}>
          {said.outlook[outlookOf(buying)]} {coming}
        </OpenNumber>
      </p>
      {isBehind && <p className="soft small">{said.asOf(formats.date(buying.asOf))}</p>}
    </section>
  );
}

function outlookOf({ alive }: BuyingRead): 'surely' | 'probably' | 'unsure' | 'hardly' {
  if (alive >= 0.9) return 'surely';
  if (alive >= 0.6) return 'probably';
  return alive >= 0.3 ? 'unsure' : 'hardly';
}
