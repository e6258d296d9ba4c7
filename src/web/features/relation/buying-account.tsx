import type { Buying } from '#contract/buying.ts';
import { NumberAccount } from '../../ui/numbers/open-number.tsx';
import { useSpoken } from '../../ui/words.tsx';
import { useBuyingWords } from '../../ui/words-of/buying.ts';

/** The days of ordering, x, t_x and T, and what was learned of how customers stay away. */
export function BuyingAccount({ buying }: { buying: Buying }) {
  const { formats } = useSpoken();
  const said = useBuyingWords();
  const { fit, history } = buying;
  const nowMs = Date.now();
  const isShipped = fit.at === null;
  const customers = formats.number(fit.customers);
  const learned = [
    ...Object.entries(fit.parameters).map(([name, value]) => ({
      key: name,
      what: said.parameter[name] ?? name,
      value: formats.number(value, 3),
    })),
    ...(fit.heldIn ?? []).map((one) => ({
      key: `held ${one.kind}`,
      what: said.heldIn(said.models[one.kind], formats.number(one.customers)),
      value: formats.number(one.auc, 3),
    })),
  ];
  return (
    <NumberAccount
      says={isShipped ? said.saysShipped : said.says(customers)}
      events={buying.orders.map(({ interactionId, at }) => ({
        key: interactionId,
        what: said.order,
        when: formats.shortDate(at, nowMs),
        weight: said.oneDay,
      }))}
      left={buying.left}
      figures={[
        {
          key: 'alive',
          what: isShipped ? said.aliveShipped : said.alive(customers),
          value: formats.percent(buying.alive),
        },
        { key: 'x', what: said.repeats, value: formats.number(history.repeats) },
        { key: 'tx', what: said.lastWeek, value: formats.number(history.lastWeek, 1) },
        { key: 'T', what: said.weeks, value: formats.number(history.weeks, 1) },
        ...learned,
      ]}
      references={[said.references[fit.kind], said.measured, ...(fit.at ? [said.fittedOn(formats.date(fit.at))] : [])]}
    />
  );
}
